import { Pool, types, type ClientBase, type CustomTypesConfig } from 'pg'

export interface PostgresPlace {
  readonly url: string
  /** What making a connection may take. */
  readonly connectMs: number
  readonly onConnectionLost: (error: Error) => void
}

/** How long after our own limit we wait for the database to say that it has hit it. */
const GRACE_MS = 1000

/** Connections on which a commit that was answered is on the database's disk. */
export function createPool(
  options: PostgresPlace & {
    readonly connections: number
    /** What a statement, and a transaction that stands still, may take; null sets no limit. */
    readonly statementMs: number | null
  },
): Pool {
  const { statementMs } = options
  const pool = new Pool({
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: options.connectMs,
    ...(statementMs === null ? {} : { query_timeout: statementMs + GRACE_MS }),
    keepAlive: true,
    application_name: 'drawbar',
    types: NUMBERS_AS_NUMBERS,
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, whatever its types say
    onConnect: (client) => prepareSession(client, statementMs),
  })
  pool.on('error', options.onConnectionLost)
  return pool
}

/**
 * A stronger promise than ours, a standby that has replayed the commit, is left as the database's owner set it. A
 * transaction that stands still is a server that died or hangs; it must not keep the head of a round locked.
 */
async function prepareSession(client: ClientBase, statementMs: number | null): Promise<void> {
  const limit = `${statementMs ?? 0}ms`
  await client.query(
    `select set_config('synchronous_commit',
        case current_setting('synchronous_commit') when 'remote_apply' then 'remote_apply' else 'on' end, false),
      set_config('statement_timeout', $1, false),
      set_config('lock_timeout', $1, false),
      set_config('idle_in_transaction_session_timeout', $1, false)`,
    [limit],
  )
}

/** PostgreSQL's bigint, which its driver hands out as text. All of ours are times, counts and sizes. */
const NUMBERS_AS_NUMBERS: CustomTypesConfig = {
  getTypeParser: (id, format) => (id === types.builtins.INT8 ? safeInteger : types.getTypeParser(id, format)),
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is larger than any number of ours`)
  return value
}
