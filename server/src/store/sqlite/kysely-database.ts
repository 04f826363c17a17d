import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Prepared statements kept for the next time; the longest inserts are several kilobytes of SQL each. */
const STATEMENTS_KEPT = 100

/** A `node:sqlite` database as Kysely's SQLite driver wants one. `beforeWriting`: see {@link file://./node-sqlite-dialect.ts}. */
export function kyselyDatabase(database: DatabaseSync, beforeWriting: () => void): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()

  function prepare(sql: string): SqliteStatement {
    const statement = kept.get(sql) ?? kyselyStatement(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest)
    return statement
  }

  function kyselyStatement(sql: string): SqliteStatement {
    const statement = database.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...parameters.map(toSqlite)),
      iterate: (parameters) => statement.iterate(...parameters.map(toSqlite)),
      run(parameters) {
        if (!database.isTransaction) beforeWriting()
        return statement.run(...parameters.map(toSqlite))
      },
    }
  }

  return { prepare, close: () => database.close() }
}

function toSqlite(value: unknown): SQLInputValue {
  if (value === null || value instanceof Uint8Array) return value
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value
    default:
      throw new TypeError(`SQLite has no column for a value of type ${typeof value}`)
  }
}
