import type { Editor, TLShape } from 'tldraw'

/** Whether nobody can change a shape: it is locked, or something that it stands in is. */
export function isLocked(editor: Editor, shape: TLShape): boolean {
  return editor.isShapeOrAncestorLocked(shape)
}

/** Makes shapes such that they can be changed, and with them what they stand in. One undo step. */
export function unlock(editor: Editor, shapes: readonly TLShape[]): void {
  const locked = new Map(
    shapes
      .flatMap((shape) => [shape, ...editor.getShapeAncestors(shape)])
      .filter((shape) => shape.isLocked)
      .map((shape) => [shape.id, shape]),
  )
  if (locked.size === 0) return
  editor.markHistoryStoppingPoint('unlock')
  editor.updateShapes([...locked.values()].map(({ id, type }) => ({ id, type, isLocked: false })))
}
