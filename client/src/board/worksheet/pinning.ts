import { COMPONENT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { pinText, type Pin } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { atom, WeakCache, type Atom, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { isLocked } from '../locks.ts'

export interface Pinning {
  readonly pin: Pin
  /** Of the row. */
  readonly name: string
}

const pinnings = new WeakCache<Editor, Atom<Pinning | null>>()

function pinningOf(editor: Editor): Atom<Pinning | null> {
  return pinnings.get(editor, () => atom<Pinning | null>('pinning', null))
}

/** The result that waits for a component or an arrow; null while there is none. */
export function currentPinning(editor: Editor): Pinning | null {
  return pinningOf(editor).get()
}

/** Ends writing and lets the person choose what the result is pinned to. */
export function startPinning(editor: Editor, pin: Pin, name: string): void {
  if (editor.getIsReadonly()) return
  if (editor.getEditingShapeId() !== null) editor.complete()
  pinningOf(editor).set({ pin, name })
}

export function stopPinning(editor: Editor): void {
  pinningOf(editor).set(null)
}

/** Components and arrows that nobody has locked. */
export function canBePinnedTo(editor: Editor, shape: TLShape): boolean {
  return (shape.type === COMPONENT || shape.type === 'arrow') && !isLocked(editor, shape)
}

/** Pins a result as one undo step, in place of an earlier pin. */
export function setPin(editor: Editor, id: TLShapeId, pin: Pin): void {
  const shape = editor.getShape(id)
  if (!shape || !canBePinnedTo(editor, shape) || editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('pin a result')
  editor.updateShape({ id, type: shape.type, meta: { pin: pinText(pin) } })
}

export function unpin(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id)
  if (!shape || isLocked(editor, shape) || editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('unpin a result')
  // tldraw merges `meta`; only a whole record can lose a key.
  editor.store.update(id, (before) => {
    const { pin: _pin, ...meta } = before.meta
    return { ...before, meta }
  })
}
