import { hash } from 'node:crypto'
import type { Entry, EventEntry } from '@drawbar/shared/log/entry.ts'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Append, AppendResult, LogHead, LogStore, Snapshot } from '../log-store.ts'
import { toEntry, toEntryRow, toEventEntry } from './entry-row.ts'
import type { Flavour } from './flavour.ts'
import { plainBytes } from './plain-bytes.ts'
import { planAppends, type KnownCommands, type PlacedEntry } from './plan-appends.ts'
import type { Tables } from './tables.ts'

/** Rows of one INSERT; both databases limit the parameters of a statement. */
const ROWS_AT_ONCE = 500
/** Older ones are removed when a new one is kept. */
const SNAPSHOTS_KEPT = 10

export function sqlLogStore(db: Kysely<Tables>, flavour: Flavour): LogStore {
  async function append(appends: readonly Append[]): Promise<AppendResult[]> {
    if (appends.some(({ entries }) => entries.length === 0)) throw new Error('an append needs an entry')
    if (appends.length === 0) return []
    return db.transaction().execute(async (tx) => {
      const heads = await lockHeads(tx, flavour, [...new Set(appends.map(({ roundId }) => roundId))])
      const plan = planAppends({ appends, heads, known: await knownCommands(tx, appends) })
      await insertEntries(tx, plan.placed)
      await moveHeads(tx, plan.heads)
      return [...plan.results]
    })
  }

  async function read(
    roundId: string,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<Entry[]> {
    const rows = await db
      .selectFrom('entries')
      .selectAll()
      .where('round_id', '=', roundId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute()
    return rows.map(toEntry)
  }

  async function readEvents(roundId: string, after: number): Promise<EventEntry[]> {
    const rows = await db
      .selectFrom('entries')
      .selectAll()
      .where('round_id', '=', roundId)
      .where('seq', '>', after)
      .where('command_id', 'is not', null)
      .orderBy('seq')
      .execute()
    return rows.map(toEventEntry)
  }

  async function head(roundId: string): Promise<LogHead | undefined> {
    const row = await db.selectFrom('heads').selectAll().where('round_id', '=', roundId).executeTakeFirst()
    return row && { seq: row.seq, eventSeq: row.event_seq }
  }

  async function latestSnapshot(roundId: string): Promise<Snapshot | undefined> {
    let before = Number.MAX_SAFE_INTEGER
    for (;;) {
      const row = await db
        .selectFrom('snapshots')
        .selectAll()
        .where('round_id', '=', roundId)
        .where('seq', '<', before)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!row) return undefined
      if (hash('sha256', row.state) === row.sha256) return { seq: row.seq, state: plainBytes(row.state) }
      before = row.seq
    }
  }

  async function putSnapshot(roundId: string, { seq, state }: Snapshot): Promise<void> {
    const sha256 = hash('sha256', state)
    await db.transaction().execute(async (tx) => {
      const end = await tx
        .selectFrom('heads')
        .select('seq')
        .where('round_id', '=', roundId)
        .executeTakeFirst()
      if (!end) throw new Error(`no round ${roundId} to keep a snapshot of`)
      if (seq > end.seq)
        throw new Error(`a snapshot of seq ${seq} is ahead of its log, which ends at ${end.seq}`)
      await tx
        .insertInto('snapshots')
        .values({ round_id: roundId, seq, state, sha256 })
        .onConflict((conflict) => conflict.columns(['round_id', 'seq']).doUpdateSet({ state, sha256 }))
        .execute()
      await tx
        .deleteFrom('snapshots')
        .where('round_id', '=', roundId)
        .where('seq', 'not in', (kept) =>
          kept
            .selectFrom('snapshots')
            .select('seq')
            .where('round_id', '=', roundId)
            .orderBy('seq', 'desc')
            .limit(SNAPSHOTS_KEPT),
        )
        .execute()
    })
  }

  return { append, read, readEvents, head, latestSnapshot, putSnapshot }
}

/**
 * Reads the heads and keeps them from other writers until the transaction ends: what makes commit order `seq` order.
 * Always in the same order, so that two writers never wait for each other.
 */
async function lockHeads(
  tx: Transaction<Tables>,
  flavour: Flavour,
  roundIds: readonly string[],
): Promise<Map<string, LogHead>> {
  const rows = await tx
    .selectFrom('heads')
    .selectAll()
    .where('round_id', 'in', roundIds)
    .orderBy('round_id')
    // SQLite has one writer, and its transactions take the write lock as they begin.
    .$if(flavour === 'postgres', (query) => query.forUpdate())
    .execute()
  return new Map(rows.map((row) => [row.round_id, { seq: row.seq, eventSeq: row.event_seq }]))
}

async function knownCommands(tx: Transaction<Tables>, appends: readonly Append[]): Promise<KnownCommands> {
  const asked = appends.flatMap(({ roundId, entries }) =>
    entries.flatMap((entry) => (entry.kind === 'event' ? [{ roundId, commandId: entry.commandId }] : [])),
  )
  const known = new Map<string, Map<string, number>>()
  if (asked.length === 0) return known
  const rows = await tx
    .selectFrom('entries')
    .select(['round_id', 'command_id', 'seq'])
    .where('round_id', 'in', [...new Set(asked.map(({ roundId }) => roundId))])
    .where('command_id', 'in', [...new Set(asked.map(({ commandId }) => commandId))])
    .where('command_part', '=', 0)
    .execute()
  for (const { round_id: roundId, command_id: commandId, seq } of rows) {
    if (commandId === null) continue
    const ofRound = known.get(roundId) ?? new Map<string, number>()
    known.set(roundId, ofRound.set(commandId, seq))
  }
  return known
}

async function insertEntries(tx: Transaction<Tables>, placed: readonly PlacedEntry[]): Promise<void> {
  for (let start = 0; start < placed.length; start += ROWS_AT_ONCE) {
    const rows = placed.slice(start, start + ROWS_AT_ONCE).map(toEntryRow)
    await tx.insertInto('entries').values(rows).execute()
  }
}

async function moveHeads(tx: Transaction<Tables>, heads: ReadonlyMap<string, LogHead>): Promise<void> {
  if (heads.size === 0) return
  const moved = [...heads].map(([roundId, { seq, eventSeq }]) => ({
    round_id: roundId,
    seq,
    event_seq: eventSeq,
  }))
  await tx
    .insertInto('heads')
    .values(moved)
    .onConflict((conflict) =>
      conflict.column('round_id').doUpdateSet({
        seq: sql.ref('excluded.seq'),
        event_seq: sql.ref('excluded.event_seq'),
      }),
    )
    .execute()
}
