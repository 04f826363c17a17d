// @vitest-environment jsdom
import { arrow, box } from '@drawbar/shared/board/testing/boards.ts'
import { component, rowsOf } from '@drawbar/shared/board/testing/own-shapes.ts'
import {
  WORKSHEET,
  worksheetDefaults,
  type WorksheetShape,
} from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { createShapeId, type Editor, type SvgExportContext, type TLShape } from 'tldraw'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openEditor } from '../testing/open-editor.ts'
import { BADGE_COLORS } from './badge-colors.ts'
import { pinnedSvg } from './pinned-svg.tsx'

vi.mock('../shapes/component/canvas-text-width.ts', () => ({
  canvasTextWidth: (text: string) => text.length * 10,
}))

const SHEET = createShapeId('sheet')
const PIN = { pin: `${SHEET}/r1` }

function board(...shapes: TLShape[]) {
  const editor = openEditor()
  const rows = rowsOf({ r1: { name: 'peak', expression: '10 req/s' } })
  const sheet: WorksheetShape = {
    ...box('sheet'),
    type: WORKSHEET,
    props: { ...worksheetDefaults, w: 400, h: 100, rows },
  }
  editor.createShapes([sheet, ...shapes])
  return editor
}

/** What a shape's badge adds to a picture. */
async function drawn(editor: Editor, name: string, isDarkMode: boolean): Promise<string> {
  const shape = editor.getShape(createShapeId(name))
  if (!shape) throw new Error('it is gone')
  const badge = await pinnedSvg(editor, shape, isDarkMode)
  const container = document.createElement('div')
  const root = createRoot(container)
  onTestFinished(() => root.unmount())
  flushSync(() =>
    root.render(
      <svg>
        <g className="shape">{badge}</g>
        <g className="other" />
      </svg>,
    ),
  )
  return container.querySelector('.other + g')?.outerHTML ?? ''
}

test('a picture shows what is pinned to a component, upright and over all shapes', async () => {
  const editor = board(
    component('feed', { w: 200, h: 100 }, { x: 50, y: 20, rotation: Math.PI / 2, meta: PIN }),
  )
  const svg = await drawn(editor, 'feed', false)
  expect(svg).toContain('>peak</text>')
  expect(svg).toContain('>10 req/s</text>')
  expect(svg).toContain(`fill="${BADGE_COLORS.light.ground}"`)
  // Turned by a quarter its lower right corner is at 50, 220; the badge is 24 + 40 + 5 + 80 + 7 px wide.
  expect(svg).toContain('translate(-106 226)')
})

test('and to an arrow, and nothing for one without a pin', async () => {
  const editor = board({ ...arrow('way'), meta: PIN }, arrow('bare'))
  expect(await drawn(editor, 'way', true)).toContain(BADGE_COLORS.dark.ground)
  expect(await drawn(editor, 'bare', true)).toBe('')
})

test('components and arrows draw it in their pictures', async () => {
  const editor = board({ ...arrow('way'), meta: PIN }, component('feed', {}, { meta: PIN }))
  for (const name of ['way', 'feed']) {
    const shape = editor.getShape(createShapeId(name))
    if (!shape) throw new Error('it is gone')
    const context = { isDarkMode: false, addExportDef() {} } as unknown as SvgExportContext
    const picture = await editor.getShapeUtil(shape).toSvg?.(shape, context)
    const badge = await pinnedSvg(editor, shape, false)
    expect(picture).toMatchObject({ props: { children: expect.arrayContaining([badge]) } })
  }
})
