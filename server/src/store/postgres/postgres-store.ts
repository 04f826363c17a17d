import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { migrate } from '../sql/migrate.ts'
import { sqlStore } from '../sql/sql-store.ts'
import type { Tables } from '../sql/tables.ts'
import { StoreTooNew } from '../store-too-new.ts'
import { StoreUnreachable } from '../store-unreachable.ts'
import type { Store } from '../store.ts'
import { createPool, type PostgresPlace } from './pool.ts'
import { watchedPool } from './watched-pool.ts'

/** Longer than any append should take, shorter than people wait before they reload the page. */
const PATIENCE_MS = 8000
const CONNECTIONS = 10

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`, as DATABASE_URL has it. */
  readonly url: string
  /** Epoch milliseconds. */
  readonly now?: () => number
  /** What a statement, a wait for a lock or a new connection may take, in milliseconds. */
  readonly patienceMs?: number
  readonly connections?: number
  /** An idle connection broke; the next statement makes another. */
  readonly onConnectionLost?: (error: Error) => void
}

/**
 * The store that several servers share. Throws {@link StoreUnreachable} when the database does not answer now; once
 * open, the store rejects while the database is away and works again when it has come back.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, now = Date.now, patienceMs = PATIENCE_MS, onConnectionLost = () => {} } = options
  const place = { url, connectMs: patienceMs, onConnectionLost }
  try {
    await bringUpToDate(place)
    const pool = createPool({
      ...place,
      statementMs: patienceMs,
      connections: options.connections ?? CONNECTIONS,
    })
    const db = kyselyOver(pool)
    const store = sqlStore({ db, flavour: 'postgres', now, close: () => db.destroy() })
    // Also makes Kysely aware of the pool: it would not close one that it has never used.
    await store.probe()
    return store
  } catch (error) {
    if (error instanceof StoreTooNew) throw error
    throw new StoreUnreachable({ address: addressOf(url), cause: error })
  }
}

/** On a connection of its own without a limit of time: another server may be in the middle of the same. */
async function bringUpToDate(place: PostgresPlace): Promise<void> {
  const db = kyselyOver(createPool({ ...place, statementMs: null, connections: 1 }))
  try {
    // Before the migrator, which wraps what went wrong.
    await sql`select 1`.execute(db)
    await migrate(db, 'postgres')
  } finally {
    await db.destroy()
  }
}

function kyselyOver(pool: Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: watchedPool(pool) }) })
}

/** Without the password. */
function addressOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.host}${parsed.pathname}` : 'DATABASE_URL'
}
