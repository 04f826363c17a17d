import type { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { migrate } from '../sql/migrate.ts'
import { sqlStore } from '../sql/sql-store.ts'
import type { Tables } from '../sql/tables.ts'
import type { Store } from '../store.ts'
import { nodeSqliteDialect } from './node-sqlite-dialect.ts'

/** The store over an open database, which it closes when it is disposed of. `beforeWriting` may throw to refuse. */
export async function storeOver(options: {
  readonly database: DatabaseSync
  readonly now: () => number
  readonly beforeWriting: () => void
}): Promise<Store> {
  const { database, now, beforeWriting } = options
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect({ database, beforeWriting }) })
  await migrate(db, 'sqlite')
  return sqlStore({ db, flavour: 'sqlite', now, close })

  async function close(): Promise<void> {
    try {
      // Leaves one file behind that can be copied as it is. Through Kysely, after whatever transaction still runs.
      await sql`pragma wal_checkpoint(truncate)`.execute(db)
    } finally {
      await db.destroy()
    }
  }
}
