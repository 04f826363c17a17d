// @vitest-environment jsdom
import { componentDefaults } from '@drawbar/shared/board/shapes/component-shape.ts'
import { box } from '@drawbar/shared/board/testing/boards.ts'
import { createShapeId, toRichText, type Editor, type TLShape } from 'tldraw'
import { expect, test, vi } from 'vitest'
import { putFourAreas, putQuestionStarter } from '../starters/put-starter.ts'
import { openEditor } from '../testing/open-editor.ts'
import { copyAs, EXCHANGE_FORMATS, saveAs } from './copy-as.ts'
import { IMPORT_PAGE, type ImportedDrawing } from './imported-drawing.ts'
import { openFile, openText, type OpenPorts } from './open-content.ts'
import { putDrawing } from './put-drawing.ts'

function open(): Editor {
  const editor = openEditor()
  vi.spyOn(editor.textMeasure, 'measureHtml').mockReturnValue({ x: 0, y: 0, w: 50, h: 20, scrollWidth: 50 })
  vi.spyOn(editor.textMeasure, 'measureText').mockReturnValue({ x: 0, y: 0, w: 50, h: 20, scrollWidth: 50 })
  return editor
}

const shapes = (editor: Editor) =>
  editor.store.allRecords().filter((record): record is TLShape => record.typeName === 'shape')
const pageOf = (name: string, some: TLShape[]) => ({ name, shapes: some, bindings: [], images: [] })
const drawing = (...pages: ImportedDrawing['pages']): ImportedDrawing => ({ pages, notCarried: ['1 link.'] })
const PORTS: OpenPorts = { planMermaid: async () => ({ fault: 'Line 2 has no end.' }) }
const AT = { x: 0, y: 0 }

test('a drawing is one undo step, its further pages are new pages', async () => {
  const editor = open()
  const put = await putDrawing(
    editor,
    drawing(pageOf('A', [{ ...box('a'), parentId: IMPORT_PAGE, isLocked: true }]), pageOf('B', [box('b')])),
    AT,
  )
  expect(put).toEqual({ ok: true, notCarried: ['1 link.'] })
  expect(editor.getPages().map(({ name }) => name)).toContain('B')
  expect(editor.getCurrentPageBounds()?.center).toMatchObject(AT)
  expect(shapes(editor)).toHaveLength(2)
  editor.undo()
  expect(shapes(editor)).toHaveLength(0)
  expect(editor.getPages()).toHaveLength(1)
})

test('who may only look gets a refusal and the board stays', async () => {
  const editor = open()
  editor.updateInstanceState({ isReadonly: true })
  expect(await putDrawing(editor, drawing(pageOf('A', [box('a')])))).toMatchObject({ ok: false })
  expect(shapes(editor)).toHaveLength(0)
})

test('files are opened by what is in them; others are refused with what can be opened', async () => {
  const editor = open()
  const scene = JSON.stringify({
    type: 'excalidraw',
    elements: [{ id: 'a', type: 'rectangle', x: 0, y: 0, width: 90, height: 90 }],
  })
  expect(await openFile(editor, new File([scene], 'a.txt'), AT, PORTS)).toEqual({
    ok: true,
    what: 'drawing',
    notCarried: [],
  })
  expect(shapes(editor)).toHaveLength(1)
  expect(await openFile(editor, new File(['words'], 'a.txt'), AT, PORTS)).toMatchObject({
    ok: false,
    detail: expect.stringContaining('.excalidraw'),
  })
  expect(await openFile(editor, new File(['{'], 'a.tldr'), AT, PORTS)).toMatchObject({
    ok: false,
    title: 'That is no tldraw file.',
  })
  expect(await openText(editor, { name: '', mimeType: '', text: 'words' }, AT, PORTS)).toEqual({
    ok: true,
    what: 'ignored',
  })
  expect(
    await openText(editor, { name: '', mimeType: '', text: 'flowchart LR\n a[A] --> b[B' }, AT, PORTS),
  ).toMatchObject({ ok: false, detail: expect.stringContaining('Line 2') })
  expect(shapes(editor)).toHaveLength(1)
})

test('what was copied as Excalidraw, tldraw or graph JSON opens again', async () => {
  const editor = open()
  const id = createShapeId('cache')
  editor.createShape({
    id,
    type: 'component',
    x: 10,
    y: 20,
    props: { ...componentDefaults, kind: 'cache', label: 'Sessions', w: 200, h: 100 },
  })
  for (const format of ['excalidraw', 'tldr', 'graph-json'] as const) {
    let text = ''
    const port = { writeText: async (some: string) => void (text = some), writeImage: async () => {} }
    expect(await copyAs(editor, format, port, 0)).toEqual({ ok: true, notCarried: [] })
    const other = open()
    expect(await openText(other, { name: '', mimeType: '', text }, AT, PORTS)).toEqual({
      ok: true,
      what: 'drawing',
      notCarried: [],
    })
    expect(shapes(other)).toMatchObject([{ type: 'component', props: { kind: 'cache', label: 'Sessions' } }])
  }
})

test('an empty board and a closed clipboard are told', async () => {
  const editor = open()
  const closed = {
    writeText: () => Promise.reject(new Error('denied')),
    writeImage: () => Promise.reject(new Error('denied')),
  }
  for (const format of EXCHANGE_FORMATS)
    expect(await copyAs(editor, format, closed, 0)).toMatchObject({
      ok: false,
      title: 'There is nothing to copy yet.',
    })
  editor.createShape({ type: 'geo', props: { richText: toRichText('A') } })
  expect(await copyAs(editor, 'mermaid', closed, 0)).toMatchObject({
    ok: false,
    title: 'Nothing was copied.',
  })
  const saved: string[] = []
  await saveAs(editor, 'tldr', { save: ({ fileName }) => saved.push(fileName) }, 0)
  expect(saved).toEqual(['board.tldr'])
})

test('the four areas stand on an empty page only, in one undo step', () => {
  const editor = open()
  putFourAreas(editor)
  const names = shapes(editor).flatMap((shape) => ('name' in shape.props ? [shape.props.name] : []))
  expect(names.toSorted()).toEqual(['Design', 'Numbers', 'Requirements', 'Trade-offs'])
  expect(shapes(editor)).toHaveLength(7)
  putFourAreas(editor)
  expect(shapes(editor)).toHaveLength(7)
  editor.undo()
  expect(shapes(editor)).toHaveLength(0)
})

test('a question’s starter is locked when it says so', () => {
  const editor = open()
  const plan = {
    components: [
      {
        key: 'a',
        kind: 'service',
        label: 'Shop',
        technology: '',
        replicas: 1,
        shards: 0,
        zoneKey: null,
        at: { x: 0, y: 0, w: 200, h: 100 },
      },
    ],
    connections: [],
    zones: [],
    notCarried: [],
  }
  const [id] = putQuestionStarter(editor, plan, { locked: true })
  expect(id && editor.getShape(id)?.isLocked).toBe(true)
  editor.undo()
  expect(shapes(editor)).toHaveLength(0)
})
