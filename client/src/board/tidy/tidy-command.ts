import type { Editor } from 'tldraw'
import { runTidy } from './run-tidy.ts'

export const TIDY_LABEL = 'Tidy up'

/** Tidies what is selected, or the page where nothing is. */
export function tidyWhatIsMeant(editor: Editor): void {
  if (editor.getIsReadonly()) return
  const scope = editor.getSelectedShapeIds().length > 0 ? 'selection' : 'page'
  void runTidy(editor, { scope })
}
