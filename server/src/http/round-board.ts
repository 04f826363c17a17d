import * as Y from 'yjs'
import { boardSnapshot } from '@drawbar/shared/board/to-snapshot.ts'
import { upgradeBoard } from '@drawbar/shared/board/upgrade-board.ts'
import { recordSchema, type SessionRecord } from '@drawbar/shared/record/record.ts'
import type { LogStore } from '../store/log-store.ts'

type BoardOfRecord = SessionRecord['board']

const STEP = 200
const KEPT = 8

/** The final boards of sealed rounds. What is sealed does not change, so the last few are kept. */
export function createFinalBoards(log: LogStore): (roundId: string) => Promise<BoardOfRecord> {
  const kept = new Map<string, Promise<BoardOfRecord>>()
  return (roundId) => {
    const known = kept.get(roundId)
    if (known) return known
    const board = foldToEnd(log, roundId)
    kept.set(roundId, board)
    board.catch(() => kept.delete(roundId))
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return board
  }
}

async function foldToEnd(log: LogStore, roundId: string): Promise<BoardOfRecord> {
  const doc = new Y.Doc()
  const snapshot = await log.latestSnapshot(roundId)
  if (snapshot) Y.applyUpdateV2(doc, snapshot.state)
  let after = snapshot?.seq ?? 0
  for (;;) {
    const entries = await log.read(roundId, { after, limit: STEP })
    doc.transact(() => {
      for (const entry of entries) {
        if (entry.kind === 'board') Y.applyUpdate(doc, entry.update)
      }
    })
    after = entries.at(-1)?.seq ?? after
    if (entries.length === STEP) continue
    // A record of an earlier version is read as this version's; nothing follows a seal in the log.
    if (upgradeBoard(doc) === 'unknown')
      throw new Error('the board was written with a schema this version cannot read')
    return recordSchema.shape.board.parse(boardSnapshot(doc))
  }
}
