import { checkRecord, kindOf } from '@drawbar/shared/board/check-record.ts'
import { recordsOf } from '@drawbar/shared/board/layout.ts'
import { readRecord } from '@drawbar/shared/board/read-record.ts'
import { TLDOCUMENT_ID, type TLRecord } from 'tldraw'
import type * as Y from 'yjs'
import { isOwnAncestor } from './parent-chain.ts'

/** Why a record of the document is not shown yet. It is looked at again with every later change. */
export type HoldReason =
  | 'incomplete'
  | 'own-ancestor'
  | 'bound-to-itself'
  | 'end-missing'
  | 'last-page'
  | `invalid:${string}`
  | 'refused-by-canvas'

export interface MergePlan {
  readonly put: ReadonlyMap<string, TLRecord>
  readonly remove: ReadonlySet<string>
  readonly held: ReadonlyMap<string, HoldReason>
}

export interface PlanSource {
  readonly doc: Y.Doc
  /** The record on the canvas now. */
  readonly current: (id: string) => TLRecord | undefined
  readonly pageIds: () => Iterable<string>
  /** Records to bring up to date with the document. */
  readonly ids: Iterable<string>
}

/**
 * What the canvas should take over from the document. A record that would break it, for everyone who renders it, is
 * held: its last good state stays until the document has something better, which is the server's to repair.
 */
export function planMerge({ doc, current, pageIds, ids }: PlanSource): MergePlan {
  const put = new Map<string, TLRecord>()
  const remove = new Set<string>()
  const held = new Map<string, HoldReason>()
  const candidates = new Map<string, TLRecord>()

  for (const id of ids) {
    const record = readRecord(doc, id)
    if (record === undefined) {
      if (recordsOf(doc).has(id)) held.set(id, 'incomplete')
      else if (current(id) !== undefined && id !== TLDOCUMENT_ID) remove.add(id)
      continue
    }
    const before = current(id)
    const checked = checkRecord(record, before && sameKind(before, record) ? before : undefined)
    if (checked.ok) candidates.set(id, checked.record)
    else held.set(id, `invalid:${checked.reason}`)
  }

  const lookup = (id: string) => put.get(id) ?? (remove.has(id) ? undefined : current(id))
  admit(candidates, put, held, lookup)
  keepOnePage({ put, remove, held, pageIds: pageIds() })
  return { put, remove, held }
}

/** Whether a record is of the type it was; two pages may have made different things under one id. */
export function sameKind(a: TLRecord, b: TLRecord): boolean {
  return kindOf(a) === kindOf(b)
}

/**
 * Takes candidates over one by one, because each may be sound only once another is there: two frames that change
 * places, a binding before its shape. Stops when a round admits nothing more.
 */
function admit(
  candidates: Map<string, TLRecord>,
  put: Map<string, TLRecord>,
  held: Map<string, HoldReason>,
  lookup: (id: string) => TLRecord | undefined,
): void {
  let admitted = true
  while (admitted) {
    admitted = false
    for (const [id, record] of candidates) {
      const reason = holdReason(record, lookup)
      if (reason !== null) {
        held.set(id, reason)
        continue
      }
      put.set(id, record)
      held.delete(id)
      candidates.delete(id)
      admitted = true
    }
  }
}

function holdReason(record: TLRecord, lookup: (id: string) => TLRecord | undefined): HoldReason | null {
  if (record.typeName === 'shape') return isOwnAncestor(record, lookup) ? 'own-ancestor' : null
  if (record.typeName !== 'binding') return null
  if (record.fromId === record.toId) return 'bound-to-itself'
  return lookup(record.fromId) && lookup(record.toId) ? null : 'end-missing'
}

/** Without a page the canvas makes one of its own, on every screen; the server's is on its way. */
function keepOnePage(options: {
  put: ReadonlyMap<string, TLRecord>
  remove: Set<string>
  held: Map<string, HoldReason>
  pageIds: Iterable<string>
}): void {
  const { put, remove, held } = options
  const pages = [...options.pageIds]
  const kept =
    pages.some((id) => !remove.has(id)) || [...put.values()].some(({ typeName }) => typeName === 'page')
  const [last] = pages
  if (kept || last === undefined) return
  remove.delete(last)
  held.set(last, 'last-page')
}
