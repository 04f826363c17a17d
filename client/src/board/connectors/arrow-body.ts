import type { Editor, Geometry2d, TLShapeId, VecModel } from 'tldraw'

/** The line of an arrow. Its geometry is that and, with a text, its label. */
export function arrowBody(editor: Editor, id: TLShapeId): Geometry2d | undefined {
  const geometry = editor.getShapeGeometry(id)
  return 'children' in geometry && Array.isArray(geometry.children)
    ? (geometry.children as Geometry2d[]).find(({ isLabel }) => !isLabel)
    : geometry
}

/** The corners of an arrow's line, page px. */
export function arrowPath(editor: Editor, id: TLShapeId): readonly VecModel[] {
  const toPage = editor.getShapePageTransform(id)
  return arrowBody(editor, id)?.vertices.map((point) => toPage.applyToPoint(point)) ?? []
}
