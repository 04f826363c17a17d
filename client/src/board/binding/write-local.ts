import { MAX_COORDINATE } from '@drawbar/shared/board/board-limits.ts'
import { checkRecord, type RecordFault } from '@drawbar/shared/board/check-record.ts'
import { LOCAL_ORIGIN } from '@drawbar/shared/board/layout.ts'
import { readRecord } from '@drawbar/shared/board/read-record.ts'
import { removeRecord, writeRecord } from '@drawbar/shared/board/write-record.ts'
import type { TLRecord, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import { recordIn } from './merge-remote.ts'
import type { WriterLedger } from './writer-ledger.ts'

/** One transaction is one update on the wire. Both bounds stay far below what the server takes in one. */
const RECORDS_PER_TRANSACTION = 500
const CHARACTERS_PER_TRANSACTION = 200_000

/** A record the board cannot hold: it was taken back from the canvas, and why. */
export interface RefusedRecord {
  readonly id: string
  readonly reason: RecordFault
}

export interface WriteLocalOptions {
  readonly store: TLStore
  readonly doc: Y.Doc
  readonly ledger: WriterLedger
  readonly changes: ReadonlyMap<string, TLRecord | undefined>
}

/**
 * Writes what this page changed into the document, and says which records it left out because the server would refuse
 * them: what stands on one screen must stand on all.
 */
export function writeLocal({ store, doc, ledger, changes }: WriteLocalOptions): RefusedRecord[] {
  const refused: RefusedRecord[] = []
  const entries = [...changes].map(([id, before]) => ({ id, before, after: recordIn(store, id) }))
  for (const batch of batches(entries)) {
    doc.transact(() => {
      for (const { id, before, after } of batch) {
        if (after === undefined) {
          if (before === undefined) continue
          removeRecord(doc, id)
          ledger.iRemoved(id)
          continue
        }
        const fault = faultOf(before, after)
        if (fault !== undefined) {
          refused.push({ id, reason: fault })
          continue
        }
        writeRecord(doc, before, after)
        ledger.iWrote(before, after)
      }
    }, LOCAL_ORIGIN)
  }
  return refused
}

interface Change {
  readonly id: string
  readonly before: TLRecord | undefined
  readonly after: TLRecord | undefined
}

/** The changes in their order, cut so that none of the updates they make is too large to be taken. */
function batches(changes: readonly Change[]): Change[][] {
  const cut: Change[][] = []
  let batch: Change[] = []
  let characters = 0
  for (const change of changes) {
    // What is there already is written by parts.
    const size = change.before === undefined ? JSON.stringify(change.after ?? null).length : 0
    if (
      batch.length > 0 &&
      (batch.length >= RECORDS_PER_TRANSACTION || characters + size > CHARACTERS_PER_TRANSACTION)
    ) {
      cut.push(batch)
      batch = []
      characters = 0
    }
    batch.push(change)
    characters += size
  }
  return batch.length > 0 ? [...cut, batch] : cut
}

/** Puts the document's state of refused records back on the canvas. */
export function takeBack(store: TLStore, doc: Y.Doc, refused: readonly RefusedRecord[]): void {
  store.mergeRemoteChanges(() => {
    for (const { id } of refused) {
      const record = readRecord(doc, id)
      if (record === undefined) store.remove([id as TLRecord['id']])
      else store.put([record])
    }
  })
}

/** Dragging moves a thousand shapes a tick; what else they are was looked at when they were made. */
function faultOf(before: TLRecord | undefined, after: TLRecord): RecordFault | undefined {
  if (before?.typeName === 'shape' && after.typeName === 'shape') {
    const onlyMoved = before.props === after.props && before.meta === after.meta
    const near = Math.abs(after.x) <= MAX_COORDINATE && Math.abs(after.y) <= MAX_COORDINATE
    if (onlyMoved && near) return undefined
  }
  const checked = checkRecord(after)
  return checked.ok ? undefined : checked.reason
}
