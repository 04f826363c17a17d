import { sql, type Kysely } from 'kysely'
import type { AssetStore, AssetUse, StoredAsset } from '../asset-store.ts'
import { plainBytes } from './plain-bytes.ts'
import type { Tables } from './tables.ts'

export function sqlAssetStore(db: Kysely<Tables>): AssetStore {
  async function put(asset: StoredAsset): Promise<void> {
    await db
      .insertInto('assets')
      .values({
        round_id: asset.roundId,
        name: asset.name,
        mime_type: asset.mimeType,
        bytes: asset.bytes,
        size: asset.bytes.byteLength,
        uploaded_by: asset.uploadedBy,
        at: asset.at,
      })
      .onConflict((conflict) => conflict.columns(['round_id', 'name']).doNothing())
      .execute()
  }

  async function get(roundId: string, name: string): Promise<StoredAsset | undefined> {
    const row = await db
      .selectFrom('assets')
      .selectAll()
      .where('round_id', '=', roundId)
      .where('name', '=', name)
      .executeTakeFirst()
    return (
      row && {
        roundId: row.round_id,
        name: row.name,
        mimeType: row.mime_type,
        bytes: plainBytes(row.bytes),
        uploadedBy: row.uploaded_by,
        at: row.at,
      }
    )
  }

  async function use(roundId: string): Promise<AssetUse> {
    const { count, bytes } = await db
      .selectFrom('assets')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        // PostgreSQL sums bigint to numeric, which would arrive as text.
        sql<number>`cast(coalesce(sum(size), 0) as bigint)`.as('bytes'),
      ])
      .where('round_id', '=', roundId)
      .executeTakeFirstOrThrow()
    return { count, bytes }
  }

  return { put, get, use }
}
