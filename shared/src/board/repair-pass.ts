import type * as Y from 'yjs'
import type { TLSchema } from '@tldraw/tlschema'
import { MAX_COORDINATE, MAX_ID_LENGTH } from './board-limits.ts'
import type { BoardIndex, LastPlace } from './board-index.ts'
import { facetsToRecord } from './facets.ts'
import type { Facets } from './facet-key.ts'
import { recordsOf } from './layout.ts'
import { placeInside } from './page-transform.ts'
import { facetsOf } from './record-map.ts'

/** The rules of docs/sync.spec.md, section R. */
export type RepairRule =
  | 'R1'
  | 'R2'
  | 'R3'
  | 'R4'
  | 'R5'
  | 'R6'
  | 'R7'
  | 'R8'
  | 'R9'
  | 'R10'
  | 'R11'
  | 'R12'
  | 'R13'
  | 'R14'

/** One repair. Holds ids and fixed words only, never content, so it may be logged and sent to everyone. */
export interface Repair {
  readonly id: string
  readonly rule: RepairRule
  readonly reason: string
  /** `reported` changed nothing: Yjs cannot remove it. */
  readonly outcome: 'restored' | 'removed' | 'mended' | 'created' | 'reported'
}

/** What the steps of one repair share. */
export interface RepairPass {
  readonly doc: Y.Doc
  readonly index: BoardIndex
  readonly schema: TLSchema
  /** Undefined: bindings to missing shapes get no grace. */
  readonly now: number | undefined
  readonly previous: ((id: string) => Facets | undefined) | undefined
  readonly repaired: Repair[]
  /** Frames and groups that this update touches, as they lay before it. */
  readonly placesBefore: Map<string, LastPlace>
  /** Records that were not there before, in the order of their ids. */
  readonly added: string[]
  /** Shapes whose parent must be looked at. */
  readonly unsettled: Set<string>
  /** Bindings whose ends must be looked at. */
  readonly loose: Set<string>
}

/** Takes a record out of the document and the index. */
export function removeBroken(pass: RepairPass, repair: Omit<Repair, 'outcome'>): void {
  recordsOf(pass.doc).delete(repair.id)
  forgetRecord(pass, repair.id)
  // An id is a peer's text and may be a megabyte; a report goes to everyone.
  pass.repaired.push({ ...repair, id: repair.id.slice(0, MAX_ID_LENGTH), outcome: 'removed' })
}

/** Takes a record that is gone from the document out of the index, and marks what depended on it. */
export function forgetRecord(pass: RepairPass, id: string): void {
  const { index } = pass
  for (const child of index.childrenOf(id)) pass.unsettled.add(child)
  for (const binding of index.bindingsOf(id)) pass.loose.add(binding)
  index.remove(id, pass.placesBefore.get(id) ?? placeOfParent(pass, id))
}

/** Only what may have children leaves a place behind. */
function placeOfParent({ index }: RepairPass, id: string): LastPlace | undefined {
  return index.shapes.has(id) && index.isParent(id) ? index.placeOf(id) : undefined
}

/** Brings the index up to what the document holds at an id now; the record is known to be sound. */
export function reindex({ doc, index }: RepairPass, id: string): void {
  const map = recordsOf(doc).get(id)
  if (map === undefined) return
  const facets = facetsOf(map)
  const record = facetsToRecord(id, facets)
  if (record !== undefined) index.put(record, facets)
}

/**
 * Puts a shape on a page. It stays where it was seen when the place its coordinates referred to is known;
 * otherwise it keeps its numbers.
 */
export function moveToPage(
  pass: RepairPass,
  repair: Omit<Repair, 'outcome'>,
  from: LastPlace | undefined,
): void {
  const { doc, index, repaired } = pass
  const shape = index.shapes.get(repair.id)
  const map = recordsOf(doc).get(repair.id)
  const order: unknown = map?.get('z')
  const pageId = from !== undefined && index.pages.has(from.pageId) ? from.pageId : index.firstPage()
  if (shape === undefined || map === undefined || !Array.isArray(order) || pageId === undefined) return
  if (from !== undefined) {
    const { x, y, rotation } = placeInside(from.placement, shape)
    map.set('g', [onBoard(x), onBoard(y), onBoard(rotation)])
  }
  map.set('z', [pageId, order[1]])
  reindex(pass, repair.id)
  repaired.push({ ...repair, outcome: 'mended' })
}

function onBoard(coordinate: number): number {
  return Math.max(-MAX_COORDINATE, Math.min(MAX_COORDINATE, coordinate))
}
