// @vitest-environment jsdom
import { CARD, type CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { orderedRows } from '@drawbar/shared/board/shapes/rows.ts'
import { cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import { addRows, moveRow, removeRow, setCell } from '@drawbar/shared/cards/edit-rows.ts'
import { createShapeId } from 'tldraw'
import { describe, expect, test } from 'vitest'
import type { EditingPeer } from '../../testing/editing-peer.ts'
import { editingRoom } from '../../testing/editing-room.ts'
import { layOutCard } from './card-layout.ts'
import { newCardProps } from './new-card-shape.ts'
import { writeCard } from './write-card.ts'

const ID = createShapeId('card')

function kindNamed(name: string) {
  const kind = cardKindOf(name)
  if (!kind) throw new Error(`No kind ${name}.`)
  return kind
}

/** Alice and bob with one card of a kind, whose rows are r1, r2, r3. */
function room(kindName: string) {
  const { alice, bob, meet } = editingRoom()
  let count = 0
  const props = newCardProps(kindNamed(kindName), () => `r${(count += 1)}`)
  alice.editor.createShape<CardShape>({ id: ID, type: CARD, x: 0, y: 0, props })
  meet()
  return { alice, bob, meet }
}

function card({ editor }: EditingPeer): CardShape {
  const shape = editor.getShape<CardShape>(ID)
  if (!shape) throw new Error('The card is gone.')
  return shape
}

function write({ editor }: EditingPeer, rowId: string, column: string, text: string): void {
  editor.markHistoryStoppingPoint('write')
  writeCard(editor, ID, ({ kind, rows }) => ({
    rows: setCell(kindNamed(kind), rows, { rowId, column, text }),
  }))
}

const cellsOf = (peer: EditingPeer) => orderedRows(card(peer).props.rows).map(({ cells }) => cells)

describe('two people in one card', () => {
  test('both keep what they write into different cells of one row', () => {
    const { alice, bob, meet } = room('api')
    write(alice, 'r1', 'path', '/feed')
    write(bob, 'r1', 'fields', 'cursor')
    write(bob, 'r1', 'method', 'POST')
    meet()
    for (const peer of [alice, bob]) {
      expect(cellsOf(peer)[0]).toEqual({ method: 'POST', path: '/feed', fields: 'cursor' })
      expect(peer.refused).toEqual([])
    }
  })

  test('rows added in one place are both there, in one order, and the card is as high as they need', () => {
    const { alice, bob, meet } = room('table')
    for (const [peer, id] of [
      [alice, 'new-a'],
      [bob, 'new-b'],
    ] as const) {
      writeCard(peer.editor, ID, ({ rows }) => ({
        rows: addRows(rows, [{ id, cells: { column: id } }], 'r1'),
      }))
    }
    meet()
    const [first, ...others] = orderedRows(card(alice).props.rows).map(({ id }) => id)
    expect(first).toBe('r1')
    expect(others.toSorted()).toEqual(['new-a', 'new-b', 'r2', 'r3'])
    for (const peer of [alice, bob]) {
      expect(orderedRows(card(peer).props.rows).map(({ id }) => id)).toEqual([first, ...others])
      expect(peer.editor.getShapeGeometry(ID).bounds.h).toBe(layOutCard(card(peer).props).h)
    }
  })

  test('a row that one moves and the other writes into is moved and written', () => {
    const { alice, bob, meet } = room('table')
    writeCard(alice.editor, ID, ({ rows }) => ({ rows: moveRow(kindNamed('table'), rows, 'r1', 1) }))
    write(bob, 'r1', 'column', 'user_id')
    meet()
    expect(cellsOf(alice)).toEqual([{}, { column: 'user_id' }, {}])
    expect(cellsOf(bob)).toEqual(cellsOf(alice))
  })

  test('a fixed row that both write first is one row', () => {
    const { alice, bob, meet } = room('decision')
    write(alice, 'why', 'text', 'Fast')
    write(bob, 'what', 'text', 'A cache')
    write(bob, 'why', 'note', 'newer')
    meet()
    for (const peer of [alice, bob]) {
      expect(cellsOf(peer)).toEqual([{ text: 'A cache' }, { text: 'Fast', note: 'newer' }])
    }
  })

  test('removing a row wins over writing into it', () => {
    const { alice, bob, meet } = room('table')
    writeCard(alice.editor, ID, ({ rows }) => ({ rows: removeRow(rows, 'r2') }))
    write(bob, 'r2', 'column', 'late')
    meet()
    for (const peer of [alice, bob]) expect(Object.keys(card(peer).props.rows)).toEqual(['r1', 'r3'])
  })

  test('undo takes back my cell and leaves theirs', () => {
    const { alice, bob, meet } = room('api')
    write(alice, 'r1', 'path', '/feed')
    meet()
    write(bob, 'r1', 'fields', 'cursor')
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(cellsOf(peer)[0]).toEqual({ method: 'GET', fields: 'cursor' })
  })
})

test('a text that wraps makes the card higher, and a newer kind keeps its height', () => {
  const { alice } = room('requirements')
  const before = card(alice).props.h
  write(alice, 'r1', 'text', 'word '.repeat(40))
  expect(card(alice).props.h).toBeGreaterThan(before)
  alice.editor.updateShape<CardShape>({ id: ID, type: CARD, props: { kind: 'newer', h: 777 } })
  writeCard(alice.editor, ID, () => ({ title: 'Newer' }))
  expect(card(alice).props).toMatchObject({ h: 777, title: 'Newer' })
})
