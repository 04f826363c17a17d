import { MAX_NESTING } from './board-limits.ts'
import type { BoardIndex, LastPlace, ShapeNode } from './board-index.ts'
import { PAGE_ORIGIN, placeInside } from './page-transform.ts'
import type { Placement } from './page-transform.ts'
import { moveToPage } from './repair-pass.ts'
import type { RepairPass } from './repair-pass.ts'

/** R4–R6: every unsettled shape ends up in a page, a frame or a group, in no circle and not too deep. */
export function settleTree(pass: RepairPass): void {
  const { index, unsettled } = pass
  const ids = [...unsettled].filter((id) => index.shapes.has(id)).toSorted()
  unsettled.clear()
  for (const id of ids) {
    const parentId = index.parentOf(id)
    if (parentId === undefined || index.isParent(parentId)) continue
    const reason = index.shapes.has(parentId) ? 'parent-cannot-hold' : 'parent-missing'
    moveToPage(pass, { id, rule: 'R4', reason }, placeBefore(pass, parentId))
  }
  const clear = new Set<string>()
  for (const id of ids) {
    const circle = circleAbove(index, id, clear)
    if (circle === undefined) continue
    const smallest = circle.reduce((least, member) => (member < least ? member : least))
    const place = placeBefore(pass, index.parentOf(smallest) ?? '')
    moveToPage(pass, { id: smallest, rule: 'R5', reason: 'circle' }, place)
  }
  for (const id of tooDeep(index, withDescendants(index, ids))) {
    // Moving one up to the page brings the ones below it up too.
    if (depthOf(index, id) <= MAX_NESTING) continue
    moveToPage(pass, { id, rule: 'R6', reason: 'too-deep' }, index.placeOf(index.parentOf(id) ?? ''))
  }
}

/**
 * What a shape's coordinates referred to while its parent was still in order: up the parents to the first one whose
 * place before this update, or at its removal, is known.
 */
function placeBefore({ index, placesBefore }: RepairPass, parentId: string): LastPlace | undefined {
  const chain: ShapeNode[] = []
  const seen = new Set<string>()
  let at = parentId
  while (!seen.has(at)) {
    seen.add(at)
    const known: LastPlace | undefined = index.pages.has(at)
      ? { pageId: at, placement: PAGE_ORIGIN }
      : (placesBefore.get(at) ?? index.graveOf(at))
    if (known !== undefined) {
      return { pageId: known.pageId, placement: chain.reduceRight<Placement>(placeInside, known.placement) }
    }
    const node = index.shapes.get(at)
    if (node === undefined) return undefined
    chain.push(node)
    at = node.parentId
  }
  return undefined
}

/**
 * The members of the circle that a shape's parents run into. Shapes whose parents lead out of the tree are put into
 * `clear` and never walked again, so that a whole board costs one walk.
 */
function circleAbove(index: BoardIndex, id: string, clear: Set<string>): string[] | undefined {
  const path = new Set<string>()
  let at: string | undefined = id
  while (at !== undefined && !clear.has(at)) {
    if (path.has(at)) return [...path].slice([...path].indexOf(at))
    path.add(at)
    at = index.parentOf(at)
  }
  for (const shape of path) clear.add(shape)
  return undefined
}

function withDescendants(index: BoardIndex, ids: readonly string[]): Set<string> {
  const all = new Set(ids)
  // A set's iterator also visits what is added while it runs.
  for (const id of all) for (const child of index.childrenOf(id)) all.add(child)
  return all
}

/** Those below the deepest level that is allowed, highest first. */
function tooDeep(index: BoardIndex, ids: Iterable<string>): string[] {
  const depths = new Map<string, number>()
  return [...ids]
    .map((id) => ({ id, depth: depthOf(index, id, depths) }))
    .filter(({ depth }) => depth > MAX_NESTING)
    .toSorted((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** How many shapes a shape lies in. Circles are gone by now. `known` keeps what one walk found for the next. */
function depthOf(index: BoardIndex, id: string, known = new Map<string, number>()): number {
  const path: string[] = []
  let at: string | undefined = id
  while (at !== undefined && index.shapes.has(at) && !known.has(at)) {
    path.push(at)
    at = index.parentOf(at)
  }
  let depth = at === undefined ? -1 : (known.get(at) ?? -1)
  for (const shape of path.toReversed()) known.set(shape, (depth += 1))
  return depth
}
