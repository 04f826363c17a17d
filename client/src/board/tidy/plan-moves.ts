import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import type { TLShape, TLShapePartial, TLShapeId } from 'tldraw'
import { clearOffset } from './clear-offset.ts'
import type { LayoutResult, Place } from './lay-out.ts'
import { isZoneShape, type Design, type DesignBox } from './read-designs.ts'

export interface PlannedMoves {
  /** One for each shape that is not there yet. */
  readonly changes: readonly TLShapePartial[]
  /** Shapes that somebody has moved, resized, locked or removed while the layout was made. They stay as they are. */
  readonly skipped: readonly TLShapeId[]
}

/** Less than this is no difference anybody sees, px. */
const SAME = 0.5

/**
 * How a layout changes the shapes, with the middle of the whole where it was, or as near to that as it lies on nothing
 * else. `now` looks a shape up as it is at this
 * moment; undefined when it has gone, or may not be changed.
 */
export function planMoves(
  { boxes, standing }: Design,
  result: LayoutResult,
  now: (id: TLShapeId) => TLShape | undefined,
): PlannedMoves {
  const offset = offsetOf(boxes, standing, result)
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const targetOf = (box: DesignBox): Place & { w?: number; h?: number } => {
    const place = box.isZone ? result.zones.get(box.id) : result.nodes.get(box.id)
    if (!place) throw new Error(`the layout has no place for ${box.id}`)
    return { ...place, x: place.x + offset.x, y: place.y + offset.y }
  }
  const moveOf = (box: DesignBox): Place => {
    const { x, y } = targetOf(box)
    return { x: x - box.bounds.x, y: y - box.bounds.y }
  }
  const isSteady = (box: DesignBox): boolean => {
    const zone = box.zoneId === null ? undefined : byId.get(box.zoneId)
    return isAsItWas(box.was, now(box.id)) && (zone === undefined || isSteady(zone))
  }

  const steady = boxes.filter(isSteady)
  const changes = steady.flatMap((box): TLShapePartial[] => {
    const own = moveOf(box)
    // What stands in a zone is measured from the zone, which moves itself.
    const zone = box.zoneId === null ? undefined : byId.get(box.zoneId)
    const carried = zone ? moveOf(zone) : { x: 0, y: 0 }
    const { id, type } = box.was
    const x = neat(box.was.x + own.x - carried.x)
    const y = neat(box.was.y + own.y - carried.y)
    const moved = differs(x, box.was.x) || differs(y, box.was.y)
    const { w, h } = targetOf(box)
    const resized =
      w !== undefined && h !== undefined && (differs(w, box.bounds.w) || differs(h, box.bounds.h))
    if (!moved && !resized) return []
    return [{ id, type, ...(moved ? { x, y } : {}), ...(resized ? { props: { w, h } } : {}) }]
  })
  const kept = new Set(steady.map(({ id }) => id))
  return { changes, skipped: boxes.filter(({ id }) => !kept.has(id)).map(({ id }) => id) }
}

function offsetOf(boxes: readonly DesignBox[], standing: readonly Bounds[], result: LayoutResult): Place {
  const before = boxes.map(({ bounds }) => bounds)
  const after = boxes.flatMap(({ id, isZone, bounds }) => {
    const zone = result.zones.get(id)
    const node = result.nodes.get(id)
    if (isZone) return zone ? [zone] : []
    return node ? [{ ...node, w: bounds.w, h: bounds.h }] : []
  })
  const from = middleOf(before)
  const to = middleOf(after)
  const back = { x: Math.round(from.x - to.x), y: Math.round(from.y - to.y) }
  const placed = after.map(({ x, y, w, h }) => ({ x: x + back.x, y: y + back.y, w, h }))
  const clear = clearOffset(placed, standing)
  return { x: back.x + Math.round(clear.x), y: back.y + Math.round(clear.y) }
}

function middleOf(rects: readonly { x: number; y: number; w: number; h: number }[]): Place {
  const left = Math.min(...rects.map(({ x }) => x))
  const right = Math.max(...rects.map(({ x, w }) => x + w))
  const top = Math.min(...rects.map(({ y }) => y))
  const bottom = Math.max(...rects.map(({ y, h }) => y + h))
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

function isAsItWas(was: TLShape, now: TLShape | undefined): boolean {
  if (!now || now.parentId !== was.parentId) return false
  if (now.x !== was.x || now.y !== was.y || now.rotation !== was.rotation) return false
  if (!isZoneShape(was) || !isZoneShape(now)) return true
  return now.props.w === was.props.w && now.props.h === was.props.h
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) >= SAME
}

/** Sums of whole and stored numbers, without the noise of adding them. */
function neat(length: number): number {
  return Math.round(length * 1000) / 1000
}
