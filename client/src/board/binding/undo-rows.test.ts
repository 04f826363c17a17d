// @vitest-environment jsdom
import type { CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { withCell, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { boardOf, copyOf, sync } from '@drawbar/shared/board/testing/boards.ts'
import { card, component, rowsOf } from '@drawbar/shared/board/testing/own-shapes.ts'
import type { TLRecord } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { createEditingPeer, type EditingPeer } from '../testing/editing-peer.ts'

const CARD = card('api', { rows: rowsOf({ r1: { method: 'GET', path: '/feed' }, r2: { path: '/posts' } }) })
const NEW_ROW = rowsOf({ r1: {}, r2: {}, r3: { method: 'PUT' } }).r3

function room(...records: TLRecord[]) {
  const board = boardOf(...records)
  const alice = createEditingPeer('alice', copyOf(board))
  const bob = createEditingPeer('bob', copyOf(board))
  const meet = () => {
    alice.binding.flush()
    bob.binding.flush()
    sync(alice.doc, bob.doc)
  }
  return { alice, bob, meet }
}

function rowsIn({ editor }: EditingPeer): Rows {
  return editor.getShape<CardShape>(CARD.id)?.props.rows ?? {}
}

/** One step of a person's: other rows than before. */
function change({ editor }: EditingPeer, to: (rows: Rows) => Rows): void {
  editor.markHistoryStoppingPoint('rows')
  const shape = editor.getShape<CardShape>(CARD.id)
  if (!shape) throw new Error('The card is gone.')
  editor.updateShape<CardShape>({ id: CARD.id, type: 'card', props: { rows: to(shape.props.rows) } })
}

function write(peer: EditingPeer, rowId: string, column: string, text: string): void {
  change(peer, (rows) => {
    const row = rows[rowId]
    return row ? { ...rows, [rowId]: withCell(row, column, text) } : rows
  })
}

function remove(peer: EditingPeer, rowId: string): void {
  change(peer, ({ [rowId]: _gone, ...others }) => others)
}

describe('undo in a card', () => {
  test('[K10] takes back my cell and leaves the one a peer has written since', () => {
    const { alice, bob, meet } = room(CARD)
    write(alice, 'r1', 'path', '/timeline')
    meet()
    write(bob, 'r1', 'method', 'POST')
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) {
      expect(rowsIn(peer).r1?.cells).toEqual({ method: 'POST', path: '/feed' })
    }
    alice.editor.redo()
    meet()
    expect(rowsIn(bob).r1?.cells).toEqual({ method: 'POST', path: '/timeline' })
  })

  test('[K10] leaves a cell that a peer has written over mine', () => {
    const { alice, bob, meet } = room(CARD)
    write(alice, 'r1', 'path', '/timeline')
    meet()
    write(bob, 'r1', 'path', '/home')
    meet()
    alice.editor.undo()
    meet()
    expect(rowsIn(alice).r1?.cells.path).toBe('/home')
    expect(alice.kept).toEqual([{ changedByPeer: [CARD.id], removedByPeer: [] }])
  })

  test('[K10] brings a row I removed back whole, although a peer once wrote into it', () => {
    const { alice, bob, meet } = room(CARD)
    write(bob, 'r1', 'path', '/home')
    meet()
    remove(alice, 'r1')
    meet()
    expect(rowsIn(bob)).not.toHaveProperty('r1')
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(rowsIn(peer).r1?.cells).toEqual({ method: 'GET', path: '/home' })
  })

  test('[K10] brings a row back whole that a peer wrote into while I removed it', () => {
    const { alice, bob, meet } = room(CARD)
    remove(alice, 'r1')
    write(bob, 'r1', 'path', '/home')
    meet()
    expect(rowsIn(bob)).not.toHaveProperty('r1')
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) {
      expect(rowsIn(peer).r1?.cells.method).toBe('GET')
      expect(rowsIn(peer).r1?.cells.path).toMatch(/^\/(?:feed|home)$/)
    }
  })

  test('[K10] keeps a row of mine that a peer has written into since', () => {
    const { alice, bob, meet } = room(CARD)
    change(alice, (rows) => (NEW_ROW ? { ...rows, r3: NEW_ROW } : rows))
    meet()
    write(bob, 'r3', 'path', '/likes')
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(rowsIn(peer).r3?.cells).toEqual({ method: 'PUT', path: '/likes' })
    expect(alice.kept).toEqual([{ changedByPeer: [CARD.id], removedByPeer: [] }])
  })

  test('[K10] takes a row of mine away that nobody else has touched', () => {
    const { alice, bob, meet } = room(CARD)
    change(alice, (rows) => (NEW_ROW ? { ...rows, r3: NEW_ROW } : rows))
    meet()
    write(bob, 'r1', 'path', '/likes')
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) {
      expect(rowsIn(peer)).not.toHaveProperty('r3')
      expect(rowsIn(peer).r1?.cells.path).toBe('/likes')
    }
  })

  test('[K10] does not bring back a row that a peer removed after I wrote into it', () => {
    const { alice, bob, meet } = room(CARD)
    write(alice, 'r1', 'path', '/timeline')
    meet()
    remove(bob, 'r1')
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(Object.keys(rowsIn(peer))).toEqual(['r2'])
  })
})

test('[K10] undo of a prop that is as by default again leaves what a peer has set besides', () => {
  const shape = component('cache', { kind: 'cache' })
  const { alice, bob, meet } = room(shape)
  const set = ({ editor }: EditingPeer, props: object) => {
    editor.markHistoryStoppingPoint('set')
    editor.updateShape({ id: shape.id, type: 'component', props })
  }
  set(alice, { failed: true, replicas: 3 })
  meet()
  set(bob, { replicas: 1, technology: 'Redis' })
  meet()
  alice.editor.undo()
  meet()
  for (const peer of [alice, bob]) {
    expect(peer.editor.getShape(shape.id)?.props).toMatchObject({
      failed: false,
      replicas: 1,
      technology: 'Redis',
    })
  }
})
