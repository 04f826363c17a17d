import { CARD } from '@drawbar/shared/board/shapes/card-shape.ts'
import { COMPONENT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { TLPOINTER_ID, type Editor, type TLShape, type TLShapeId, type VecLike } from 'tldraw'
import { isConnectable } from '../picker/pieces-on-board.ts'

/**
 * What a connection begins from: the component or card under the pointer, or else the one that is selected. A locked one
 * counts: the arrow leads there and changes nothing of it. Null while anything else is going on.
 */
export function sourceAtPointer(editor: Editor): TLShapeId | null {
  if (editor.getIsReadonly() || !editor.isIn('select.idle') || editor.getEditingShapeId() !== null)
    return null
  const hovered = editor.getHoveredShapeId()
  if (hovered !== null && isSource(editor, editor.getShape(hovered))) return hovered
  if (hovered === null) {
    const locked = lockedAt(editor, pointer(editor), editor.options.hitTestMargin / editor.getZoomLevel())
    if (isSource(editor, locked)) return locked.id
  }
  const selected = editor.getOnlySelectedShape() ?? undefined
  return isSource(editor, selected) ? selected.id : null
}

/**
 * The topmost of what may be connected and is locked, so that tldraw's own pointer passes it by.
 *
 * @param margin how far outside of it still counts, page px
 */
export function lockedAt(editor: Editor, point: VecLike, margin = 0): TLShape | undefined {
  return editor
    .getCurrentPageShapesSorted()
    .findLast(
      (shape) => shape.isLocked && isConnectable(editor, shape) && isInside(editor, shape, { point, margin }),
    )
}

/** Where the pointer is on the page, to be followed by what is computed from it. */
export function pointer(editor: Editor): VecLike {
  return editor.store.get(TLPOINTER_ID) ?? editor.inputs.currentPagePoint
}

/** Anywhere in it: a box without a fill is hollow to tldraw. */
function isInside(
  editor: Editor,
  { id }: TLShape,
  { point, margin }: { readonly point: VecLike; readonly margin: number },
): boolean {
  const bounds = editor.getShapeGeometry(id).bounds
  return bounds.containsPoint(editor.getPointInShapeSpace(id, point), margin)
}

function isSource(editor: Editor, shape: TLShape | undefined): shape is TLShape {
  return shape !== undefined && (editor.isShapeOfType(shape, COMPONENT) || editor.isShapeOfType(shape, CARD))
}
