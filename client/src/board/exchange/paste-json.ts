import type { Editor, TLUiActionItem, TLUiOverrideHelpers, VecLike } from 'tldraw'

/**
 * Takes pasted JSON as a text: tldraw takes the paste and then passes over it without a word. Everything else that is on
 * a clipboard stays tldraw's. Returns the way to stop.
 */
export function takePastedJson(editor: Editor): () => void {
  const { defaultView } = editor.getContainer().ownerDocument
  const onPaste = (event: ClipboardEvent) => {
    // What tldraw, which listens on the document, has not taken is not for the canvas.
    if (!event.defaultPrevented || editor.getEditingShapeId() !== null || isField(event.target)) return
    const data = event.clipboardData
    if (!data || data.files.length > 0 || data.types.includes('text/html')) return
    pasteIfJson(editor, data.getData('text/plain'), pointOfKeys(editor))
  }
  defaultView?.addEventListener('paste', onPaste)
  return () => defaultView?.removeEventListener('paste', onPaste)
}

/** tldraw's "Paste" of the menus, with JSON as a text. */
export function pasteFromMenu(
  editor: Editor,
  paste: TLUiActionItem,
  helpers: Pick<TLUiOverrideHelpers, 'paste' | 'addToast' | 'msg'>,
): TLUiActionItem {
  return {
    ...paste,
    async onSelect(source) {
      const point = source === 'context-menu' ? editor.inputs.currentPagePoint.clone() : undefined
      try {
        const items = await navigator.clipboard.read()
        if (!pasteIfJson(editor, await textAlone(items), point)) await helpers.paste(items, source, point)
      } catch {
        helpers.addToast({
          title: helpers.msg('action.paste-error-title'),
          description: helpers.msg('action.paste-error-description'),
          severity: 'error',
        })
      }
    },
  }
}

function pasteIfJson(editor: Editor, text: string, point: VecLike | undefined): boolean {
  if (!isPassedOver(text)) return false
  editor.markHistoryStoppingPoint('paste')
  void editor.putExternalContent({ type: 'text', text, point })
  return true
}

/** What tldraw does nothing with: JSON that is neither Excalidraw's clipboard nor holds tldraw's own. */
function isPassedOver(text: string): boolean {
  if (text.includes('<div data-tldraw')) return false
  try {
    const json: unknown = JSON.parse(text)
    // Null is a text to tldraw.
    if (json === null) return false
    return !(typeof json === 'object' && 'type' in json && json.type === 'excalidraw/clipboard')
  } catch {
    return false
  }
}

/** Empty where there is something else as well. */
async function textAlone([item, ...others]: readonly ClipboardItem[]): Promise<string> {
  if (item === undefined || others.length > 0 || item.types.some((type) => type !== 'text/plain')) return ''
  const blob = await item.getType('text/plain')
  return blob.text()
}

/** At the pointer with shift, or without it for those who have chosen so, as tldraw pastes. */
function pointOfKeys(editor: Editor): VecLike | undefined {
  const isAtPointer = editor.inputs.shiftKey !== editor.user.getIsPasteAtCursorMode()
  return isAtPointer ? editor.inputs.currentPagePoint.clone() : undefined
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null
}
