import {
  getArrowBindings,
  react,
  type Editor,
  type TLArrowShape,
  type TLShapeId,
  type VecModel,
} from 'tldraw'
import { openPickerToPlace } from '../picker/open-picker.ts'
import { pickerOf } from '../picker/picker-request.ts'
import { bindEnd, dragConnector, guessConnector, type DraggedConnector } from './connect.ts'
import { lockedAt, pointer } from './connectable-at.ts'

/** The pointer that begins to drag, px of the window. */
export type Dragging = Pick<
  globalThis.PointerEvent,
  'clientX' | 'clientY' | 'pointerId' | 'pointerType' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'
>

/**
 * Hands the pointer to tldraw, which draws the arrow. Let go over something it is connected; over nothing the picker asks
 * what should be there, and without an answer the arrow goes again; over where it came from nothing is made.
 */
export function dragToConnect(editor: Editor, fromId: TLShapeId, at: Dragging): void {
  const { pointerId, shiftKey, altKey, ctrlKey, metaKey } = at
  const base = {
    type: 'pointer',
    target: 'canvas',
    pointerId,
    button: 0,
    point: { x: at.clientX, y: at.clientY, z: 0.5 },
    isPen: at.pointerType === 'pen',
    shiftKey,
    altKey,
    ctrlKey,
    metaKey,
    accelKey: ctrlKey,
  } as const
  // A finger's events go to where it came down, and the handle is gone while an arrow is dragged.
  editor.getContainer().querySelector('.tl-canvas')?.setPointerCapture(pointerId)
  editor.dispatch({ ...base, name: 'pointer_move' })
  editor.dispatch({ ...base, name: 'pointer_down' })
  const dragged = dragConnector(editor, fromId)
  if (dragged === null) return
  let dragging = false
  const stop = react('quick connect drag', () => {
    const inDrag = editor.isIn('select.dragging_handle')
    if (inDrag) {
      dragging = true
      const locked = lockedAt(editor, pointer(editor))
      // tldraw knows where an arrow is going to stick, but for what is locked; quick-connect shows it.
      editor.setHintingShapes(locked === undefined || locked.id === fromId ? [] : [locked.id])
    } else if (dragging) {
      stop()
      editor.setHintingShapes([])
      // Not while tldraw is still leaving its state.
      queueMicrotask(() => settle(editor, fromId, dragged))
    }
  })
}

function settle(editor: Editor, fromId: TLShapeId, dragged: DraggedConnector): void {
  const { arrowId, markId } = dragged
  const arrow = editor.getShape<TLArrowShape>(arrowId)
  if (arrow === undefined) return
  const toId = targetOf(editor, arrow)
  if (toId === fromId) {
    editor.bailToMark(markId)
    return
  }
  if (toId === undefined) {
    const { x, y } = editor.getShapePageTransform(arrow).applyToPoint(arrow.props.end)
    ask(editor, fromId, { dragged, at: { x, y } })
    return
  }
  if (getArrowBindings(editor, arrow).end?.toId !== toId) bindEnd(editor, arrowId, toId, 'end')
  guessConnector(editor, arrowId)
}

/** What an arrow has been let go over. What is locked counts where it lies over what tldraw has found. */
function targetOf(editor: Editor, arrow: TLArrowShape): TLShapeId | undefined {
  const found = getArrowBindings(editor, arrow).end?.toId
  const locked = lockedAt(editor, editor.inputs.currentPagePoint)
  if (found === undefined || locked === undefined) return locked?.id ?? found
  const inOrder = editor.getCurrentPageShapesSorted().map(({ id }) => id)
  return inOrder.indexOf(locked.id) > inOrder.indexOf(found) ? locked.id : found
}

interface Unanswered {
  readonly dragged: DraggedConnector
  /** Where it was let go, page px. */
  readonly at: VecModel
}

function ask(editor: Editor, fromId: TLShapeId, { dragged: { arrowId, markId }, at }: Unanswered): void {
  openPickerToPlace(editor, { at, fromId, arrowId })
  const asked = pickerOf(editor).get()
  const stop = react('quick connect picker', () => {
    if (asked !== null && pickerOf(editor).get() === asked) return
    // Not before whoever has closed the picker is done; and `stop` is there only after the first run.
    queueMicrotask(() => {
      stop()
      const arrow = editor.getShape<TLArrowShape>(arrowId)
      if (arrow !== undefined && getArrowBindings(editor, arrow).end === undefined) editor.bailToMark(markId)
    })
  })
}
