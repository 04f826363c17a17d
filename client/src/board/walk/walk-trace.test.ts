// @vitest-environment jsdom
import { COMPONENT, COMPONENT_SIZE } from '@drawbar/shared/board/shapes/component-shape.ts'
import { createShapeId, type Editor, type TLArrowShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connect } from '../connectors/connect.ts'
import { openEditor } from '../testing/open-editor.ts'
import { traceTo } from './walk-trace.ts'

let editor: Editor
let arrow: TLShapeId
const stop = () => ({ shapeId: createShapeId('shop'), label: 'Shop', viaId: arrow })

beforeEach(() => {
  editor = openEditor()
  arrow = connect(editor, put('browser', 0), put('shop', 400))
})
afterEach(() => {
  editor.dispose()
  vi.restoreAllMocks()
})

function put(name: string, x: number): TLShapeId {
  const id = createShapeId(name)
  editor.createShape({ id, type: COMPONENT, x, y: 0 })
  return id
}

/** From where to where the parts go, px from the left, rounded. */
function spans(): number[][] {
  return traceTo(editor, stop()).map((points) => {
    const xs = points.split(' ').map((point) => Math.round(Number(point.split(',')[0])))
    return [Math.min(...xs), Math.max(...xs)]
  })
}

it('runs along the arrow', () => {
  const [[from, to] = [], ...others] = spans()
  expect(others).toEqual([])
  expect(from).toBeGreaterThanOrEqual(COMPONENT_SIZE.w)
  expect(to).toBeLessThanOrEqual(400)
})

it('leaves what is written on the arrow free', () => {
  // jsdom measures nothing.
  vi.spyOn(editor.textMeasure, 'measureText').mockReturnValue({ x: 0, y: 0, w: 40, h: 20, scrollWidth: 40 })
  editor.updateShape<TLArrowShape>({ id: arrow, type: 'arrow', props: { text: 'GET' } })
  const [[, before = 0] = [], [after = 0] = [], ...others] = spans()
  expect(others).toEqual([])
  expect(after - before).toBeGreaterThanOrEqual(40)
})

it('is nothing when the stop is gone', () => {
  editor.deleteShape(stop().shapeId)
  expect(editor.getShape(arrow)).toBeDefined()
  expect(spans()).toEqual([])
})

it('is nothing when the arrow is gone', () => {
  editor.deleteShape(arrow)
  expect(spans()).toEqual([])
})
