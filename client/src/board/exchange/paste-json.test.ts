// @vitest-environment jsdom
import type { Editor, TLUiActionItem, TLUiOverrideHelpers as Helpers } from 'tldraw'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openEditor } from '../testing/open-editor.ts'
import { pasteFromMenu, takePastedJson } from './paste-json.ts'

const GRAPH = '{ "format": "drawbar-graph", "version": 1 }'
const texts: string[] = []

function open(): Editor {
  const editor = openEditor()
  editor.registerExternalContentHandler('text', ({ text }) => void texts.push(text))
  return editor
}

beforeEach(() => {
  texts.length = 0
})

describe('pasted by keys', () => {
  /** A paste that tldraw has taken or not. */
  function paste(target: EventTarget, kinds: Record<string, string>, isTaken = true): void {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    const clipboardData = {
      files: [],
      types: Object.keys(kinds),
      getData: (kind: string) => kinds[kind] ?? '',
    }
    Object.assign(event, { clipboardData })
    const onPaste = () => isTaken && event.preventDefault()
    document.addEventListener('paste', onPaste, { once: true })
    target.dispatchEvent(event)
  }

  test('JSON is a text, whatever it is', () => {
    const editor = open()
    onTestFinished(takePastedJson(editor))
    paste(document.body, { 'text/plain': GRAPH })
    paste(document.body, { 'text/plain': '42' })
    expect(texts).toEqual([GRAPH, '42'])
  })

  test('what tldraw pastes itself is left to it', () => {
    const editor = open()
    onTestFinished(takePastedJson(editor))
    for (const text of ['words', 'null', '{', '{"type":"excalidraw/clipboard"}'])
      paste(document.body, { 'text/plain': text })
    paste(document.body, { 'text/plain': GRAPH, 'text/html': `<b>${GRAPH}</b>` })
    expect(texts).toEqual([])
  })

  test('what is not for the canvas stays where it is', () => {
    const editor = open()
    const stop = takePastedJson(editor)
    paste(document.body, { 'text/plain': GRAPH }, false)
    const field = document.createElement('textarea')
    document.body.append(field)
    paste(field, { 'text/plain': GRAPH })
    stop()
    paste(document.body, { 'text/plain': GRAPH })
    expect(texts).toEqual([])
  })
})

describe('pasted from a menu', () => {
  const item = (types: readonly string[], text: string) =>
    ({ types, getType: async () => ({ text: async () => text }) }) as unknown as ClipboardItem

  function menu(read: () => Promise<ClipboardItem[]>) {
    vi.stubGlobal('navigator', { clipboard: { read } })
    onTestFinished(() => void vi.unstubAllGlobals())
    const helpers = {
      paste: vi.fn<Helpers['paste']>(),
      addToast: vi.fn<Helpers['addToast']>(),
      msg: (id?: string) => id ?? '',
    }
    const action: TLUiActionItem = { id: 'paste', onSelect: () => {} }
    return { helpers, paste: pasteFromMenu(open(), action, helpers) }
  }

  test('JSON is a text, and the rest goes to tldraw', async () => {
    let items = [item(['text/plain'], GRAPH)]
    const { helpers, paste } = menu(async () => items)
    await paste.onSelect('menu')
    expect(texts).toEqual([GRAPH])
    items = [item(['text/plain', 'text/html'], GRAPH)]
    await paste.onSelect('menu')
    expect(helpers.paste).toHaveBeenCalledExactlyOnceWith(items, 'menu', undefined)
    expect(texts).toEqual([GRAPH])
  })

  test('a clipboard that may not be read is told', async () => {
    const { helpers, paste } = menu(() => Promise.reject(new Error('denied')))
    await paste.onSelect('menu')
    expect(helpers.addToast).toHaveBeenCalledWith(expect.objectContaining({ severity: 'error' }))
  })
})
