import * as Y from 'yjs'
import { boardSchemaHash } from '@drawbar/shared/board/board-schema.ts'
import { seedBoard } from '@drawbar/shared/board/layout.ts'
import { upgradeBoard } from '@drawbar/shared/board/upgrade-board.ts'
import { SERVER, type Entry, type EventEntry } from '@drawbar/shared/log/entry.ts'
import type { LogStore, Snapshot } from '../store/log-store.ts'
import type { RoomStore, StoredRound } from '../store/room-store.ts'
import { BoardDoc, type Repaired } from './board-doc.ts'
import { RoundLog } from './round-log.ts'

export interface LoadedRound {
  readonly stored: StoredRound
  readonly board: BoardDoc
  readonly log: RoundLog
  /** Whether updates in the log refer to something that is not in it; they are not in the board. */
  readonly incomplete: boolean
  /** What brought a board of an earlier version up to this one; not in the log yet. */
  readonly upgrade: Uint8Array | undefined
  /** What the check of a freshly folded board had to put right; not in the log yet. */
  readonly repaired: Repaired | undefined
  /** Board entries since the stored snapshot. */
  readonly boards: number
  /** Entries read to get here. */
  readonly entries: number
}

export interface LoadOptions {
  readonly roundId: string
  readonly rooms: Pick<RoomStore, 'round'>
  readonly log: LogStore
  readonly now: () => number
  /** The Yjs client id under which this process repairs the board. */
  readonly clientId: () => number
}

const PAGE = 500

/**
 * Every process seeds a new board with the same bytes under this id, so that two that do it at once write the same
 * thing twice.
 */
const SEED_CLIENT_ID = 1

/**
 * Folds a round from its stored form. Undefined where there is no such round. Rejects where anything about it cannot
 * be read: an unreadable board is never an empty one (J1).
 */
export async function loadRound(options: LoadOptions): Promise<LoadedRound | undefined> {
  const { roundId, rooms, log } = options
  const stored = await rooms.round(roundId)
  const head = stored && (await log.head(roundId))
  if (!stored || !head) return undefined

  let folded = await foldLog(log, roundId, await usableSnapshot(log, roundId, head.seq))
  if (!folded.hasBoard) {
    await appendSeed(options, stored.epoch)
    folded = await foldLog(log, roundId, undefined)
  }
  const { doc, events, seq, boards, entries } = folded
  if (seq < head.seq) throw new Error(`the log of the round ends at ${seq} before its head ${head.seq}`)

  doc.clientID = freeClientId(doc, options.clientId)
  const upgrade = upgradeDoc(doc)
  const board = new BoardDoc(doc)
  const incomplete = board.dropWaiting()
  const repaired = board.sweep()
  return { stored, board, log: new RoundLog(events, seq), incomplete, upgrade, repaired, boards, entries }
}

/** What an earlier version's board needed to become this one's, as an update; undefined where it needed nothing. */
function upgradeDoc(doc: Y.Doc): Uint8Array | undefined {
  // Not `encodeStateAsUpdate`, which adds what waits for others to be whole.
  const updates: Uint8Array[] = []
  const take = (update: Uint8Array) => void updates.push(update)
  doc.on('update', take)
  const upgrade = upgradeBoard(doc)
  doc.off('update', take)
  if (upgrade === 'unknown') throw new Error('the board was written with a schema this version cannot read')
  return updates[0]
}

/** A snapshot is a shortcut: where it does not fit the log, the log alone is read. */
async function usableSnapshot(log: LogStore, roundId: string, head: number): Promise<Snapshot | undefined> {
  const snapshot = await log.latestSnapshot(roundId)
  return snapshot && snapshot.seq <= head ? snapshot : undefined
}

interface Folded {
  readonly doc: Y.Doc
  readonly events: readonly EventEntry[]
  readonly seq: number
  readonly hasBoard: boolean
  readonly boards: number
  readonly entries: number
}

async function foldLog(log: LogStore, roundId: string, snapshot: Snapshot | undefined): Promise<Folded> {
  const doc = new Y.Doc()
  if (snapshot) Y.applyUpdateV2(doc, snapshot.state)
  const events = snapshot ? (await log.readEvents(roundId, 0)).filter(({ seq }) => seq <= snapshot.seq) : []
  let seq = snapshot?.seq ?? 0
  let boards = 0
  let entries = 0
  for (;;) {
    const page = await log.read(roundId, { after: seq, limit: PAGE })
    checkOrder(page, seq)
    doc.transact(() => {
      for (const entry of page) {
        if (entry.kind === 'event') {
          events.push(entry)
        } else {
          Y.applyUpdate(doc, entry.update)
          boards += 1
        }
      }
    })
    entries += page.length
    seq = page.at(-1)?.seq ?? seq
    if (page.length < PAGE)
      return { doc, events, seq, hasBoard: boards > 0 || snapshot !== undefined, boards, entries }
  }
}

function checkOrder(page: readonly Entry[], after: number): void {
  for (const [i, { seq }] of page.entries()) {
    if (seq !== after + i + 1) throw new Error(`the log has entry ${seq} where ${after + i + 1} belongs`)
  }
}

async function appendSeed({ log, roundId, now }: LoadOptions, epoch: number): Promise<void> {
  const doc = new Y.Doc()
  doc.clientID = SEED_CLIENT_ID
  seedBoard(doc, { schemaHash: boardSchemaHash(), epoch })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  const [result] = await log.append([
    { roundId, entries: [{ kind: 'board', at: now(), by: SERVER, audience: 'all', update }] },
  ])
  if (result?.kind !== 'appended')
    throw new Error(`the board could not be seeded: ${result?.kind ?? 'no answer'}`)
}

function freeClientId(doc: Y.Doc, make: () => number): number {
  let id = make()
  while (id === SEED_CLIENT_ID || Y.getState(doc.store, id) > 0) id = make()
  return id
}
