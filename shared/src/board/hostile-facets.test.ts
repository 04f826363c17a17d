import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TLRecord } from '@tldraw/tlschema'
import { BoardIndex } from './board-index.ts'
import { checkRecord } from './check-record.ts'
import { isFacetKey } from './facet-key.ts'
import { repairBoard } from './integrity.ts'
import { recordsOf } from './layout.ts'
import { readRecord } from './read-record.ts'
import { pinOf } from './shapes/connector-meta.ts'
import { MAX_CELLS } from './shapes/rows.ts'
import { arrow, binding, boardOf, box, shapeId, stroke } from './testing/boards.ts'
import { card, component, rowsOf } from './testing/own-shapes.ts'

/** Boards as a hostile client would write them. */

/** What somebody writes straight into a record's map, and what a second look at the board finds. */
function spoil(record: TLRecord, change: (map: Y.Map<unknown>) => void) {
  const doc = boardOf(record)
  const index = new BoardIndex(doc)
  repairBoard(doc, { touched: 'all', index })
  const map = recordsOf(doc).get(record.id)
  if (map === undefined) throw new Error('no record')
  doc.transact(() => change(map))
  const { repaired } = repairBoard(doc, { touched: new Set([record.id]), index })
  const again = repairBoard(doc, { touched: 'all', index: new BoardIndex(doc) })
  return {
    rules: repaired.map(({ rule, outcome, reason }) => `${rule} ${outcome} ${reason}`),
    again: again.repaired,
    record: readRecord(doc, record.id),
    keys: [...(recordsOf(doc).get(record.id)?.keys() ?? [])],
  }
}

const placeholder = (of: object): TLRecord => ({
  ...box('a'),
  type: 'placeholder',
  props: { w: 200, h: 100, of },
})

describe('[R3] a list of points where no stroke is', () => {
  const page = readRecord(boardOf(), 'page:page') as TLRecord
  const bound = binding('a-end', 'a', 'b')
  it.each([
    ['component', component('a')],
    ['card', card('a')],
    ['box', box('a')],
    ['page', page],
  ])('goes from a %s, however long it is', (_, record) => {
    const { keys, again, rules } = spoil(record, (map) => {
      map.set('s', Y.Array.from(['hidden', 'x'.repeat(1000)]))
    })
    expect(rules).toHaveLength(1)
    expect(keys).not.toContain('s')
    expect(again).toEqual([])
  })

  it('goes from a binding', () => {
    const doc = boardOf(box('b'), arrow('a'), bound)
    recordsOf(doc)
      .get(bound.id)
      ?.set('s', Y.Array.from(['hidden']))
    repairBoard(doc, { touched: 'all', index: new BoardIndex(doc) })
    expect(recordsOf(doc).get(bound.id)?.has('s')).toBe(false)
  })

  it('stays in a stroke', () => {
    expect(spoil(stroke('a', 3), () => {}).keys).toContain('s')
  })
})

describe('a placeholder', () => {
  it.each([
    ['a place of its own', { g: [9, 9, 0] }],
    ['a parent of its own', { z: ['shape:elsewhere', 'a1'] }],
    ['what is no facet', { 'no facet': 1 }],
    ['another kind', { k: ['page'] }],
    ['a stroke that is no list', { s: 'text' }],
  ])('does not stand for a shape with %s', (_, facets) => {
    expect(checkRecord(placeholder({ type: 'hologram', facets }))).toEqual({ ok: false, reason: 'schema' })
  })

  it('stands for any other facets, and its type does not change', () => {
    const before = placeholder({ type: 'hologram', facets: { '.tint': 1, 'r1:': 'a1', s: [1], v: {} } })
    expect(checkRecord(before)).toMatchObject({ ok: true })
    const after = placeholder({ type: 'mirage', facets: {} })
    expect(checkRecord(after, before)).toEqual({ ok: false, reason: 'type-changed' })
  })

  it('that was written as such becomes what it stands for, at once and for good', () => {
    const { record, again, keys } = spoil(box('a'), (map) => {
      for (const key of map.keys()) if (!['g', 'z', 'f'].includes(key)) map.delete(key)
      map.set('k', ['shape', 'placeholder'])
      map.set('d', { w: 10, h: 10 })
      map.set('.of', { type: 'hologram', facets: { g: [1, 2, 3], '.tint': 1 } })
    })
    expect(again).toEqual([])
    expect(record).toEqual(box('a'))
    expect(keys).not.toContain('.of')
  })
})

describe('names that every object has', () => {
  it.each(['constructor:', 'valueOf:name', 'r1:toString', '__proto__:', 'r1:constructor'])(
    '%s is no facet',
    (key) => expect(isFacetKey(key)).toBe(false),
  )

  it.each([rowsOf({ constructor: { path: '/' } }), rowsOf({ r1: { valueOf: 'x' } })])(
    'are neither a row nor a column of a card',
    (rows) => expect(checkRecord(card('a', { rows }))).toEqual({ ok: false, reason: 'schema' }),
  )

  it('are no row that something is pinned to', () => {
    expect(pinOf({ pin: 'shape:sheet/constructor' })).toBeUndefined()
    expect(pinOf({ pin: 'shape:sheet/__proto__' })).toBeUndefined()
    expect(pinOf({ pin: 'shape:sheet/r1' })).toEqual({ worksheetId: shapeId('sheet'), rowId: 'r1' })
  })

  it('go from a card that has them, and the rest of it stays', () => {
    const rows = rowsOf({ r1: { path: '/' } })
    const { record, again } = spoil(card('a', { rows }), (map) => {
      map.set('constructor:', 'a1')
      map.set('r1:valueOf', 'x')
    })
    expect(record).toEqual(card('a', { rows }))
    expect(again).toEqual([])
  })
})

it('a row has no more cells than a card has room for', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  const of = (count: number) =>
    card('a', {
      rows: rowsOf({ r1: Object.fromEntries(letters.slice(0, count).map((name) => [name, 'x'])) }),
    })
  expect(checkRecord(of(MAX_CELLS)).ok).toBe(true)
  expect(checkRecord(of(MAX_CELLS + 1))).toEqual({ ok: false, reason: 'schema' })
})
