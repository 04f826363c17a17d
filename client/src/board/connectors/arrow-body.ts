import type { Editor, Geometry2d, TLShapeId } from 'tldraw'

/** The line of an arrow. Its geometry is that and, with a text, its label. */
export function arrowBody(editor: Editor, id: TLShapeId): Geometry2d | undefined {
  const geometry = editor.getShapeGeometry(id)
  return 'children' in geometry && Array.isArray(geometry.children)
    ? (geometry.children as Geometry2d[]).find(({ isLabel }) => !isLabel)
    : geometry
}
