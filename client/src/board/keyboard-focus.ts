import type { Editor } from 'tldraw'

type Focusable = Pick<Editor, 'getContainer' | 'getIsFocused' | 'focus' | 'blur'>

/**
 * The canvas hears the keyboard only while the page's focus is inside it. By itself tldraw goes on listening on the whole
 * page: a key pressed in the panel would choose a tool, and Backspace there would delete what is selected. The wheel
 * still moves the camera while the focus is elsewhere, without taking it. Returns the way to stop.
 */
export function keepKeyboardInside(editor: Focusable): () => void {
  const container = editor.getContainer()
  const page = container.ownerDocument

  function follow(target: EventTarget | null): void {
    if (!(target instanceof Node)) return
    if (container.contains(target)) editor.focus({ focusContainer: false })
    else editor.blur({ blurContainer: false })
  }
  function onFocusIn(event: FocusEvent): void {
    follow(event.target)
  }
  // A press on the canvas itself moves no focus by the browser's own rules.
  function onPointerDown(): void {
    if (!editor.getIsFocused()) editor.focus()
  }
  function onWheel(): void {
    if (editor.getIsFocused()) return
    editor.focus({ focusContainer: false })
    setTimeout(() => follow(page.activeElement))
  }

  page.addEventListener('focusin', onFocusIn)
  container.addEventListener('pointerdown', onPointerDown, { capture: true })
  container.addEventListener('wheel', onWheel, { capture: true, passive: true })
  // Something else may have had the focus before the canvas came, a dialog for one.
  if (page.activeElement !== page.body) follow(page.activeElement)
  return () => {
    page.removeEventListener('focusin', onFocusIn)
    container.removeEventListener('pointerdown', onPointerDown, { capture: true })
    container.removeEventListener('wheel', onWheel, { capture: true })
  }
}
