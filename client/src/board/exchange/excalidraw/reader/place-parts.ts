import { PAGE_ORIGIN, type Placement } from '@drawbar/shared/board/page-transform.ts'
import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { createShapeId, getIndices, type TLShape, type TLShapeId } from 'tldraw'
import { IMPORT_PAGE } from '../../imported-drawing.ts'
import type { Tally } from '../../tally.ts'
import type { SceneElement } from '../scene.ts'
import { nestElements } from './nest-elements.ts'
import type { Parts } from './parts.ts'
import { placementWithin } from './place-element.ts'

export interface PlacedParts {
  /** Parents before children. */
  readonly shapes: readonly TLShape[]
  /** By element id. */
  readonly shapeIds: ReadonlyMap<string, TLShapeId>
}

/**
 * The shapes of elements, in their groups, frames and zones. What is in one that a board cannot hold lies where that
 * would have been.
 *
 * @param made by element id; elements without parts are not drawn
 */
export function placeParts(
  elements: readonly SceneElement[],
  made: ReadonlyMap<string, Parts>,
  tally: Tally,
): PlacedParts {
  const nested = nestElements(elements.filter(({ id }) => made.has(id)))
  const childrenOf = Map.groupBy(nested, ({ parentKey }) => parentKey)
  const shapes: TLShape[] = []
  const shapeIds = new Map<string, TLShapeId>()

  function put(parentKey: string | null, parentId: TLShape['parentId'], parentPlacement: Placement): void {
    const children = childrenOf.get(parentKey) ?? []
    const indices = getIndices(children.length)
    children.forEach(({ key, element, placement }, at) => {
      const parts: Parts = (element && made.get(element.id)) ?? { type: 'group', props: {} }
      const id = createShapeId()
      const check = checkRecord({
        id,
        typeName: 'shape',
        type: parts.type,
        parentId,
        index: indices[at],
        ...placementWithin(parentPlacement, placement),
        isLocked: element?.locked ?? false,
        opacity: (element?.opacity ?? 100) / 100,
        meta: parts.meta ?? {},
        props: parts.props,
      })
      if (!check.ok || check.record.typeName !== 'shape') {
        tally.add('part: a board cannot hold it', 'parts: a board cannot hold them')
        put(key, parentId, parentPlacement)
        return
      }
      shapes.push(check.record)
      if (element) shapeIds.set(element.id, id)
      put(key, id, placement)
    })
  }

  put(null, IMPORT_PAGE, PAGE_ORIGIN)
  return { shapes, shapeIds }
}
