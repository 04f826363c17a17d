import { CARD } from '@drawbar/shared/board/shapes/card-shape.ts'
import { COMPONENT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { WORKSHEET } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { ZONE, type ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import {
  Box,
  Group2d,
  Mat,
  type Editor,
  type TLArrowBinding,
  type TLArrowShape,
  type TLParentId,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { breakCycles } from './break-cycles.ts'
import type { LayoutDirection, LayoutEdge, LayoutInput } from './lay-out.ts'

export type TidyScope = 'selection' | 'page'

/** A box as it stood when the layout was asked for. */
export interface DesignBox {
  readonly id: TLShapeId
  readonly isZone: boolean
  /** The zone it stands in, when that one is laid out too. */
  readonly zoneId: TLShapeId | null
  /** In the space of the design's container, px. */
  readonly bounds: Box
  readonly was: TLShape
}

/** Boxes that are laid out together: those of a page, or those of one frame. */
export interface Design {
  readonly boxes: readonly DesignBox[]
  /** What stands beside them and is not laid out, in the space of the container, px. */
  readonly standing: readonly Box[]
  readonly input: LayoutInput
}

/** Room in a zone: its label stands at the top. Page px. */
const ZONE_PADDING = { top: 56, side: 32 } as const
const LEAST_ZONE = { w: 240, h: 160 } as const

/** Boxes that stand for a part of the system even while nothing is connected to them. */
const ALWAYS_PLACED: ReadonlySet<string> = new Set([COMPONENT, ZONE])
/** Boxes that are placed when an arrow leads to them, when a zone holds them or when they are selected. */
const OTHER_BOXES: ReadonlySet<string> = new Set(['geo', CARD, 'group'])
/** What the laid out boxes must not come to lie on. */
const KEPT_CLEAR: ReadonlySet<string> = new Set([
  ...ALWAYS_PLACED,
  ...OTHER_BOXES,
  WORKSHEET,
  'note',
  'image',
])

/**
 * What of the page can be laid out: components, boxes, cards and zones that nobody has locked. A group counts as one box,
 * and so does a zone that is rotated or in which something is locked; what lies in a frame is laid out by itself. Strokes, text and pictures are not looked at.
 */
export function readDesigns(editor: Editor, scope: TidyScope, direction?: LayoutDirection): Design[] {
  const gathered = new Map<TLParentId, DesignBox[]>()
  const visit = (shape: TLShape, containerId: TLParentId, zoneId: TLShapeId | null): void => {
    if (editor.isShapeOrAncestorLocked(shape)) return
    if (shape.type === 'frame') {
      for (const child of childrenOf(editor, shape.id)) visit(child, shape.id, null)
      return
    }
    if (!ALWAYS_PLACED.has(shape.type) && !OTHER_BOXES.has(shape.type)) return
    const isZone = shape.type === ZONE && shape.rotation === 0 && !holdsLocked(editor, shape.id)
    const boxes = gathered.get(containerId) ?? []
    boxes.push({ id: shape.id, isZone, zoneId, bounds: boundsIn(editor, shape, containerId), was: shape })
    gathered.set(containerId, boxes)
    if (isZone) for (const child of childrenOf(editor, shape.id)) visit(child, containerId, shape.id)
  }
  const roots = scope === 'page' ? editor.getCurrentPageShapesSorted() : editor.getSelectedShapes()
  for (const shape of roots) {
    if (scope === 'selection' || shape.parentId === editor.getCurrentPageId())
      visit(shape, shape.parentId, null)
  }
  return [...gathered].map(([containerId, boxes]) =>
    designOf(editor, { containerId, boxes, scope, direction }),
  )
}

function designOf(
  editor: Editor,
  gathered: {
    readonly containerId: TLParentId
    readonly boxes: readonly DesignBox[]
    scope: TidyScope
    direction: LayoutDirection | undefined
  },
): Design {
  const links = linksAmong(editor, new Set(gathered.boxes.map(({ id }) => id)))
  const linked = new Set(links.flatMap(({ fromId, toId }) => [fromId, toId]))
  const boxes =
    gathered.scope === 'selection'
      ? gathered.boxes
      : gathered.boxes.filter((box) => {
          return ALWAYS_PLACED.has(box.was.type) || box.zoneId !== null || linked.has(box.id)
        })
  const direction = gathered.direction ?? directionOf(boxes, links)
  const ordered = boxes.toSorted(inOrder(direction))
  const place = new Map(ordered.map(({ id }, index) => [id, index]))
  const rank = (id: TLShapeId) => place.get(id) ?? 0
  return {
    boxes: ordered,
    standing: standingBeside(editor, gathered.containerId, ordered),
    input: {
      direction,
      nodes: ordered
        .filter(({ isZone }) => !isZone)
        .map(({ id, zoneId, bounds }) => ({ key: id, w: bounds.w, h: bounds.h, parentKey: zoneId })),
      zones: ordered
        .filter(({ isZone }) => isZone)
        .map(({ id, zoneId, bounds }) => ({
          key: id,
          parentKey: zoneId,
          padding: ZONE_PADDING,
          least: ordered.some((box) => box.zoneId === id) ? LEAST_ZONE : { w: bounds.w, h: bounds.h },
        })),
      edges: breakCycles(
        boxes.toSorted(inOrder(direction === 'right' ? 'down' : 'right')).map(({ id }) => id),
        links
          .toSorted((a, b) => rank(a.fromId) - rank(b.fromId) || rank(a.toId) - rank(b.toId))
          .map(({ fromId, toId, labelSize }): LayoutEdge => ({ fromKey: fromId, toKey: toId, labelSize })),
      ),
    },
  }
}

interface Link {
  readonly fromId: TLShapeId
  readonly toId: TLShapeId
  readonly labelSize: LayoutEdge['labelSize']
}

/** Arrows that lead from one of these boxes to another, in the way they point. */
function linksAmong(editor: Editor, ids: ReadonlySet<TLShapeId>): Link[] {
  const boxAround = (id: TLShapeId): TLShapeId | undefined => {
    if (ids.has(id)) return id
    return editor.findShapeAncestor(id, (shape) => ids.has(shape.id))?.id
  }
  return editor.getCurrentPageShapesSorted().flatMap((arrow) => {
    if (!editor.isShapeOfType<TLArrowShape>(arrow, 'arrow')) return []
    const ends = editor.getBindingsFromShape<TLArrowBinding>(arrow, 'arrow')
    const start = ends.find(({ props }) => props.terminal === 'start')
    const end = ends.find(({ props }) => props.terminal === 'end')
    const fromId = start && boxAround(start.toId)
    const toId = end && boxAround(end.toId)
    if (!fromId || !toId || fromId === toId) return []
    const labelSize = labelSizeOf(editor, arrow)
    const backwards = arrow.props.arrowheadStart !== 'none' && arrow.props.arrowheadEnd === 'none'
    return [backwards ? { fromId: toId, toId: fromId, labelSize } : { fromId, toId, labelSize }]
  })
}

function labelSizeOf(editor: Editor, arrow: TLShape): Link['labelSize'] {
  const geometry = editor.getShapeGeometry(arrow)
  const label = geometry instanceof Group2d ? geometry.children.find(({ isLabel }) => isLabel) : undefined
  return label ? { w: label.bounds.w, h: label.bounds.h } : null
}

/**
 * The way most of the arrows run already, so that tidying turns nobody's drawing on its side. An arrow runs right when it
 * leads to a box that begins where the other has ended; length says nothing, since a wide fan has long arrows across.
 */
function directionOf(boxes: readonly DesignBox[], links: readonly Link[]): LayoutDirection {
  const bounds = new Map(boxes.map((box) => [box.id, box.bounds]))
  let right = 0
  let down = 0
  for (const { fromId, toId } of links) {
    const from = bounds.get(fromId)
    const to = bounds.get(toId)
    if (!from || !to) continue
    if (to.minX >= from.maxX) right += 1
    if (to.minY >= from.maxY) down += 1
  }
  return down > right ? 'down' : 'right'
}

/** Across the arrows of a direction first: what stands higher in a column stays higher in it. */
function inOrder(direction: LayoutDirection): (a: DesignBox, b: DesignBox) => number {
  return ({ bounds: a, id: aId }, { bounds: b, id: bId }) => {
    const byY = a.center.y - b.center.y
    const byX = a.center.x - b.center.x
    return (direction === 'right' ? byY || byX : byX || byY) || (aId < bId ? -1 : 1)
  }
}

/** What lay on one of the boxes already may do so again: a note that somebody stuck to it. */
function standingBeside(editor: Editor, containerId: TLParentId, boxes: readonly DesignBox[]): Box[] {
  const laidOut = new Set(boxes.map(({ id }) => id))
  return childrenOf(editor, containerId).flatMap((shape) => {
    if (laidOut.has(shape.id) || !KEPT_CLEAR.has(shape.type)) return []
    const bounds = boundsIn(editor, shape, containerId)
    return boxes.some((box) => Box.Collides(box.bounds, bounds)) ? [] : [bounds]
  })
}

function holdsLocked(editor: Editor, id: TLShapeId): boolean {
  return childrenOf(editor, id).some((child) => child.isLocked)
}

function childrenOf(editor: Editor, id: TLParentId): TLShape[] {
  return editor.getSortedChildIdsForParent(id).flatMap((childId) => editor.getShape(childId) ?? [])
}

function boundsIn(editor: Editor, shape: TLShape, containerId: TLParentId): Box {
  const container = editor.getShape(containerId)
  const toContainer = container ? editor.getShapePageTransform(container).clone().invert() : Mat.Identity()
  const transform = Mat.Compose(toContainer, editor.getShapePageTransform(shape))
  return Box.FromPoints(transform.applyToPoints(editor.getShapeGeometry(shape).bounds.corners))
}

/** What a zone's record says of its size. */
export function isZoneShape(shape: TLShape): shape is TLShape & ZoneShape {
  return shape.type === ZONE
}
