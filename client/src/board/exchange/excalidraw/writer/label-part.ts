import { elementId } from './element-id.ts'
import type { Point } from './scene-geometry.ts'
import type { ScenePart } from './scene-part.ts'
import { roomFor, writingPart, type Writing } from './text-part.ts'

/** Px between a box and a text at its side. */
const PADDING = 5

/** The text in a shape's box, in the shape's own coordinates; null when there is nothing to read. */
export function labelInBox(
  shapeId: string,
  box: { readonly w: number; readonly h: number },
  writing: Writing,
): ScenePart | null {
  const { text, fontSize, align, vertical } = writing
  if (text.trim() === '') return null
  const room = roomFor(text, fontSize)
  const w = Math.max(1, Math.min(room.w, box.w - 2 * PADDING))
  const x = align === 'center' ? (box.w - w) / 2 : align === 'right' ? box.w - w - PADDING : PADDING
  const y =
    vertical === 'middle' ? (box.h - room.h) / 2 : vertical === 'bottom' ? box.h - room.h - PADDING : PADDING
  return writingPart(writing, {
    at: { x, y },
    size: { w, h: room.h },
    containerId: elementId(shapeId),
    autoResize: true,
  })
}

/** The text around a point of a line; null when there is nothing to read. */
export function labelAround(shapeId: string, middle: Point, writing: Writing): ScenePart | null {
  if (writing.text.trim() === '') return null
  const size = roomFor(writing.text, writing.fontSize)
  return writingPart(writing, {
    at: { x: middle.x - size.w / 2, y: middle.y - size.h / 2 },
    size,
    containerId: elementId(shapeId),
    autoResize: true,
  })
}
