import { useLayoutEffect, type RefObject } from 'react'
import type { Editor } from 'tldraw'

/** Gives the keyboard to the canvas when something goes that has it; otherwise the browser gives it to nobody. */
export function useKeyboardBack(editor: Editor, element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current } = element
    return () => {
      if (current?.contains(document.activeElement)) editor.getContainer().focus()
    }
  }, [editor, element])
}
