import * as Y from 'yjs'
import type { NewEntry } from '../store/log-store.ts'

export type NewEvent = Extract<NewEntry, { readonly kind: 'event' }>

/** What became of an event that was to be appended. */
export type EventOutcome =
  | { readonly kind: 'committed'; readonly seq: number }
  | { readonly kind: 'duplicate'; readonly seq: number }
  /** Another event came first: read on, decide again. */
  | { readonly kind: 'stale' }
  /** The store has not taken it and it will not be tried again. */
  | { readonly kind: 'unavailable' }
  /** The round is no longer there, or this process no longer holds it. */
  | { readonly kind: 'gone' }

export interface BoardItem {
  readonly kind: 'board'
  readonly ticket: number
  readonly at: number
  readonly by: string
  readonly update: Uint8Array
}

export interface EventItem {
  readonly kind: 'event'
  readonly ticket: number
  readonly entry: NewEvent
  readonly basis: number
  settle(outcome: EventOutcome): void
}

export type Item = BoardItem | EventItem

/** Entries for the items: neighbours of one author become one. */
export function mergeItems(
  items: readonly Item[],
  limits: { readonly entryMs: number; readonly entryBytes: number },
): NewEntry[] {
  const entries: NewEntry[] = []
  let run: BoardItem[] = []
  let runBytes = 0
  function endRun(): void {
    const [first] = run
    if (first === undefined) return
    const update = run.length === 1 ? first.update : Y.mergeUpdates(run.map((item) => item.update))
    entries.push({ kind: 'board', at: first.at, by: first.by, audience: 'all', update })
    run = []
    runBytes = 0
  }
  for (const item of items) {
    if (item.kind === 'event') {
      endRun()
      entries.push(item.entry)
      continue
    }
    const [first] = run
    const joins =
      first !== undefined &&
      first.by === item.by &&
      item.at - first.at <= limits.entryMs &&
      runBytes + item.update.byteLength <= limits.entryBytes
    if (!joins) endRun()
    run.push(item)
    runBytes += item.update.byteLength
  }
  endRun()
  return entries
}

export function timeOf(item: Item): number {
  return item.kind === 'board' ? item.at : item.entry.at
}

export function sizeOfItem(item: Item): number {
  return item.kind === 'board' ? item.update.byteLength : sizeOf(item.entry)
}

/** An event counts as a fixed size: what it holds is bounded by its command's schema. */
export function sizeOf(entry: NewEntry): number {
  return entry.kind === 'board' ? entry.update.byteLength : EVENT_BYTES
}

const EVENT_BYTES = 512
