import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import type { VecModel } from 'tldraw'
import { BAR_GAP } from './reveal-cell.ts'

/**
 * How far a bar is moved from its place below a shape so that it is in the room as well: up over the shape, but no
 * further than above it, and sideways, but not off it. All px of the board.
 *
 * @param shape where the shape lies on the board
 * @param bar its size
 */
export function barShift(room: Bounds, shape: Bounds, bar: Pick<Bounds, 'w' | 'h'>): VecModel {
  const below = shape.y + shape.h + BAR_GAP
  const highest = Math.max(room.y, shape.y - bar.h - BAR_GAP)
  const y = Math.min(below, Math.max(highest, room.y + room.h - bar.h))
  const inRoom = Math.max(room.x, Math.min(shape.x, room.x + room.w - bar.w))
  const x = Math.max(shape.x - bar.w, Math.min(inRoom, shape.x + shape.w))
  return { x: x - shape.x, y: y - below }
}
