import type { DatabaseSync } from 'node:sqlite'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
} from 'kysely'
import { kyselyDatabase } from './kysely-database.ts'

/**
 * Kysely's SQLite dialect over `node:sqlite`. `beforeWriting` runs before every transaction and every statement that
 * writes outside of one; what it throws is what the query rejects with.
 */
export function nodeSqliteDialect(options: {
  readonly database: DatabaseSync
  readonly beforeWriting: () => void
}): Dialect {
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
    createDriver: () => new NodeSqliteDriver(options.database, options.beforeWriting),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync, beforeWriting: () => void) {
    super({ database: kyselyDatabase(database, beforeWriting) })
    this.#database = database
  }

  /** With the write lock at once: a reading transaction that wants to write later may find that it cannot. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** SQLite has rolled back already after a full disk; a second time would hide the error that says so. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  /** Our migrations need no pragma, and half of one must not stay behind. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
