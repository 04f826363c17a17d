// @vitest-environment jsdom
import { COMPONENT, COMPONENT_SIZE } from '@drawbar/shared/board/shapes/component-shape.ts'
import { createShapeId, getArrowBindings, type Editor, type TLArrowShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEditor } from '../testing/open-editor.ts'
import { connect } from './connect.ts'
import { runAround } from './run-around.ts'

let editor: Editor

beforeEach(() => {
  editor = openEditor()
})
afterEach(() => editor.dispose())

/** Columns and rows far enough apart for arrows between them. */
function put(name: string, column: number, row = 0): TLShapeId {
  const id = createShapeId(name)
  const { w, h } = COMPONENT_SIZE
  editor.createShape({ id, type: COMPONENT, x: column * (w + 200), y: row * (h + 80) })
  return id
}

function anchors(arrowId: TLShapeId) {
  const arrow = editor.getShape<TLArrowShape>(arrowId)
  if (!arrow) throw new Error('no arrow')
  const { start, end } = getArrowBindings(editor, arrow)
  return [start, end].map((binding) =>
    binding?.props.isPrecise ? binding.props.normalizedAnchor : 'anywhere',
  )
}

/** Whether an arrow is drawn over a box. */
function runsThrough(arrowId: TLShapeId, boxId: TLShapeId): boolean {
  const box = editor.getShapePageBounds(boxId)
  const path = editor.getShapePageBounds(arrowId)
  if (!box || !path) throw new Error('nothing there')
  return path.minY < box.maxY && path.maxY > box.minY && path.minX < box.maxX && path.maxX > box.minX
}

describe('a new connection', () => {
  it('between neighbours is fastened wherever tldraw finds best', () => {
    const arrow = connect(editor, put('a', 0), put('b', 1))
    expect(anchors(arrow)).toEqual(['anywhere', 'anywhere'])
  })

  it('runs around what stands between', () => {
    const between = put('b', 1)
    const arrow = connect(editor, put('a', 0), put('c', 2))
    expect(anchors(arrow)).not.toContain('anywhere')
    const route = editor
      .getShapeGeometry(arrow)
      .vertices.map((point) => editor.getShapePageTransform(arrow).applyToPoint(point))
    const box = editor.getShapePageBounds(between)
    expect(route.some((point) => box?.containsPoint(point))).toBe(false)
    expect(route.some(({ y }) => y > (box?.maxY ?? 0) || y < (box?.minY ?? 0))).toBe(true)
  })
})

describe('an arrow that is there already', () => {
  it('stays as somebody fastened it while it hides nothing', () => {
    const [a, b] = [put('a', 0), put('b', 1)]
    const arrow = connect(editor, a, b)
    const { start } = getArrowBindings(editor, editor.getShape<TLArrowShape>(arrow) ?? never())
    if (!start) throw new Error('it is not bound')
    editor.updateBinding({
      ...start,
      props: { ...start.props, isPrecise: true, normalizedAnchor: { x: 0.8, y: 0.1 } },
    })
    expect(runAround(editor, [arrow])).toBe(0)
    expect(anchors(arrow)[0]).toEqual({ x: 0.8, y: 0.1 })
  })

  it('gets its short way back when nothing stands between any more', () => {
    const between = put('b', 1)
    const arrow = connect(editor, put('a', 0), put('c', 2))
    editor.deleteShape(between)
    expect(runAround(editor, [arrow])).toBe(1)
    expect(anchors(arrow)).toEqual(['anywhere', 'anywhere'])
  })

  it('stays when it is locked', () => {
    const arrow = connect(editor, put('a', 0), put('c', 2))
    editor.toggleLock([arrow])
    const between = put('b', 1)
    expect(runAround(editor, [arrow])).toBe(0)
    expect(runsThrough(arrow, between)).toBe(true)
  })
})

function never(): never {
  throw new Error('no arrow')
}
