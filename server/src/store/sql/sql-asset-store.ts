import { sql, type Kysely, type Transaction } from 'kysely'
import type { AssetBounds, AssetPut, AssetStore, StoredAsset } from '../asset-store.ts'
import type { Flavour } from './flavour.ts'
import { plainBytes } from './plain-bytes.ts'
import type { Tables } from './tables.ts'

export function sqlAssetStore(db: Kysely<Tables>, flavour: Flavour): AssetStore {
  async function put(asset: StoredAsset, bounds: AssetBounds): Promise<AssetPut> {
    return db.transaction().execute(async (tx) => {
      await lockRound(tx, flavour, asset.roundId)
      if (await has(tx, asset)) return 'there'
      const { count, bytes } = await use(tx, asset.roundId)
      if (count >= bounds.count) return 'too-many'
      if (bytes + asset.bytes.byteLength > bounds.bytes) return 'too-large'
      await insert(tx, asset)
      return 'kept'
    })
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

  return { put, get }
}

/**
 * Keeps other images from the round until the transaction ends, so that adding up and adding one are a single step.
 * Not its head: an image takes long to write, and what people draw goes on meanwhile.
 */
async function lockRound(tx: Transaction<Tables>, flavour: Flavour, roundId: string): Promise<void> {
  // SQLite has one writer, and its transactions take the write lock as they begin.
  if (flavour === 'sqlite') return
  // Entries refer to the round, and anything stronger would keep them out.
  await tx.selectFrom('rounds').select('id').where('id', '=', roundId).forNoKeyUpdate().execute()
}

async function has(tx: Transaction<Tables>, { roundId, name }: StoredAsset): Promise<boolean> {
  const row = await tx
    .selectFrom('assets')
    .select('name')
    .where('round_id', '=', roundId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

async function use(tx: Transaction<Tables>, roundId: string) {
  return tx
    .selectFrom('assets')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      // Both databases know how long bytes are without reading them.
      sql<number>`coalesce(sum(length(bytes)), 0)`.as('bytes'),
    ])
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow()
}

async function insert(tx: Transaction<Tables>, asset: StoredAsset): Promise<void> {
  await tx
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
    .execute()
}
