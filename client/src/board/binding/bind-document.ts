import { LOCAL_ORIGIN, recordsOf } from '@drawbar/shared/board/layout.ts'
import { touchedIds } from '@drawbar/shared/board/read-record.ts'
import type { TLRecord, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import { browserTimers, FlushSchedule, type Timers } from './flush-schedule.ts'
import type { HoldReason } from './merge-plan.ts'
import { RemoteMerger } from './merge-remote.ts'
import { PendingChanges } from './pending-changes.ts'
import { takeBack, writeLocal, type RefusedRecord } from './write-local.ts'
import { WriterLedger } from './writer-ledger.ts'

/**
 * The canvas and the document, held together:
 *
 *     canvas ──(user changes, gathered ≤ 33 ms)──► PendingChanges ──► writeLocal ──► one transaction, LOCAL_ORIGIN
 *     document ──(any other origin)──► pending changes first ──► planMerge ──► mergeRemoteChanges, one batch
 *
 * The document is the truth. Pending changes always go in before a remote change is taken over, so that taking over
 * whole records never loses an edit that is 10 ms old. A viewer's page has no upper half: tldraw changes records by
 * itself while it merges, and those changes must never reach the document under a viewer's name.
 */
export interface BindDocumentOptions {
  readonly store: TLStore
  readonly doc: Y.Doc
  /** Whether this page may ever write to the board. Decided once: a role lasts a round. */
  readonly writer: boolean
  readonly timers?: Timers
  /** A record of the document cannot be shown (yet). */
  readonly onHeld?: (id: string, reason: HoldReason) => void
  /** Records of this page that the board cannot hold; they are back to what they were. */
  readonly onRefused?: (refused: readonly RefusedRecord[]) => void
}

export interface DocumentBinding {
  readonly ledger: WriterLedger
  /** Records that are in the document and not, or not like that, on the canvas. */
  readonly held: ReadonlyMap<string, HoldReason>
  /** Writes what is pending now: the page may be going away. */
  flush(): void
  /** Lets go of both. What is pending is written first. */
  unbind(): void
}

/** Fills the canvas from the document, which must have been loaded or synced once, and keeps them together. */
export function bindDocument(options: BindDocumentOptions): DocumentBinding {
  const { store, doc, writer } = options
  const records = recordsOf(doc)
  const ledger = new WriterLedger()
  const pending = new PendingChanges()
  const schedule = new FlushSchedule(options.timers ?? browserTimers, flush)
  const merger = new RemoteMerger({
    store,
    doc,
    onHeld: (id, reason) => options.onHeld?.(id, reason),
    onSideEffect: (id, before) => {
      if (writer) pending.addOne(id, before)
    },
  })

  merger.merge(new Set([...records.keys(), ...documentIds(store)]))

  const stopListening = writer
    ? store.listen(
        ({ changes }) => {
          pending.add(changes)
          schedule.changed(pending.size)
        },
        { source: 'user', scope: 'document' },
      )
    : () => {}

  function flush(): void {
    store._flushHistory()
    schedule.flushed()
    if (pending.size === 0) return
    const refused = writeLocal({ store, doc, ledger, changes: pending.take() })
    if (refused.length === 0) return
    takeBack(store, doc, refused)
    options.onRefused?.(refused)
  }

  function onDocumentChange(events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    if (transaction.origin === LOCAL_ORIGIN) return
    ledger.peerWrote(events, doc)
    if (writer) flush()
    merger.merge(touchedIds(events, records))
    if (pending.size > 0) schedule.changed(pending.size)
  }

  records.observeDeep(onDocumentChange)

  return {
    ledger,
    get held() {
      return merger.held
    },
    flush,
    unbind() {
      if (writer) flush()
      schedule.stop()
      stopListening()
      records.unobserveDeep(onDocumentChange)
    },
  }
}

function documentIds(store: TLStore): string[] {
  return store
    .allRecords()
    .filter((record: TLRecord) => store.scopedTypes.document.has(record.typeName))
    .map((record) => record.id)
}
