import type { FacetKey } from '@drawbar/shared/board/facet-key.ts'
import { facetsToRecord, recordToFacets } from '@drawbar/shared/board/facets.ts'
import { equalityDeep } from 'lib0/function'
import type { RecordsDiff, TLRecord, TLShape, TLStore } from 'tldraw'
import { recordIn } from './merge-remote.ts'
import { changedFacets, type WriterLedger } from './writer-ledger.ts'

/** What an undo left as it is, because it was not this page's to take back. Ids of records. */
export interface KeptByUndo {
  readonly changedByPeer: readonly string[]
  readonly removedByPeer: readonly string[]
}

export interface UndoGuardOptions {
  readonly store: TLStore
  readonly ledger: WriterLedger
  /** Where a shape goes that comes back while the frame it was in is gone. */
  readonly currentPageId: () => string
  /** Writes pending changes, so that the ledger knows all of them. */
  readonly flush: () => void
  readonly onKept: (kept: KeptByUndo) => void
}

/**
 * Makes undo and redo touch only this page's own work. tldraw keeps whole records in its history: undoing my move
 * would bring back the colour a peer has changed since, and the shape a peer has removed. Everything that history
 * applies goes through `applyDiff` with `ignoreEphemeralKeys`; nothing else does. Returns the way to take it off.
 */
export function guardUndo(options: UndoGuardOptions): () => void {
  const { store, ledger } = options
  const { applyDiff } = store
  store.applyDiff = (diff, how) => {
    if (!how?.ignoreEphemeralKeys) {
      applyDiff.call(store, diff, how)
      return
    }
    options.flush()
    const guarded = ownPart(diff, {
      ledger,
      isShared: (record) => store.scopedTypes.document.has(record.typeName),
      current: (id) => recordIn(store, id),
      pageId: options.currentPageId(),
    })
    applyDiff.call(store, guarded.diff, how)
    options.flush()
    const { kept } = guarded
    if (kept.changedByPeer.length + kept.removedByPeer.length > 0) options.onKept(kept)
  }
  return () => {
    store.applyDiff = applyDiff
  }
}

interface World {
  readonly ledger: WriterLedger
  /** Whether a record is the board's, not only this page's (a camera, a selection). */
  readonly isShared: (record: TLRecord) => boolean
  readonly current: (id: string) => TLRecord | undefined
  readonly pageId: string
}

/** The part of a diff that takes back, or does again, only what is this page's own. */
export function ownPart(
  diff: RecordsDiff<TLRecord>,
  world: World,
): { readonly diff: RecordsDiff<TLRecord>; readonly kept: KeptByUndo } {
  const changedByPeer: string[] = []
  const removedByPeer: string[] = []
  const added: Record<string, TLRecord> = {}
  const updated: Record<string, [TLRecord, TLRecord]> = {}
  const removed: Record<string, TLRecord> = {}

  for (const record of Object.values(diff.added)) {
    if (world.ledger.wasRemovedByPeer(record.id)) removedByPeer.push(record.id)
    else added[record.id] = record
  }
  const exists = (id: string) => added[id] !== undefined || world.current(id) !== undefined
  for (const record of Object.values(added)) {
    if (record.typeName === 'binding' && !(exists(record.fromId) && exists(record.toId))) {
      delete added[record.id]
    } else if (record.typeName === 'shape' && !exists(record.parentId)) {
      added[record.id] = { ...record, parentId: world.pageId as TLShape['parentId'] }
    }
  }

  for (const [from, to] of Object.values(diff.updated)) {
    if (!world.isShared(to)) {
      updated[to.id] = [from, to]
      continue
    }
    const now = world.current(to.id)
    if (now === undefined) {
      if (world.ledger.wasRemovedByPeer(to.id)) removedByPeer.push(to.id)
      continue
    }
    const record = ownChanges({ from, to, now, ledger: world.ledger })
    if (record === undefined) changedByPeer.push(to.id)
    else updated[to.id] = [now, insideSomething(record, now, exists)]
  }

  for (const record of Object.values(diff.removed)) {
    if (world.ledger.hasPeersWork(record.id)) changedByPeer.push(record.id)
    else removed[record.id] = record
  }

  return {
    diff: { added, updated, removed },
    kept: { changedByPeer, removedByPeer },
  }
}

interface Change {
  readonly from: TLRecord
  readonly to: TLRecord
  readonly now: TLRecord
  readonly ledger: WriterLedger
}

/**
 * `now`, with those parts set to what they are in `to` that this page changed and still owns; undefined where a peer
 * has changed all of them since.
 */
function ownChanges(change: Change): TLRecord | undefined {
  const { from, to, now } = change
  const parts = changedFacets(from, to)
  const theirs = new Set(parts.filter((part) => isTheirs(change, part)))
  // Coordinates mean something only inside the parent they were measured in.
  if (theirs.has('z') && parts.includes('g')) theirs.add('g')
  if (theirs.has('g') && parts.includes('z') && parentOf(from) !== parentOf(to)) theirs.add('z')
  settleRows(change, parts, theirs)
  const mine = parts.filter((part) => !theirs.has(part))
  return mine.length === 0 && theirs.size > 0 ? undefined : withParts(now, to, mine)
}

/**
 * A part is a peer's when the peer wrote it last, or when peers have written it and it is not as this page left it: a
 * whole-record history also carries what peers changed while this page was busy.
 */
function isTheirs({ from, now, ledger }: Change, part: FacetKey): boolean {
  if (ledger.isPeers(now.id, part)) return true
  if (!ledger.isShared(now.id, part)) return false
  return !equalityDeep(recordToFacets(now)[part], recordToFacets(from)[part])
}

/**
 * A row of a card or a worksheet comes and goes with all its cells. One that a peer has written into stays whole, and
 * one that comes back brings cells along that stand for nobody's text now.
 */
function settleRows({ to, now, ledger }: Change, parts: readonly FacetKey[], theirs: Set<FacetKey>): void {
  const places = parts.filter((part) => part.endsWith(':'))
  if (places.length === 0) return
  const wanted = recordToFacets(to)
  const standing = recordToFacets(now)
  for (const place of places) {
    const ofRow = parts.filter((part) => part.startsWith(place))
    if (wanted[place] === undefined) {
      const keys = Object.keys(standing) as FacetKey[]
      const isPeers = keys.some((key) => key.startsWith(place) && ledger.isPeers(now.id, key))
      if (isPeers) for (const part of ofRow) theirs.add(part)
    } else if (standing[place] === undefined && !theirs.has(place)) {
      for (const part of ofRow) theirs.delete(part)
    }
  }
}

function withParts(now: TLRecord, from: TLRecord, parts: readonly FacetKey[]): TLRecord {
  const source = recordToFacets(from)
  const taken = Object.fromEntries(parts.map((part) => [part, source[part]]))
  return facetsToRecord(now.id, { ...recordToFacets(now), ...taken }) ?? now
}

/** A shape whose former parent is gone stays where it is now. */
function insideSomething(record: TLRecord, now: TLRecord, exists: (id: string) => boolean): TLRecord {
  if (record.typeName !== 'shape' || now.typeName !== 'shape' || exists(record.parentId)) return record
  const { parentId, index, x, y, rotation } = now
  return { ...record, parentId, index, x, y, rotation }
}

function parentOf(record: TLRecord): string | undefined {
  return record.typeName === 'shape' ? record.parentId : undefined
}
