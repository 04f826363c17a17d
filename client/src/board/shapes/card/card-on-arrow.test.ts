// @vitest-environment jsdom
import { CARD, type CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import { boardOf, copyOf, sync } from '@drawbar/shared/board/testing/boards.ts'
import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEditingPeer } from '../../testing/editing-peer.ts'
import { keepCardsOnArrows } from './card-on-arrow.ts'
import { newCardProps } from './new-card-shape.ts'

const LEFT = createShapeId('left')
const RIGHT = createShapeId('right')
const ARROW = createShapeId('arrow')
const CARD_ID = createShapeId('card')

/** Two boxes, an arrow bound to both, and a card that lies over the arrow. */
function room(kindName = 'decision') {
  const board = boardOf()
  const alice = createEditingPeer('alice', copyOf(board))
  const bob = createEditingPeer('bob', copyOf(board))
  for (const { editor } of [alice, bob]) onTestFinished(keepCardsOnArrows(editor))
  const meet = () => {
    alice.binding.flush()
    bob.binding.flush()
    sync(alice.doc, bob.doc)
  }
  const { editor } = alice
  const kind = cardKindOf(kindName)
  if (!kind) throw new Error(`No kind ${kindName}.`)
  editor.createShapes([
    { id: LEFT, type: 'geo', x: 0, y: 0, props: { w: 100, h: 100 } },
    { id: RIGHT, type: 'geo', x: 900, y: 0, props: { w: 100, h: 100 } },
    { id: ARROW, type: 'arrow', x: 0, y: 0 },
  ])
  for (const [toId, terminal] of [
    [LEFT, 'start'],
    [RIGHT, 'end'],
  ] as const) {
    const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false }
    editor.createBinding({ type: 'arrow', fromId: ARROW, toId, props })
  }
  editor.createShape<CardShape>({
    id: CARD_ID,
    type: CARD,
    x: 400,
    y: -20,
    props: newCardProps(kind, () => 'r'),
  })
  meet()
  return { alice, bob, meet }
}

function move(editor: Editor, id: TLShapeId, x: number, y: number): void {
  const shape = editor.getShape(id)
  if (!shape) throw new Error('It is gone.')
  editor.markHistoryStoppingPoint('move')
  editor.updateShape({ id, type: shape.type, x, y })
}

const at = (editor: Editor, id = CARD_ID) => {
  const shape = editor.getShape(id)
  return shape && { x: Math.round(shape.x), y: Math.round(shape.y) }
}

describe('a decision on an arrow', () => {
  test('goes where the arrow goes, in the same undo step', () => {
    const { alice, bob, meet } = room()
    expect(alice.editor.getShape(CARD_ID)?.meta.on).toBe(ARROW)
    move(alice.editor, LEFT, 0, 200)
    move(alice.editor, RIGHT, 900, 200)
    meet()
    for (const { editor } of [alice, bob]) expect(at(editor)).toEqual({ x: 400, y: 180 })
    alice.editor.undo()
    alice.editor.undo()
    meet()
    for (const { editor } of [alice, bob]) expect(at(editor)).toEqual({ x: 400, y: -20 })
  })

  test('only the one who moves the arrow moves the card', () => {
    const { alice, bob, meet } = room()
    move(bob.editor, RIGHT, 900, 400)
    bob.binding.flush()
    let writes = 0
    alice.editor.store.listen(() => (writes += 1), { source: 'user', scope: 'document' })
    meet()
    expect(at(alice.editor)).toEqual(at(bob.editor))
    expect(writes).toBe(0)
  })

  test('carried off the arrow it stays where it is put', () => {
    const { alice } = room()
    move(alice.editor, CARD_ID, 400, 600)
    expect(at(alice.editor)).toEqual({ x: 400, y: 600 })
    expect(alice.editor.getShape(CARD_ID)?.meta).toEqual({})
  })

  test('nudged along, it hangs on the new place', () => {
    const { alice } = room()
    move(alice.editor, CARD_ID, 440, -30)
    move(alice.editor, LEFT, 0, 200)
    move(alice.editor, RIGHT, 900, 200)
    expect(at(alice.editor)).toEqual({ x: 440, y: 170 })
  })

  test('stays when its arrow goes', () => {
    const { alice } = room()
    alice.editor.deleteShapes([ARROW])
    move(alice.editor, LEFT, 0, 300)
    expect(at(alice.editor)).toEqual({ x: 400, y: -20 })
  })

  test('a copy of it hangs nowhere', () => {
    const { alice } = room()
    alice.editor.duplicateShapes([CARD_ID], { x: 50, y: 300 })
    const copies = alice.editor
      .getCurrentPageShapes()
      .filter(({ type, id }) => type === CARD && id !== CARD_ID)
    expect(copies.map(({ x, y, meta }) => ({ x, y, meta }))).toEqual([{ x: 450, y: 280, meta: {} }])
  })

  test('comes back hanging when its deletion is undone', () => {
    const { alice } = room()
    alice.editor.markHistoryStoppingPoint('delete')
    alice.editor.deleteShapes([CARD_ID])
    alice.editor.undo()
    expect(alice.editor.getShape(CARD_ID)?.meta.on).toBe(ARROW)
  })
})

test('other kinds of cards just lie there', () => {
  const { alice } = room('table')
  expect(alice.editor.getShape(CARD_ID)?.meta).toEqual({})
})

test('does not chase an arrow that is bound to the card itself, and others work on', () => {
  const { alice } = room()
  const { editor } = alice
  for (const { id, props, ...binding } of editor.getBindingsFromShape(ARROW, 'arrow')) {
    editor.deleteBinding(id)
    editor.createBinding({ type: 'arrow', fromId: binding.fromId, toId: CARD_ID, props: { ...props } })
  }
  const before = at(editor)
  editor.updateShape({ id: CARD_ID, type: CARD, meta: { on: ARROW, onX: 300, onY: 300 } })
  move(editor, LEFT, 0, 500)
  expect(at(editor, LEFT)).toEqual({ x: 0, y: 500 })
  expect(at(editor)).toEqual(before)
})

test('is not sent where a board does not reach', () => {
  const { alice } = room()
  const { editor } = alice
  editor.updateShape({ id: CARD_ID, type: CARD, meta: { on: ARROW, onX: 1e300, onY: 5e5 } })
  move(editor, LEFT, 0, 100)
  expect(at(editor)).toEqual({ x: 400, y: -20 })
  editor.updateShape({ id: CARD_ID, type: CARD, meta: { on: ARROW, onX: 1e6, onY: 0 } })
  move(editor, LEFT, 0, 200)
  expect(alice.refused).toEqual([])
})
