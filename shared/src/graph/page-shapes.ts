import type { TLRecord, TLShape } from '@tldraw/tlschema'
import { PAGE_ORIGIN, placeInside, type Placement } from '../board/page-transform.ts'
import { ZONE } from '../board/shapes/zone-shape.ts'

/** A shape with where it lies on its page. */
export interface PageShape {
  readonly shape: TLShape
  readonly placement: Placement
  /** The innermost zone around it. */
  readonly zoneId: string | null
}

/** The shapes of one page, by id. One whose parents do not lead to that page is left out. */
export function shapesOfPage(records: Iterable<TLRecord>, pageId: string): ReadonlyMap<string, PageShape> {
  const shapes = new Map<string, TLShape>()
  for (const record of records) if (record.typeName === 'shape') shapes.set(record.id, record)

  const placed = new Map<string, PageShape>()
  const elsewhere = new Set<string>()
  for (const start of shapes.values()) {
    const chain: TLShape[] = []
    const seen = new Set<string>()
    let at: TLShape | undefined = start
    while (at !== undefined && !placed.has(at.id) && !elsewhere.has(at.id) && !seen.has(at.id)) {
      seen.add(at.id)
      chain.push(at)
      at = shapes.get(at.parentId)
    }
    const root = chain.at(-1)?.parentId
    for (const shape of chain.toReversed()) {
      const parent = placed.get(shape.parentId)
      if (parent === undefined && (shape.parentId !== pageId || root !== pageId)) elsewhere.add(shape.id)
      else placed.set(shape.id, inside(parent, shape))
    }
  }
  return placed
}

function inside(parent: PageShape | undefined, shape: TLShape): PageShape {
  if (parent === undefined) return { shape, placement: placeInside(PAGE_ORIGIN, shape), zoneId: null }
  const zoneId = parent.shape.type === ZONE ? parent.shape.id : parent.zoneId
  return { shape, placement: placeInside(parent.placement, shape), zoneId }
}
