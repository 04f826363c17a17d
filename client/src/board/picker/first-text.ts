import type { Editor } from 'tldraw'
import { isComponentItem, pickerItems } from './picker-items.ts'
import type { PickerRequest } from './picker-request.ts'
import { isPlainBox, textOfBox } from './pieces-on-board.ts'
import { NOTHING_STANDS } from './standings.ts'

/** What the boxes that are to be turned into something say is looked for first. */
export function firstText(editor: Editor, request: PickerRequest): string {
  if (request.mode === 'place') return ''
  const [first] = request.shapeIds
  const box = first === undefined ? undefined : editor.getShape(first)
  const text = box !== undefined && isPlainBox(editor, box) ? textOfBox(editor, box) : ''
  return pickerItems(text, NOTHING_STANDS).some(isComponentItem) ? text : ''
}
