import type { Kysely } from 'kysely'
import type { Store } from '../store.ts'
import type { Flavour } from './flavour.ts'
import { sqlAssetStore } from './sql-asset-store.ts'
import { sqlLogStore } from './sql-log-store.ts'
import { sqlRoomStore } from './sql-room-store.ts'
import type { Tables } from './tables.ts'

/** The store over a database whose tables are up to date. `close` runs once, when the store is disposed of. */
export function sqlStore(options: {
  readonly db: Kysely<Tables>
  readonly flavour: Flavour
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly close: () => Promise<void>
}): Store {
  const { db, flavour, now, close } = options
  let closed: Promise<void> | undefined

  async function probe(): Promise<void> {
    const at = now()
    await db
      .insertInto('probes')
      .values({ id: 1, at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
      .execute()
  }

  return {
    rooms: sqlRoomStore(db),
    log: sqlLogStore(db, flavour),
    assets: sqlAssetStore(db, flavour),
    probe,
    [Symbol.asyncDispose]: () => (closed ??= close()),
  }
}
