import type { Editor } from 'tldraw'

/**
 * Keeps tldraw's list of the keys that are held true. tldraw passes over an Escape or a comma that it believes to be held,
 * and pans for as long as the space bar is; yet it does not hear a key come up in a field, on a button, in a dialog or in
 * another window. Listens only, and stops nothing. Returns the way to stop.
 */
export function keepKeysHeldTrue(editor: Editor): () => void {
  const page = editor.getContainer().ownerDocument
  const view = page.defaultView
  if (!view) return () => {}
  /** Came up a moment ago; tldraw may be about to hear of it. */
  const cameUp = new Set<string>()

  function onKeyDown(event: KeyboardEvent): void {
    // Only a key that was up can go down.
    if (event.repeat) return
    const code = codeOf(event)
    cameUp.delete(code)
    letGo(editor, code)
  }
  function onKeyUp(event: KeyboardEvent): void {
    const code = codeOf(event)
    cameUp.add(code)
    // tldraw hears it first, where it does: for some keys it does nothing unless it knew them held.
    editor.timers.setTimeout(() => {
      if (cameUp.delete(code)) letGo(editor, code)
    }, 0)
  }
  function letGoOfAll(): void {
    for (const code of editor.inputs.keys) letGo(editor, code)
  }
  function onVisibilityChange(): void {
    if (page.visibilityState === 'hidden') letGoOfAll()
  }

  // From above everything: what is pressed in a field or in a dialog is often stopped on its way.
  view.addEventListener('keydown', onKeyDown, { capture: true })
  view.addEventListener('keyup', onKeyUp, { capture: true })
  view.addEventListener('blur', letGoOfAll)
  page.addEventListener('visibilitychange', onVisibilityChange)
  return () => {
    view.removeEventListener('keydown', onKeyDown, { capture: true })
    view.removeEventListener('keyup', onKeyUp, { capture: true })
    view.removeEventListener('blur', letGoOfAll)
    page.removeEventListener('visibilitychange', onVisibilityChange)
  }
}

/** What tldraw's list calls a key. These two it knows by what they write, wherever they are on the keyboard. */
function codeOf({ key, code }: KeyboardEvent): string {
  return key === 'Escape' ? 'Escape' : key === ',' ? 'Comma' : code
}

function letGo(editor: Editor, code: string): void {
  if (!editor.inputs.keys.has(code)) return
  if (code !== 'Space') {
    // Only the list is put right. A key that comes up has a meaning: Enter would begin to edit what is selected.
    editor.inputs.keys.delete(code)
    return
  }
  editor.dispatch({
    type: 'keyboard',
    name: 'key_up',
    key: ' ',
    code,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    accelKey: false,
  })
}
