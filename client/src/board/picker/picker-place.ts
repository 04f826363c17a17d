import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import type { Editor, VecModel } from 'tldraw'
import { freeRoom } from '../free-room.ts'
import type { PickerRequest } from './picker-request.ts'

/** As large as the picker is where there is room, px. */
const WIDTH = 340
const HEIGHT = 420

/** Between what the picker was opened for and the picker, px. */
const GAP = 16

/** Beside what it was opened for, whole on the board, off tldraw's own parts. Px from the board's top left corner. */
export function pickerPlace(editor: Editor, request: PickerRequest): Bounds {
  return placeIn(freeRoom(editor), anchorOf(editor, request))
}

/** The picker's bounds with its top left corner at the anchor, or as near to it as it is whole in the room. */
export function placeIn(room: Bounds, anchor: VecModel): Bounds {
  const w = Math.min(WIDTH, room.w)
  const h = Math.min(HEIGHT, room.h)
  return {
    x: Math.max(room.x, Math.min(anchor.x, room.x + room.w - w)),
    y: Math.max(room.y, Math.min(anchor.y, room.y + room.h - h)),
    w,
    h,
  }
}

function anchorOf(editor: Editor, request: PickerRequest): VecModel {
  if (request.mode === 'place' && request.at !== null) return editor.pageToViewport(request.at)
  const id = request.mode === 'place' ? request.fromId : request.shapeIds[0]
  const bounds = id === null || id === undefined ? undefined : editor.getShapePageBounds(id)
  if (bounds !== undefined) {
    const { x, y } = editor.pageToViewport({ x: bounds.maxX, y: bounds.minY })
    return { x: x + GAP, y }
  }
  const screen = editor.getViewportScreenBounds()
  return { x: screen.w / 2 - WIDTH / 2, y: screen.h / 2 - HEIGHT / 2 }
}
