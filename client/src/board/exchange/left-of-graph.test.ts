// @vitest-environment jsdom
import { arrow, box } from '@drawbar/shared/board/testing/boards.ts'
import { card, component } from '@drawbar/shared/board/testing/own-shapes.ts'
import { WORKSHEET, worksheetDefaults } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { createShapeId, toRichText } from 'tldraw'
import { expect, test } from 'vitest'
import { openEditor } from '../testing/open-editor.ts'
import { copyAs } from './copy-as.ts'

const LEFT = ['1 worksheet.', '1 pinned result.', '1 note that no arrow leads to.', '2 boxes without a text.']

function board() {
  const editor = openEditor()
  editor.createShapes([
    { ...box('sheet'), type: WORKSHEET, props: { ...worksheetDefaults, w: 400, h: 100, rows: {} } },
    component('feed', { label: 'Feed' }, { meta: { pin: `${createShapeId('sheet')}/r1` } }),
    component('bare', { label: 'Bare' }),
    { id: createShapeId('remark'), type: 'note', props: { richText: toRichText('Ask why') } },
    { id: createShapeId('told'), type: 'note', props: { richText: toRichText('Mail') } },
    box('empty'),
    box('also empty'),
    box('box', {}, 'Shop'),
    card('api'),
    arrow('way'),
  ])
  for (const [name, terminal] of [
    ['bare', 'start'],
    ['told', 'end'],
  ] as const) {
    const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false }
    editor.createBinding({ type: 'arrow', fromId: createShapeId('way'), toId: createShapeId(name), props })
  }
  return editor
}

const port = { writeText: async () => {}, writeImage: async () => {} }

test('what the graph of a board has no place for is told', async () => {
  expect(await copyAs(board(), 'graph-json', port, 0)).toEqual({ ok: true, notCarried: LEFT })
  const mermaid = await copyAs(board(), 'mermaid', port, 0)
  expect(mermaid).toMatchObject({ ok: true, notCarried: expect.arrayContaining([...LEFT, '1 card: “api”.']) })
})

test('and nothing of what was not chosen', async () => {
  const editor = board()
  editor.select(createShapeId('bare'), createShapeId('box'))
  expect(await copyAs(editor, 'graph-json', port, 0)).toEqual({ ok: true, notCarried: [] })
})
