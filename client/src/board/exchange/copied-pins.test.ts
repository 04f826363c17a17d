// @vitest-environment jsdom
import { arrow, box } from '@drawbar/shared/board/testing/boards.ts'
import { card, component, rowsOf } from '@drawbar/shared/board/testing/own-shapes.ts'
import {
  WORKSHEET,
  worksheetDefaults,
  type WorksheetShape,
} from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import {
  createShapeId,
  getIndexAbove,
  type Editor,
  type TLContent,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepCardsOnArrows } from '../shapes/card/card-on-arrow.ts'
import { openEditor } from '../testing/open-editor.ts'
import { keepPinsWithCopies } from '../worksheet/pinned-copies.ts'
import { takeExternalContent } from '../external-content.ts'
import { openText } from './open-content.ts'
import { writeTldr } from './tldr/write-tldr.ts'

const addToast = vi.hoisted(() => vi.fn<(toast: object) => void>())
vi.mock('../../ui/toasts.ts', () => ({ addToast }))

const FEED = createShapeId('feed')
const SHEET = createShapeId('sheet')
const PORTS = { planMermaid: async () => ({ fault: '' }) }

function sheet(id: TLShapeId): WorksheetShape {
  const rows = rowsOf({ r1: { name: 'peak', expression: '10 req/s' } })
  const { id: _id, ...base } = box('sheet')
  return {
    ...base,
    id,
    type: WORKSHEET,
    props: { ...worksheetDefaults, w: 400, h: 100, rows },
  }
}

/** A component that shows the result of a worksheet. */
function pinnedBoard(): Editor {
  const editor = openEditor()
  onTestFinished(takeExternalContent(editor))
  onTestFinished(keepPinsWithCopies(editor))
  editor.createShapes([
    sheet(SHEET),
    component('feed', {}, { x: 600, index: getIndexAbove(box('sheet').index), meta: { pin: `${SHEET}/r1` } }),
  ])
  return editor
}

function copied(editor: Editor, ...ids: TLShapeId[]): TLContent {
  const content = editor.getContentFromCurrentPage(ids)
  if (!content) throw new Error('nothing copied')
  return structuredClone(content)
}

const shapesOf = (editor: Editor) =>
  editor.store.allRecords().filter((record): record is TLShape => record.typeName === 'shape')

/** What the components' pins name: the worksheets' ids. */
const pins = (editor: Editor) =>
  shapesOf(editor).flatMap(({ meta }) => (typeof meta.pin === 'string' ? [meta.pin.split('/')[0]] : []))
const sheets = (editor: Editor) =>
  shapesOf(editor).flatMap(({ type, id }) => (type === WORKSHEET ? [id] : []))

test('pasted together, the copy is pinned to the copy, also when its worksheet has changed since', async () => {
  const editor = pinnedBoard()
  const content = copied(editor, FEED, SHEET)
  editor.updateShape<WorksheetShape>({ id: SHEET, type: WORKSHEET, props: { title: 'Changed' } })
  await editor.putExternalContent({ type: 'tldraw', content, point: { x: 0, y: 900 } })
  expect(sheets(editor)).toHaveLength(2)
  expect(new Set(pins(editor))).toEqual(new Set(sheets(editor)))
  expect(editor.getSelectedShapeIds()).toHaveLength(2)
  editor.undo()
  expect(pins(editor)).toEqual([SHEET])
})

test('duplicated together, the copy is pinned to the copy; alone, to the same worksheet', () => {
  const editor = pinnedBoard()
  editor.markHistoryStoppingPoint('duplicate')
  editor.duplicateShapes([FEED, SHEET], { x: 0, y: 500 })
  expect(new Set(pins(editor))).toEqual(new Set(sheets(editor)))
  expect(sheets(editor)).toHaveLength(2)
  editor.undo()
  editor.redo()
  expect(new Set(pins(editor))).toEqual(new Set(sheets(editor)))
  editor.undo()
  editor.duplicateShapes([FEED], { x: 0, y: 500 })
  expect(pins(editor)).toEqual([SHEET, SHEET])
})

test('what comes back by an undo is pinned as it was', () => {
  const editor = pinnedBoard()
  editor.duplicateShapes([SHEET], { x: 0, y: 500 })
  const copies = sheets(editor).filter((id) => id !== SHEET)
  editor.markHistoryStoppingPoint('delete')
  editor.deleteShapes([FEED, ...copies])
  editor.undo()
  expect(pins(editor)).toEqual([SHEET])
})

test('a file opens with its pins on its own worksheets, also on other pages', async () => {
  const editor = pinnedBoard()
  editor.createPage({ name: 'Numbers' })
  const [, numbers] = editor.getPages()
  if (!numbers) throw new Error('no page')
  editor.moveShapesToPage([SHEET], numbers.id)
  const text = writeTldr(
    editor.store.allRecords().filter(({ typeName }) => editor.store.scopedTypes.document.has(typeName)),
  )
  for (const other of [pinnedBoard(), editor]) {
    const before = sheets(other)
    const opened = await openText(other, { name: '', mimeType: '', text }, { x: 0, y: 0 }, PORTS)
    expect(opened).toEqual({ ok: true, what: 'drawing', notCarried: [] })
    const [copy] = sheets(other).filter((id) => !before.includes(id))
    expect(pins(other).filter((id) => id === copy)).toHaveLength(1)
  }
})

test('a pin whose worksheet is neither there nor here is told and left out', async () => {
  const from = pinnedBoard()
  const content = copied(from, FEED)
  const here = openEditor()
  onTestFinished(takeExternalContent(here))
  await here.putExternalContent({ type: 'tldraw', content })
  expect(pins(here)).toEqual([])
  expect(addToast).toHaveBeenCalledWith({
    title: 'Some of it was left out.',
    detail: '1 pinned result: its worksheet is not here.',
  })
  const text = writeTldr(
    [...from.store.allRecords()].filter(
      ({ id, typeName }) => id !== SHEET && ['shape', 'page', 'document'].includes(typeName),
    ),
  )
  expect(await openText(here, { name: '', mimeType: '', text }, { x: 0, y: 0 }, PORTS)).toMatchObject({
    ok: true,
    notCarried: ['1 pinned result: its worksheet is not here.'],
  })
  // Where its worksheet stands, it stays.
  await from.putExternalContent({ type: 'tldraw', content })
  expect(pins(from)).toEqual([SHEET, SHEET])
})

test('a card copied with its arrow hangs on the arrow’s copy', async () => {
  const from = openEditor()
  from.createShapes([
    {
      ...arrow('way'),
      props: { ...arrow('way').props, start: { x: 0, y: 0 }, end: { x: 800, y: 0 } },
    } as TLShape,
    card(
      'note',
      { kind: 'decision' },
      { x: 300, y: -20, meta: { on: createShapeId('way'), onX: 0, onY: -20 } },
    ),
  ])
  const content = copied(from, createShapeId('way'), createShapeId('note'))
  for (const editor of [from, openEditor()]) {
    onTestFinished(keepCardsOnArrows(editor))
    onTestFinished(takeExternalContent(editor))
    await editor.putExternalContent({
      type: 'tldraw',
      content: structuredClone(content),
      point: { x: 0, y: 900 },
    })
    const arrows = editor.getCurrentPageShapes().filter(({ type }) => type === 'arrow')
    const held = editor.getCurrentPageShapes().flatMap(({ meta }) => (meta.on === undefined ? [] : [meta.on]))
    expect(new Set(held)).toEqual(new Set(arrows.map(({ id }) => id)))
  }
})
