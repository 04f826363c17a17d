// @vitest-environment jsdom
import { recordsOf } from '@drawbar/shared/board/layout.ts'
import { readAllRecords, readRecord } from '@drawbar/shared/board/read-record.ts'
import { arrow, binding, boardOf, box, copyOf, frame, sync } from '@drawbar/shared/board/testing/boards.ts'
import type { TLArrowShape, TLRecord } from 'tldraw'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { createEditingPeer } from '../testing/editing-peer.ts'
import { asPeer } from '../testing/peer.ts'
import { recordIn } from './merge-remote.ts'

function room(...records: TLRecord[]) {
  const board = boardOf(...records)
  const alice = createEditingPeer('alice', copyOf(board))
  const bob = createEditingPeer('bob', copyOf(board))
  const meet = () => {
    for (const { binding: bound } of [alice, bob]) bound.flush()
    sync(alice.doc, bob.doc)
    for (const { binding: bound } of [alice, bob]) bound.flush()
    sync(alice.doc, bob.doc)
  }
  return { alice, bob, meet }
}

test('[K9] an arrow that lets go of a removed shape comes to rest in the same place for everyone', () => {
  const { alice, bob, meet } = room(arrow('arrow'), box('box', { x: 400, y: 300 }))
  bob.store.put([binding('end', 'arrow', 'box')])
  alice.editor.deleteShape(box('box').id)
  meet()
  for (const { doc, store } of [alice, bob]) {
    expect(readRecord(doc, 'binding:end')).toBeUndefined()
    expect(recordIn(store, 'binding:end')).toBeUndefined()
  }
  const end = bob.editor.getShape<TLArrowShape>(arrow('arrow').id)?.props.end
  expect(end).not.toEqual({ x: 100, y: 0 })
  expect(alice.editor.getShape<TLArrowShape>(arrow('arrow').id)?.props.end).toEqual(end)
  expect(readRecord(alice.doc, arrow('arrow').id)).toMatchObject({ props: { end } })
})

test('[K9] a deletion that came with its own side effects is not answered', () => {
  const { alice, bob, meet } = room(
    arrow('arrow'),
    box('box', { x: 400, y: 300 }),
    binding('end', 'arrow', 'box'),
  )
  alice.editor.deleteShape(box('box').id)
  alice.binding.flush()
  sync(alice.doc, bob.doc)
  const before = Y.encodeStateVector(bob.doc)
  bob.binding.flush()
  expect(Y.encodeStateVector(bob.doc)).toEqual(before)
  meet()
  expect(readAllRecords(bob.doc)).toHaveLength(3)
})

test('[K9] where the deleter has put the arrow it stays, in whatever order the parts of the deletion are written', () => {
  const { alice, bob } = room(arrow('arrow'), box('box', { x: 400, y: 300 }), binding('end', 'arrow', 'box'))
  alice.binding.unbind()
  const placed = {
    start: { x: 0, y: 0 },
    end: { x: 7, y: 7 },
    bend: 0,
    labelPosition: 0.5,
    elbowMidPoint: 0.5,
  }
  asPeer(alice.doc, (records) => {
    records.delete(box('box').id)
    records.delete('binding:end')
    records.get(arrow('arrow').id)?.set('a', placed)
  })
  sync(alice.doc, bob.doc)
  const before = Y.encodeStateVector(bob.doc)
  bob.binding.flush()
  expect(Y.encodeStateVector(bob.doc)).toEqual(before)
  expect(bob.editor.getShape<TLArrowShape>(arrow('arrow').id)?.props.end).toEqual({ x: 7, y: 7 })
})

test('[K5] the editor bears what no editor would make', () => {
  const { alice, bob, meet } = room(frame('a'), frame('b'), arrow('arrow'))
  recordsOf(bob.doc)
    .get(frame('a').id)
    ?.set('z', [frame('b').id, 'a1'])
  recordsOf(bob.doc)
    .get(frame('b').id)
    ?.set('z', [frame('a').id, 'a1'])
  recordsOf(bob.doc).get(arrow('arrow').id)?.set('g', ['here', 'there', null])
  meet()
  expect(
    alice.editor.getCurrentPageShapes().map(({ id }) => alice.editor.getShapePageBounds(id)?.x),
  ).toHaveLength(3)
})

test('[K6] the page on screen can be removed by a peer', () => {
  const { alice, bob, meet } = room()
  alice.editor.createPage({ name: 'second' })
  meet()
  const second = alice.editor.getPages().find(({ name }) => name === 'second')
  if (!second) throw new Error('There is no second page.')
  alice.editor.setCurrentPage(second.id)
  bob.editor.deletePage(second.id)
  meet()
  expect(alice.editor.getCurrentPageId()).toBe('page:page')
  expect(readAllRecords(alice.doc).filter(({ typeName }) => typeName === 'page')).toHaveLength(1)
})
