import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import type { Editor, VecModel } from 'tldraw'
import { freeRoom } from './free-room.ts'

/** Around what is brought into the room, px. */
const MARGIN = 24
const MOVE_MS = 200

/**
 * How far a box lies outside a room, so that moved back by it the box is inside; where it is too large its upper left
 * corner is.
 */
export function outsideBy(room: Bounds, box: Bounds): VecModel {
  return {
    x: stretch(room.x, room.w, box.x, box.w),
    y: stretch(room.y, room.h, box.y, box.h),
  }
}

function stretch(from: number, length: number, at: number, size: number): number {
  const after = at + size - (from + length)
  return at < from || size > length ? at - from : Math.max(0, after)
}

/** Page bounds as they lie on the board now, px from its top left corner. */
export function onBoard(editor: Editor, { x, y, w, h }: Bounds): Bounds {
  const at = editor.pageToViewport({ x, y })
  const zoom = editor.getZoomLevel()
  return { x: at.x, y: at.y, w: w * zoom, h: h * zoom }
}

/** Moves the camera so that something on the page is in the middle of the free room, unless it is whole in there already. */
export function bringIntoRoom(editor: Editor, bounds: Bounds): void {
  if (isNothing(outsideBy(inset(freeRoom(editor)), onBoard(editor, bounds)))) return
  centreInRoom(editor, bounds, { most: editor.getZoomLevel(), duration: MOVE_MS })
}

/**
 * Moves the camera no further than something on the page needs to be whole in the free room, and out when it is larger
 * than that.
 */
export function bringJustIntoRoom(editor: Editor, bounds: Bounds): void {
  const room = freeRoom(editor)
  const box = onBoard(editor, bounds)
  if (room.w <= 0 || room.h <= 0 || isNothing(outsideBy(room, box))) return
  const clear = inset(room)
  const { x, y, z } = editor.getCamera()
  if (box.w > clear.w || box.h > clear.h) {
    centreInRoom(editor, bounds, { most: z, duration: MOVE_MS })
    return
  }
  const by = outsideBy(clear, box)
  editor.setCamera({ x: x - by.x / z, y: y - by.y / z, z }, { animation: { duration: MOVE_MS } })
}

function isNothing({ x, y }: VecModel): boolean {
  return x === 0 && y === 0
}

export interface CentreOptions {
  /** Zoomed in no further than this; out as far as the whole of it needs. */
  readonly most: number
  /** Of the way there, ms. */
  readonly duration: number
}

/** Moves the camera so that something on the page is in the middle of the free room. */
export function centreInRoom(editor: Editor, bounds: Bounds, { most, duration }: CentreOptions): void {
  const room = inset(freeRoom(editor))
  if (room.w <= 0 || room.h <= 0) return
  const least = editor.getCameraOptions().zoomSteps[0] ?? 0.1
  const z = Math.max(least, Math.min(most, room.w / bounds.w, room.h / bounds.h))
  editor.setCamera(
    {
      x: (room.x + room.w / 2) / z - (bounds.x + bounds.w / 2),
      y: (room.y + room.h / 2) / z - (bounds.y + bounds.h / 2),
      z,
    },
    { animation: { duration } },
  )
}

function inset({ x, y, w, h }: Bounds): Bounds {
  return { x: x + MARGIN, y: y + MARGIN, w: w - 2 * MARGIN, h: h - 2 * MARGIN }
}
