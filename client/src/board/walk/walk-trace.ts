import type { WalkStop } from '@drawbar/shared/interview/walk.ts'
import { Group2d, type Editor, type Geometry2d, type TLShapeId } from 'tldraw'
import { arrowBody } from '../connectors/arrow-body.ts'
import { outside } from './outside.ts'

/**
 * The line along the arrow that leads to a stop, in screen px, each part as `points` of a polyline: what is written on the
 * arrow stays free. Nothing where the stop or its arrow has been removed.
 */
export function traceTo(editor: Editor, { shapeId, viaId }: WalkStop): readonly string[] {
  const arrow = viaId === null ? undefined : editor.getShape(viaId as TLShapeId)
  if (!arrow || !editor.getShape(shapeId as TLShapeId)) return []
  const line = arrowBody(editor, arrow.id)?.vertices ?? []
  const label = labelOf(editor.getShapeGeometry(arrow))
  const parts = label ? outside(line, label.bounds) : [line]
  const transform = editor.getShapePageTransform(arrow)
  return parts.map((part) =>
    transform
      .applyToPoints(part)
      .map((point) => editor.pageToViewport(point))
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' '),
  )
}

function labelOf(geometry: Geometry2d): Geometry2d | undefined {
  return geometry instanceof Group2d ? geometry.children.find(({ isLabel }) => isLabel) : undefined
}
