import type { Editor } from 'tldraw'
import { namedIn } from './named-in.ts'
import type { PickerRequest } from './picker-request.ts'
import { isPlainBox, textOfBox } from './pieces-on-board.ts'

/** What is looked for first: in boxes that are to be turned into something, what their text names. */
export function firstText(editor: Editor, request: PickerRequest): string {
  if (request.mode === 'place') return ''
  const [first] = request.shapeIds
  const box = first === undefined ? undefined : editor.getShape(first)
  return box !== undefined && isPlainBox(editor, box) ? namedIn(textOfBox(editor, box)) : ''
}
