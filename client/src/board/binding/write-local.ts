import { MAX_COORDINATE } from '@drawbar/shared/board/board-limits.ts'
import { checkRecord, type RecordFault } from '@drawbar/shared/board/check-record.ts'
import { LOCAL_ORIGIN } from '@drawbar/shared/board/layout.ts'
import { readRecord } from '@drawbar/shared/board/read-record.ts'
import { removeRecord, writeRecord } from '@drawbar/shared/board/write-record.ts'
import type { TLRecord, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import { recordIn } from './merge-remote.ts'
import type { WriterLedger } from './writer-ledger.ts'

/** One transaction is one update on the wire; this many new records stay far below what one update may hold. */
const RECORDS_PER_TRANSACTION = 500

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
  const entries = [...changes]
  for (let start = 0; start < entries.length; start += RECORDS_PER_TRANSACTION) {
    doc.transact(() => {
      for (const [id, before] of entries.slice(start, start + RECORDS_PER_TRANSACTION)) {
        const after = recordIn(store, id)
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
