import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { DatabaseError, type Pool, type PoolClient } from 'pg'

/**
 * SQLSTATE classes after which a connection is of no more use: connection exceptions and shutdowns, and a database that
 * has become read-only, which is how one that was replaced by its standby looks.
 */
const CONNECTION_OVER = /^(08|57P|25006)/

/**
 * The pool as Kysely wants it, except that a connection on which the database has not answered is thrown away instead of
 * used again, and that errors carry no row: PostgreSQL quotes values in their details.
 */
export function watchedPool(pool: Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => watchedClient(await pool.connect()),
    end: () => pool.end(),
  }
}

function watchedClient(taken: PoolClient): PostgresPoolClient {
  const client: PostgresPoolClient = taken
  let broken: Error | undefined

  // The pool listens to idle clients alone, and an error nobody listens to ends the process.
  function onError(error: Error): void {
    broken ??= error
  }
  taken.on('error', onError)

  async function answerOf<Row>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<Row>> {
    // What follows on a broken connection, a rollback, would only wait for the same answer again.
    if (broken) throw broken
    try {
      return await client.query<Row>(sql, parameters)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if (!(error instanceof DatabaseError) || CONNECTION_OVER.test(error.code ?? '')) broken = error
      throw withoutValues(error)
    }
  }

  function query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  function query<Row>(asked: string | PostgresCursor<Row>, parameters: readonly unknown[] = []) {
    return typeof asked === 'string' ? answerOf<Row>(asked, parameters) : client.query(asked)
  }

  function release(destroy?: boolean): void {
    client.release(destroy === true || broken !== undefined)
    taken.off('error', onError)
  }

  return { query, release }
}

function withoutValues(error: Error): Error {
  if (error instanceof DatabaseError) {
    error.detail = undefined
    error.where = undefined
    error.internalQuery = undefined
  }
  return error
}
