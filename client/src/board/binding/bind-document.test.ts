import { LOCAL_ORIGIN, recordsOf } from '@drawbar/shared/board/layout.ts'
import { readRecord } from '@drawbar/shared/board/read-record.ts'
import {
  arrow,
  binding,
  boardOf,
  box,
  copyOf,
  frame,
  group,
  page,
  stroke,
  sync,
  withText,
} from '@drawbar/shared/board/testing/boards.ts'
import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import type { TLDrawShape, TLGeoShape, TLRecord, TLShape } from 'tldraw'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { asPeer, copyRecord, createPeer } from '../testing/peer.ts'
import { recordIn } from './merge-remote.ts'

function twoPeers(...records: TLRecord[]) {
  const board = boardOf(...records)
  const alice = createPeer('alice', copyOf(board))
  const bob = createPeer('bob', copyOf(board))
  return { alice, bob, meet: () => sync(alice.doc, bob.doc) }
}

function move(shape: TLRecord | undefined, x: number, y = 0): TLShape {
  if (shape?.typeName !== 'shape') throw new Error('Not a shape.')
  return { ...shape, x, y }
}

describe('opening', () => {
  test('[K1] fills the canvas from the document and writes nothing', () => {
    const doc = boardOf(box('box'), frame('frame'))
    const before = Y.encodeStateVector(doc)
    const { store } = createPeer('alice', doc)
    expect(store.get(box('box').id)).toEqual(box('box'))
    expect(store.get(frame('frame').id)).toBeDefined()
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  test('[K1] takes what is not in the document off a canvas that had it', () => {
    const doc = boardOf(box('stays'))
    const { store, binding: bound } = createPeer('alice', doc)
    bound.unbind()
    store.put([box('foreign')])
    createPeer('alice', doc, { store })
    expect(store.get(box('stays').id)).toBeDefined()
    expect(store.get(box('foreign').id)).toBeUndefined()
  })
})

describe('from the canvas', () => {
  test('[K2] a drag writes the position facet and nothing else', () => {
    const { alice } = twoPeers(box('box'))
    const keys: string[] = []
    recordsOf(alice.doc).observeDeep((events) => {
      for (const event of events) keys.push(...event.keys.keys())
    })
    alice.store.put([move(alice.store.get(box('box').id), 50)])
    alice.binding.flush()
    expect(keys).toEqual(['g'])
  })

  test('[K2] what happens between two flushes is one transaction', () => {
    const { alice } = twoPeers(box('a'), box('b'))
    const origins: unknown[] = []
    alice.doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    for (let x = 1; x <= 10; x += 1) {
      alice.store.put([move(alice.store.get(box('a').id), x), move(alice.store.get(box('b').id), x)])
    }
    expect(origins).toEqual([])
    alice.binding.flush()
    expect(origins).toEqual([LOCAL_ORIGIN])
    expect(readRecord(alice.doc, box('a').id)).toMatchObject({ x: 10 })
  })

  test('[L3] a stroke being drawn sends only its new points', () => {
    const { alice } = twoPeers(stroke('pen', 400))
    const sizes: number[] = []
    alice.doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    alice.store.put([{ ...stroke('pen', 402), id: stroke('pen', 1).id }])
    alice.binding.flush()
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThan(100)
    expect(readRecord(alice.doc, stroke('pen', 1).id)).toEqual(stroke('pen', 402))
  })

  test('[K2] creating and deleting before a flush writes nothing', () => {
    const { alice } = twoPeers()
    const before = Y.encodeStateVector(alice.doc)
    alice.store.put([box('gone')])
    alice.store.remove([box('gone').id])
    alice.binding.flush()
    expect(Y.encodeStateVector(alice.doc)).toEqual(before)
  })

  test('[K4] a viewer writes nothing, whatever their canvas does by itself', () => {
    const viewer = createPeer('viewer', boardOf(box('box')), { writer: false })
    const before = Y.encodeStateVector(viewer.doc)
    viewer.store.put([move(viewer.store.get(box('box').id), 99), box('new')])
    viewer.binding.flush()
    viewer.binding.unbind()
    expect(Y.encodeStateVector(viewer.doc)).toEqual(before)
  })

  test('[K7] what the board cannot hold is taken back and reported; the rest of the same step stays', () => {
    const { alice } = twoPeers(box('box'))
    const label = withText('x'.repeat(20_000))
    const shape = alice.store.get(box('box').id) as TLGeoShape
    alice.store.put([{ ...shape, props: { ...shape.props, richText: label } }, box('fine')])
    alice.binding.flush()
    expect(alice.refused).toEqual([{ id: box('box').id, reason: 'text-too-long' }])
    expect(alice.store.get(box('box').id)).toEqual(box('box'))
    expect(readRecord(alice.doc, box('fine').id)).toEqual(box('fine'))
    expect(readRecord(alice.doc, box('box').id)).toEqual(box('box'))
  })

  test('[K8] too many records for one update go in several', () => {
    const { alice } = twoPeers()
    const sizes: number[] = []
    alice.doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    alice.store.put(Array.from({ length: 600 }, (_, n) => box(`box${n}`, {}, 'x'.repeat(n < 40 ? 9_000 : 0))))
    alice.binding.flush()
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThan(LIMITS.updateBytes / 2)
    expect(recordsOf(alice.doc).size).toBe(602)
  })
})

describe('from the document', () => {
  test('[K12] a peer sees what the other draws', () => {
    const { alice, bob, meet } = twoPeers()
    alice.store.put([box('box', {}, 'queue')])
    alice.binding.flush()
    meet()
    expect(bob.store.get(box('box').id)).toEqual(box('box', {}, 'queue'))
  })

  test('[L6] a move here and a label there both stay', () => {
    const { alice, bob, meet } = twoPeers(box('box'))
    alice.store.put([move(alice.store.get(box('box').id), 300)])
    const labelled = box('box', {}, 'cache')
    bob.store.put([labelled])
    alice.binding.flush()
    bob.binding.flush()
    meet()
    for (const { store } of [alice, bob]) {
      expect(store.get(box('box').id)).toMatchObject({ x: 300, props: { richText: labelled.props.richText } })
    }
  })

  test('[K3] an edit that was not flushed yet is not lost when a peer changes the same shape', () => {
    const { alice, bob } = twoPeers(box('box'))
    alice.store.put([move(alice.store.get(box('box').id), 300)])
    bob.store.put([box('box', {}, 'cache')])
    bob.binding.flush()
    Y.applyUpdate(alice.doc, Y.encodeStateAsUpdate(bob.doc), 'network')
    expect(alice.store.get(box('box').id)).toMatchObject({ x: 300 })
    sync(alice.doc, bob.doc)
    expect(bob.store.get(box('box').id)).toEqual(alice.store.get(box('box').id))
    expect(bob.store.get(box('box').id)).toMatchObject({ x: 300 })
  })

  test('[L7] a shape deleted there while moved here is gone on both', () => {
    const { alice, bob, meet } = twoPeers(box('box'))
    alice.store.remove([box('box').id])
    bob.store.put([move(bob.store.get(box('box').id), 40)])
    alice.binding.flush()
    bob.binding.flush()
    meet()
    expect(alice.store.get(box('box').id)).toBeUndefined()
    expect(bob.store.get(box('box').id)).toBeUndefined()
    expect(recordsOf(bob.doc).has(box('box').id)).toBe(false)
  })

  test('[K3] what comes from a peer is not sent back', () => {
    const { alice, bob, meet } = twoPeers()
    alice.store.put([box('box')])
    alice.binding.flush()
    meet()
    const before = Y.encodeStateVector(bob.doc)
    bob.binding.flush()
    expect(Y.encodeStateVector(bob.doc)).toEqual(before)
  })
})

describe('records that would break the canvas', () => {
  test('[K5] one bad record never stops the rest, and is shown once it is mended', () => {
    const { alice, bob, meet } = twoPeers(box('bad'), box('good'))
    asPeer(bob.doc, (records) => {
      records.get(box('bad').id)?.set('g', [Number.NaN, 0, 0])
      records.get(box('good').id)?.set('g', [77, 0, 0])
    })
    meet()
    expect(alice.store.get(box('good').id)).toMatchObject({ x: 77 })
    expect(alice.store.get(box('bad').id)).toMatchObject({ x: 0 })
    expect(alice.held.map(({ id }) => id)).toEqual([box('bad').id])
    asPeer(bob.doc, (records) => records.get(box('bad').id)?.set('g', [5, 0, 0]))
    meet()
    expect(alice.store.get(box('bad').id)).toMatchObject({ x: 5 })
    expect(alice.binding.held.size).toBe(0)
  })

  test('[L5] an incomplete record is treated as absent until the rest arrives', () => {
    const doc = boardOf()
    const { store, binding: bound } = createPeer('alice', doc)
    copyRecord(boardOf(box('box')), doc, box('box').id, ['k', 'z', 'f', 'd', 't', 'p'])
    expect(store.get(box('box').id)).toBeUndefined()
    expect(bound.held.get(box('box').id)).toBe('incomplete')
    asPeer(doc, (records) => records.get(box('box').id)?.set('g', [1, 2, 0]))
    expect(store.get(box('box').id)).toMatchObject({ x: 1, y: 2 })
  })

  test('[K5] two frames put into each other by two people stay apart on every canvas', () => {
    const { alice, bob, meet } = twoPeers(frame('a'), frame('b'))
    alice.store.put([{ ...frame('a'), parentId: frame('b').id as TLShape['parentId'] }])
    bob.store.put([{ ...frame('b'), parentId: frame('a').id as TLShape['parentId'] }])
    alice.binding.flush()
    bob.binding.flush()
    meet()
    for (const { store } of [alice, bob]) expect(ownAncestors(store.allRecords())).toEqual([])
    expect(alice.held).toEqual([{ id: frame('b').id, reason: 'own-ancestor' }])
    expect(bob.held).toEqual([{ id: frame('a').id, reason: 'own-ancestor' }])

    asPeer(alice.doc, (records) => records.get(frame('a').id)?.set('z', ['page:page', 'a1']))
    meet()
    for (const { store, binding: bound } of [alice, bob]) {
      expect(store.get(frame('a').id)).toMatchObject({ parentId: 'page:page' })
      expect(store.get(frame('b').id)).toMatchObject({ parentId: frame('a').id })
      expect(bound.held.size).toBe(0)
    }
  })

  test('[K5] two frames that change places in one update are not a cycle', () => {
    const inner = { parentId: frame('a').id as TLShape['parentId'] }
    const { alice, bob, meet } = twoPeers(frame('a'), frame('b', inner))
    asPeer(alice.doc, (records) => {
      records.get(frame('a').id)?.set('z', [frame('b').id, 'a1'])
      records.get(frame('b').id)?.set('z', ['page:page', 'a1'])
    })
    meet()
    expect(bob.held).toEqual([])
    expect(bob.store.get(frame('a').id)).toMatchObject({ parentId: frame('b').id })
  })

  test('[K5] a binding waits for its shape, and one that ends where it starts is never shown', () => {
    const doc = boardOf(arrow('arrow'))
    const { store, binding: bound } = createPeer('alice', doc)
    const source = boardOf(
      arrow('arrow'),
      box('box'),
      binding('ok', 'arrow', 'box'),
      binding('self', 'arrow', 'arrow'),
    )
    copyRecord(source, doc, 'binding:ok')
    copyRecord(source, doc, 'binding:self')
    expect(recordIn(store, 'binding:ok')).toBeUndefined()
    copyRecord(source, doc, box('box').id)
    expect(recordIn(store, 'binding:ok')).toBeDefined()
    expect(bound.held).toEqual(new Map([['binding:self', 'bound-to-itself']]))
  })

  test('[K6] the last page is not taken away; another one takes its place when it comes', () => {
    const doc = boardOf()
    const { store, binding: bound } = createPeer('alice', doc)
    asPeer(doc, (records) => records.delete('page:page'))
    expect(recordIn(store, 'page:page')).toBeDefined()
    copyRecord(boardOf(page('second', 'a2')), doc, 'page:second')
    expect(recordIn(store, 'page:second')).toBeDefined()
    expect(recordIn(store, 'page:page')).toBeUndefined()
    expect(bound.held.size).toBe(0)
  })

  test('[K5] an unknown kind of shape is held', () => {
    const doc = boardOf(group('group'))
    const { store } = createPeer('alice', doc)
    const map = new Y.Map<unknown>([
      ['k', ['shape', 'embed']],
      ['g', [0, 0, 0]],
      ['z', ['page:page', 'a1']],
      ['f', { isLocked: false, opacity: 1, meta: {} }],
      ['d', { w: 1, h: 1 }],
      ['p', { url: 'https://example.com' }],
    ])
    asPeer(doc, (records) => records.set('shape:embed', map))
    expect(recordIn(store, 'shape:embed')).toBeUndefined()
    expect(store.get(group('group').id)).toBeDefined()
  })
})

test('[L3] a stroke drawn by two flushes arrives whole', () => {
  const { alice, bob, meet } = twoPeers()
  alice.store.put([stroke('pen', 10)])
  alice.binding.flush()
  meet()
  alice.store.put([stroke('pen', 250)])
  alice.binding.flush()
  meet()
  expect((bob.store.get(stroke('pen', 1).id) as TLDrawShape).props).toEqual(stroke('pen', 250).props)
})

function ownAncestors(records: readonly TLRecord[]): string[] {
  const parents = new Map(
    records.flatMap((record) => (record.typeName === 'shape' ? [[record.id, record.parentId]] : [])) as [
      string,
      string,
    ][],
  )
  return [...parents.keys()].filter((start) => {
    let at = parents.get(start)
    for (let steps = 0; at !== undefined && steps <= parents.size; steps += 1) {
      if (at === start) return true
      at = parents.get(at)
    }
    return false
  })
}
