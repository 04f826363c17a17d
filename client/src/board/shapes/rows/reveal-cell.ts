import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import { Box, type Editor, type TLShapeId } from 'tldraw'
import { onBoard, outsideBy } from '../../bring-into-room.ts'
import { freeRoom } from '../../free-room.ts'

/** Around the cell, px. */
const MARGIN = 12

/**
 * Moves the camera so that a cell which somebody writes into is on screen, above the bar; no further than that needs,
 * and at once: it is done with every key.
 *
 * @param bar what belongs to the fields and stays in sight below them
 */
export function revealCell(editor: Editor, id: TLShapeId, field: HTMLElement, bar: HTMLElement | null): void {
  const bounds = boundsOnPage(editor, id, field)
  if (!bounds) return
  const room = roomAbove(freeRoom(editor), bar?.offsetHeight ?? 0)
  if (room.w <= 0 || room.h <= 0) return
  const by = outsideBy(room, onBoard(editor, bounds))
  if (by.x === 0 && by.y === 0) return
  const { x, y, z } = editor.getCamera()
  editor.setCamera({ x: x - by.x / z, y: y - by.y / z, z })
}

function roomAbove({ x, y, w, h }: Bounds, bar: number): Bounds {
  const taken = bar === 0 ? 0 : bar + BAR_GAP
  return { x: x + MARGIN, y: y + MARGIN, w: w - 2 * MARGIN, h: h - 2 * MARGIN - taken }
}

/** Between a shape and its bar, px. */
export const BAR_GAP = 8

/** By where the field is in its shape: how the page draws it now may be a frame old. */
function boundsOnPage(editor: Editor, id: TLShapeId, field: HTMLElement): Box | undefined {
  const transform = editor.getShapePageTransform(id)
  if (!transform) return undefined
  const { offsetLeft: x, offsetTop: y, offsetWidth: w, offsetHeight: h } = field
  return Box.FromPoints(transform.applyToPoints(new Box(x, y, w, h).corners))
}
