import { createBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import { recordsOf } from '@drawbar/shared/board/layout.ts'
import { createTLStore, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import { bindDocument, type DocumentBinding } from '../binding/bind-document.ts'
import type { Timers } from '../binding/flush-schedule.ts'
import type { HoldReason } from '../binding/merge-plan.ts'
import type { RefusedRecord } from '../binding/write-local.ts'

/** One page in a test: a store, a document and the binding between them. */
export interface Peer {
  readonly name: string
  readonly store: TLStore
  readonly doc: Y.Doc
  readonly binding: DocumentBinding
  readonly held: { readonly id: string; readonly reason: HoldReason }[]
  readonly refused: RefusedRecord[]
}

/** Time that stands still: after the first flush everything waits for the next. */
const STILL: Timers = { now: () => 0, after: () => () => {} }

export interface PeerOptions {
  readonly writer?: boolean
  readonly store?: TLStore
}

/** A page whose changes wait for `binding.flush()`. */
export function createPeer(name: string, doc: Y.Doc, options: PeerOptions = {}): Peer {
  const { writer = true, store = createTLStore({ schema: createBoardSchema() }) } = options
  const held: { id: string; reason: HoldReason }[] = []
  const refused: RefusedRecord[] = []
  const binding = bindDocument({
    store,
    doc,
    writer,
    timers: STILL,
    onHeld: (id, reason) => held.push({ id, reason }),
    onRefused: (records) => refused.push(...records),
  })
  binding.flush()
  return { name, store, doc, binding, held, refused }
}

/** Does something to the document as a peer would. */
export function asPeer(doc: Y.Doc, change: (records: ReturnType<typeof recordsOf>) => void): void {
  doc.transact(() => change(recordsOf(doc)), 'peer')
}

/** Copies a record as it stands in one document into another. */
export function copyRecord(from: Y.Doc, to: Y.Doc, id: string, facets?: readonly string[]): void {
  const map = new Y.Map<unknown>()
  for (const [key, value] of recordsOf(from).get(id)?.entries() ?? []) {
    if (!facets || facets.includes(key)) map.set(key, value)
  }
  asPeer(to, (records) => records.set(id, map))
}
