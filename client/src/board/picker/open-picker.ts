import type { Editor, TLShapeId, VecModel } from 'tldraw'
import { canBeTurned, isConnectable } from './pieces-on-board.ts'
import { pickerOf } from './picker-request.ts'

/**
 * Opens the picker for what is selected: plain boxes with a text are turned into components, one component gets
 * something connected to it, anything else just gets company.
 */
export function openPicker(editor: Editor, at: VecModel | null = null): void {
  if (editor.getIsReadonly()) return
  const selected = editor.getSelectedShapes()
  if (canBeTurned(editor, selected)) {
    pickerOf(editor).set({ mode: 'turn-into', shapeIds: selected.map(({ id }) => id) })
    return
  }
  const [only] = selected
  const fromId = selected.length === 1 && only !== undefined && isConnectable(editor, only) ? only.id : null
  openPickerToPlace(editor, { at, fromId })
}

export interface PlaceHere {
  readonly at?: VecModel | null
  readonly fromId?: TLShapeId | null
  readonly arrowId?: TLShapeId | null
}

export function openPickerToPlace(
  editor: Editor,
  { at = null, fromId = null, arrowId = null }: PlaceHere,
): void {
  if (editor.getIsReadonly()) return
  editor.complete()
  pickerOf(editor).set({ mode: 'place', at, fromId, arrowId })
}
