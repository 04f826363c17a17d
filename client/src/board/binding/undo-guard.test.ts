// @vitest-environment jsdom
import { box, frame, withText } from '@drawbar/shared/board/testing/boards.ts'
import type { TLGeoShape, TLShapeId } from 'tldraw'
import { describe, expect, test } from 'vitest'
import type { EditingPeer } from '../testing/editing-peer.ts'
import { editingRoom } from '../testing/editing-room.ts'

const ID = box('box').id

function act({ editor }: EditingPeer, what: () => void): void {
  editor.markHistoryStoppingPoint('act')
  what()
}

function move(peer: EditingPeer, x: number, id: TLShapeId = ID): void {
  act(peer, () => peer.editor.updateShape({ id, type: 'geo', x }))
}

function recolour(peer: EditingPeer, color: 'red' | 'blue' | 'green'): void {
  act(peer, () => peer.editor.updateShape<TLGeoShape>({ id: ID, type: 'geo', props: { color } }))
}

function shape(peer: EditingPeer): TLGeoShape | undefined {
  return peer.editor.getShape<TLGeoShape>(ID)
}

describe('undo', () => {
  test('[K10] takes back my move and leaves the colour a peer has given since', () => {
    const { alice, bob, meet } = editingRoom(box('box'))
    move(alice, 100)
    meet()
    recolour(bob, 'red')
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(shape(peer)).toMatchObject({ x: 0, props: { color: 'red' } })
    expect(alice.kept).toEqual([])
  })

  test('[K10] takes back a move that a peer recoloured in the middle of', () => {
    const { alice, bob, meet } = editingRoom(box('box'))
    alice.editor.markHistoryStoppingPoint('drag')
    alice.editor.updateShape({ id: ID, type: 'geo', x: 50 })
    meet()
    recolour(bob, 'red')
    meet()
    alice.editor.updateShape({ id: ID, type: 'geo', x: 100 })
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(shape(peer)).toMatchObject({ x: 0, props: { color: 'red' } })
  })

  test('[K10] never brings back what a peer has deleted, and says so', () => {
    const { alice, bob, meet } = editingRoom(box('box'))
    move(alice, 100)
    meet()
    act(bob, () => bob.editor.deleteShape(ID))
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(shape(peer)).toBeUndefined()
    expect(alice.kept).toEqual([{ changedByPeer: [], removedByPeer: [ID] }])
  })

  test('[K10] brings back what I have deleted', () => {
    const { alice, bob, meet } = editingRoom(box('box', {}, 'queue'))
    act(alice, () => alice.editor.deleteShape(ID))
    meet()
    expect(shape(bob)).toBeUndefined()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(shape(peer)).toEqual(box('box', {}, 'queue'))
  })

  test('[K10] does not take back a move that a peer has moved on from, and says so', () => {
    const { alice, bob, meet } = editingRoom(box('box'))
    move(alice, 100)
    meet()
    move(bob, 200)
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(shape(peer)).toMatchObject({ x: 200 })
    expect(alice.kept).toEqual([{ changedByPeer: [ID], removedByPeer: [] }])
  })

  test('[K10] goes back to where a peer had put it, and no further', () => {
    const { alice, bob, meet } = editingRoom(box('box'))
    move(alice, 10)
    meet()
    move(bob, 20)
    meet()
    move(alice, 30)
    meet()
    alice.editor.undo()
    expect(shape(alice)).toMatchObject({ x: 20 })
    alice.editor.undo()
    expect(shape(alice)).toMatchObject({ x: 20 })
  })

  test('[K10] leaves a shape of mine that a peer has written on', () => {
    const { alice, bob, meet } = editingRoom()
    act(alice, () => alice.editor.createShape({ id: ID, type: 'geo' }))
    meet()
    act(bob, () =>
      bob.editor.updateShape<TLGeoShape>({ id: ID, type: 'geo', props: { richText: withText('cache') } }),
    )
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(shape(peer)?.props.richText).toEqual(withText('cache'))
    expect(alice.kept).toEqual([{ changedByPeer: [ID], removedByPeer: [] }])
  })

  test('[K10] puts a shape that comes back on the page when a peer has deleted its frame', () => {
    const { alice, bob, meet } = editingRoom(frame('frame'), box('box', { parentId: frame('frame').id }))
    act(alice, () => alice.editor.deleteShape(ID))
    meet()
    act(bob, () => bob.editor.deleteShape(frame('frame').id))
    meet()
    alice.editor.undo()
    meet()
    for (const peer of [alice, bob]) expect(shape(peer)).toMatchObject({ parentId: 'page:page' })
  })

  test('[K10] of several shapes takes back those that are still mine', () => {
    const { alice, bob, meet } = editingRoom(box('box'), box('other'))
    act(alice, () => {
      alice.editor.updateShapes([
        { id: ID, type: 'geo', x: 100 },
        { id: box('other').id, type: 'geo', x: 100 },
      ])
    })
    meet()
    act(bob, () => bob.editor.deleteShape(box('other').id))
    meet()
    alice.editor.undo()
    meet()
    expect(shape(alice)).toMatchObject({ x: 0 })
    expect(bob.editor.getShape(box('other').id)).toBeUndefined()
  })
})

describe('redo', () => {
  test('[K10] does again what I undid, and keeps what a peer did in between', () => {
    const { alice, bob, meet } = editingRoom(box('box'))
    move(alice, 100)
    alice.editor.undo()
    meet()
    recolour(bob, 'blue')
    meet()
    alice.editor.redo()
    meet()
    for (const peer of [alice, bob]) expect(shape(peer)).toMatchObject({ x: 100, props: { color: 'blue' } })
  })

  test('[K10] does not redo onto what a peer has deleted', () => {
    const { alice, bob, meet } = editingRoom(box('box'))
    move(alice, 100)
    alice.editor.undo()
    meet()
    act(bob, () => bob.editor.deleteShape(ID))
    meet()
    alice.editor.redo()
    meet()
    expect(shape(alice)).toBeUndefined()
    expect(shape(bob)).toBeUndefined()
  })
})

test('[K10] giving up a drag leaves what a peer changed meanwhile', () => {
  const { alice, bob, meet } = editingRoom(box('box'))
  const mark = alice.editor.markHistoryStoppingPoint('drag')
  alice.editor.updateShape({ id: ID, type: 'geo', x: 50 })
  meet()
  recolour(bob, 'green')
  meet()
  alice.editor.bailToMark(mark)
  meet()
  for (const peer of [alice, bob]) expect(shape(peer)).toMatchObject({ x: 0, props: { color: 'green' } })
})
