import { PAGE_ORIGIN, placeInside, type Placement } from '@drawbar/shared/board/page-transform.ts'
import type { TLShape } from 'tldraw'
import { elementId } from './element-id.ts'

/** A shape, and where its element stands in a scene. */
export interface PlacedShape {
  readonly shape: TLShape
  /** Its element's. */
  readonly id: string
  /** On the page. */
  readonly placement: Placement
  /** Innermost first. */
  readonly groupIds: readonly string[]
  /** The element of the frame it is in. */
  readonly frameId: string | null
  /** The element of the zone it is in. */
  readonly zone: string | null
}

/** What the children of one parent have in common. */
type Surroundings = Pick<PlacedShape, 'groupIds' | 'frameId' | 'zone'> & {
  /** Where their parent lies on the page; null when it is not among the shapes. */
  readonly origin: Placement | null
}

/**
 * Shapes in the order in which Excalidraw draws them: parents before what is in them, but frames after it.
 *
 * @param origins where parents lie that are not among the shapes; in no such place: at the page's origin
 */
export function placeShapes(
  shapes: readonly TLShape[],
  origins: ReadonlyMap<string, Placement> = new Map(),
): readonly PlacedShape[] {
  const known = new Set<string>(shapes.map(({ id }) => id))
  const childrenOf = Map.groupBy(shapes, ({ parentId }) => (known.has(parentId) ? parentId : null))

  function childrenIn(parentId: TLShape['parentId'] | null, around: Surroundings): PlacedShape[] {
    const children = (childrenOf.get(parentId) ?? []).toSorted((a, b) => (a.index < b.index ? -1 : 1))
    return children.flatMap((shape) => {
      const { origin, ...rest } = around
      const { x, y, rotation } = shape
      const placement = placeInside(origin ?? origins.get(shape.parentId) ?? PAGE_ORIGIN, { x, y, rotation })
      const placed: PlacedShape = { shape, id: elementId(shape.id), placement, ...rest }
      const inside = childrenIn(shape.id, surroundingsIn(placed))
      return shape.type === 'frame' ? [...inside, placed] : [placed, ...inside]
    })
  }

  return childrenIn(null, { origin: null, groupIds: [], frameId: null, zone: null })
}

function surroundingsIn({ shape, id, placement, groupIds, frameId, zone }: PlacedShape): Surroundings {
  const type: string = shape.type
  return {
    origin: placement,
    groupIds: type === 'group' ? [id, ...groupIds] : groupIds,
    frameId: type === 'frame' ? id : frameId,
    zone: type === 'zone' ? id : zone,
  }
}
