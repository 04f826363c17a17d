import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Store } from '@tldraw/store'
import type { TLRecord } from '@tldraw/tlschema'
import {
  BOARD_SHAPE_TYPES,
  LAYOUT_VERSION,
  boardSchemaHash,
  createBoardSchema,
  isBoardShapeType,
} from './board-schema.ts'
import { repairBoard } from './integrity.ts'
import { SEED_ORIGIN, metaOf, recordsOf, seedBoard } from './layout.ts'
import { readAllRecords } from './read-record.ts'
import { boardOf, box, copyOf, putAll, shapeId, stroke } from './testing/boards.ts'
import { boardSnapshot, foldBoard } from './to-snapshot.ts'
import { removeRecord } from './write-record.ts'

describe('the seed', () => {
  it('[L9] is one transaction that makes a sound, empty board', () => {
    const doc = new Y.Doc()
    const origins: unknown[] = []
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    seedBoard(doc, { schemaHash: 'abc', epoch: 3 })
    expect(origins).toEqual([SEED_ORIGIN])
    expect(metaOf(doc).toJSON()).toEqual({
      layout: LAYOUT_VERSION,
      schema: 'abc',
      sequences: createBoardSchema().serialize().sequences,
      epoch: 3,
    })
    expect(
      readAllRecords(doc)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['document:document', 'page:page'])
    expect(repairBoard(doc, { touched: 'all' }).repaired).toEqual([])
    expect([...doc.share.keys()].toSorted()).toEqual(['meta', 'records'])
  })
})

describe('the schema', () => {
  it('[L4] has tldraw’s shapes but not the three that load foreign pages, and our own', () => {
    expect(BOARD_SHAPE_TYPES).toEqual([
      'arrow',
      'card',
      'component',
      'draw',
      'frame',
      'geo',
      'group',
      'highlight',
      'image',
      'line',
      'note',
      'placeholder',
      'text',
      'worksheet',
      'zone',
    ])
    for (const type of ['embed', 'bookmark', 'video', 'constructor'])
      expect(isBoardShapeType(type)).toBe(false)
  })

  it('[L10] has one hash per meaning: change this value together with LAYOUT_VERSION or tldraw’s version only', () => {
    expect(boardSchemaHash()).toBe('c4ae36ebe181ecbb')
  })
})

describe('snapshots', () => {
  it('[L14] folding a board’s updates gives the board, in any order and with repeats', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    seedBoard(doc, { schemaHash: boardSchemaHash(), epoch: 1 })
    putAll(doc, box('a'), stroke('s', 3), box('b'))
    putAll(doc, box('a', { x: 8 }), stroke('s', 9))
    removeRecord(doc, shapeId('b'))
    expect(boardSnapshot(foldBoard(updates))).toEqual(boardSnapshot(doc))
    expect(boardSnapshot(foldBoard([...updates.toReversed(), ...updates]))).toEqual(boardSnapshot(doc))
  })

  it('[L14] a real tldraw store opens the snapshot', () => {
    const schema = createBoardSchema()
    const { store } = boardSnapshot(boardOf(box('a', {}, 'API'), stroke('s', 40)))
    const opened = new Store<TLRecord>({ schema, props: {}, initialData: store })
    expect(opened.allRecords().map(({ id }) => id)).toEqual(Object.keys(store))
  })

  it('[L14] leaves out what is invalid, so that the rest can be opened', () => {
    const doc = boardOf(box('a'), box('b'))
    recordsOf(doc).get(shapeId('a'))?.set('g', [NaN, 0, 0])
    expect(Object.keys(boardSnapshot(doc).store)).toEqual(['document:document', 'page:page', 'shape:b'])
  })

  it('[L14] does not depend on who wrote first', () => {
    const one = boardOf(box('a'), box('b'))
    const two = copyOf(boardOf(box('b'), box('a')))
    expect(JSON.stringify(boardSnapshot(one))).toBe(JSON.stringify(boardSnapshot(two)))
  })
})
