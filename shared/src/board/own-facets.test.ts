import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TLRecord } from '@tldraw/tlschema'
import { checkRecord } from './check-record.ts'
import { repairBoard } from './integrity.ts'
import { recordsOf } from './layout.ts'
import { readRecord } from './read-record.ts'
import { MAX_ROWS, withCell, type Row } from './shapes/rows.ts'
import { boardOf, box, bytesWritten, copyOf, shapeId, sync } from './testing/boards.ts'
import { card, component, rowsOf, zone } from './testing/own-shapes.ts'
import { removeRecord, writeRecord } from './write-record.ts'

function change(doc: Y.Doc, before: TLRecord, props: object): void {
  if (before.typeName !== 'shape') throw new Error('only shapes have props')
  writeRecord(doc, before, { ...before, props: { ...before.props, ...props } })
}

function propsOf(doc: Y.Doc, name: string): unknown {
  const record = readRecord(doc, shapeId(name))
  return record?.typeName === 'shape' ? record.props : undefined
}

describe('shapes of ours in the document', () => {
  it('[L6] [L16] people who change different props of a component both keep their change', () => {
    const cache = component('c', { kind: 'cache', label: 'Sessions' })
    const alice = boardOf(cache)
    const bob = copyOf(alice)
    change(alice, cache, { technology: 'Redis' })
    change(bob, cache, { replicas: 3 })
    sync(alice, bob)
    for (const doc of [alice, bob]) {
      expect(propsOf(doc, 'c')).toEqual({ ...cache.props, technology: 'Redis', replicas: 3 })
      expect(repairBoard(doc, { touched: 'all' }).repaired).toEqual([])
    }
  })

  it('[L16] people who write into different cells of one row both keep what they wrote', () => {
    const row: Row = { id: 'r1', index: 'a1' as Row['index'], cells: { method: 'GET', path: '/feed' } }
    const api = card('api', { rows: { r1: row } })
    const alice = boardOf(api)
    const bob = copyOf(alice)
    change(alice, api, { rows: { r1: withCell(row, 'method', 'POST') } })
    change(bob, api, { rows: { r1: withCell(row, 'path', '/feed/:id') } })
    sync(alice, bob)
    for (const doc of [alice, bob]) {
      expect(propsOf(doc, 'api')).toMatchObject({
        rows: { r1: { cells: { method: 'POST', path: '/feed/:id' } } },
      })
    }
  })

  it('[L16] rows that two people add at once are both kept, in one order', () => {
    const api = card('api')
    const alice = boardOf(api)
    const bob = copyOf(alice)
    change(alice, api, { rows: rowsOf({ a1: { path: '/a' } }) })
    change(bob, api, { rows: rowsOf({ b1: { path: '/b' } }) })
    sync(alice, bob)
    expect(propsOf(alice, 'api')).toEqual(propsOf(bob, 'api'))
    expect(propsOf(alice, 'api')).toMatchObject({
      rows: { a1: { cells: { path: '/a' } }, b1: { cells: { path: '/b' } } },
    })
  })

  it('[L7] [R3] a cell written into a row that was removed meanwhile goes with it, and leaves nothing behind', () => {
    const row: Row = { id: 'r1', index: 'a1' as Row['index'], cells: { path: '/feed' } }
    const api = card('api', { rows: { r1: row } })
    const alice = boardOf(api)
    const bob = copyOf(alice)
    change(alice, api, { rows: {} })
    change(bob, api, { rows: { r1: withCell(row, 'path', '/news') } })
    sync(alice, bob)
    expect(propsOf(alice, 'api')).toMatchObject({ rows: {} })
    expect(repairBoard(alice, { touched: 'all' }).repaired).toMatchObject([
      { id: shapeId('api'), rule: 'R3', outcome: 'mended' },
    ])
    expect(
      [...(recordsOf(alice).get(shapeId('api'))?.keys() ?? [])].filter((key) => key.includes(':')),
    ).toEqual([])
  })

  it('[L16] what is as it is by default takes no room, and comes back as it was', () => {
    const plain = component('c')
    const doc = boardOf(plain)
    expect([...(recordsOf(doc).get(plain.id)?.keys() ?? [])].toSorted()).toEqual([
      '.kind',
      'd',
      'f',
      'g',
      'k',
      'z',
    ])
    change(doc, plain, { replicas: 4 })
    change(doc, component('c', { replicas: 4 }), { replicas: 1 })
    expect(readRecord(doc, plain.id)).toEqual(plain)
    expect(recordsOf(doc).get(plain.id)?.has('.replicas')).toBe(false)
  })

  it('[L16] a component takes at most 1.2 times the bytes of a labelled box', () => {
    const count = 200
    const bytesOf = (make: (i: number) => TLRecord) => {
      const doc = boardOf()
      return bytesWritten(doc, () => {
        for (let i = 0; i < count; i++) writeRecord(doc, undefined, make(i))
      })
    }
    const components = bytesOf((i) =>
      component(`n${i}`, { kind: 'cache', label: `Session store ${i}`, technology: 'Redis', color: 'blue' }),
    )
    const boxes = bytesOf((i) => box(`n${i}`, {}, `Session store ${i}`))
    console.info(
      `[L16] component ${(components / count).toFixed(0)} B, labelled box ${(boxes / count).toFixed(0)} B, ratio ${(components / boxes).toFixed(2)}`,
    )
    expect(components / boxes).toBeLessThan(1.2)
  })

  it('[R4] what is in a zone stays in it, and goes to the page at its place when the zone goes', () => {
    const region = zone('eu', {}, { x: 100, y: 50 })
    const inside = component('db', { kind: 'sql' }, { parentId: region.id, x: 20, y: 30 })
    const doc = boardOf(region, inside)
    expect(repairBoard(doc, { touched: 'all' }).repaired).toEqual([])
    removeRecord(doc, region.id)
    repairBoard(doc, { touched: 'all' })
    expect(readRecord(doc, inside.id)).toMatchObject({ parentId: 'page:page' })
  })

  it.each([
    ['a kind that is no slug', component('c', { kind: 'Load Balancer' })],
    ['a label as long as a page', component('c', { label: 'x'.repeat(121) })],
    ['no replica', component('c', { replicas: 0 })],
    ['half a shard', component('c', { shards: 0.5 })],
    ['no width', zone('z', { w: 0 })],
    ['a colour that is none', zone('z', { color: 'mauve' as 'black' })],
    ['a row under another id', card('k', { rows: { a: rowsOf({ b: {} }).b as Row } })],
    ['an empty cell', card('k', { rows: rowsOf({ a: { path: '' } }) })],
    ['a cell as long as a page', card('k', { rows: rowsOf({ a: { path: 'x'.repeat(501) } }) })],
    ['a column that is no name', card('k', { rows: rowsOf({ a: { 'a:b': 'x' } }) })],
    ['a row id that is none', card('k', { rows: rowsOf({ 'a:b': {} }) })],
    [
      'more rows than anybody reads',
      card('k', {
        rows: rowsOf(Object.fromEntries(Array.from({ length: MAX_ROWS + 1 }, (_, i) => [`r${i}`, {}]))),
      }),
    ],
  ])('[R2] refuses %s', (_what, record) => {
    expect(checkRecord(record)).toEqual({ ok: false, reason: 'schema' })
  })
})

describe('a shape type that only a newer version knows', () => {
  const facets = {
    k: ['shape', 'hologram'],
    g: [10, 20, 0],
    z: ['page:page', 'a1'],
    f: { isLocked: false, opacity: 1, meta: {} },
    d: { w: 300, h: 80 },
    '.colour': { r: 1, g: 0.5 },
    'r1:': 'a1',
    'r1:what': 'rows too',
  }

  function boardWith(extra: object = {}): Y.Doc {
    const doc = boardOf()
    const map = new Y.Map<unknown>(Object.entries({ ...facets, ...extra }))
    recordsOf(doc).set(shapeId('h'), map)
    return doc
  }

  it('[L17] is a placeholder of its size, and nothing about it is repaired', () => {
    const doc = boardWith()
    expect(readRecord(doc, shapeId('h'))).toMatchObject({
      type: 'placeholder',
      x: 10,
      props: { w: 300, h: 80, of: { type: 'hologram' } },
    })
    expect(repairBoard(doc, { touched: 'all' }).repaired).toEqual([])
  })

  it('[L17] is moved, and otherwise stays as it was', () => {
    const doc = boardWith()
    const before = readRecord(doc, shapeId('h'))
    if (before?.typeName !== 'shape') throw new Error('no placeholder')
    writeRecord(doc, before, { ...before, x: 99 })
    expect(recordsOf(doc).get(shapeId('h'))?.toJSON()).toEqual({ ...facets, g: [99, 20, 0] })
    expect(repairBoard(doc, { touched: 'all' }).repaired).toEqual([])
  })

  it('[L17] is the same shape in a copy that was written as a record', () => {
    const record = readRecord(boardWith(), shapeId('h'))
    if (record === undefined) throw new Error('no placeholder')
    const doc = boardOf(record)
    expect(recordsOf(doc).get(shapeId('h'))?.toJSON()).toEqual(facets)
  })

  it.each(['embed', 'bookmark', 'video'])('[R2] does not let a %s in', (type) => {
    const doc = boardWith({ k: ['shape', type] })
    expect(repairBoard(doc, { touched: 'all' }).repaired).toMatchObject([{ outcome: 'removed' }])
    const placeholder = readRecord(boardWith(), shapeId('h'))
    expect(checkRecord({ ...placeholder, props: { w: 1, h: 1, of: { type, facets: {} } } })).toEqual({
      ok: false,
      reason: 'not-on-board',
    })
  })

  it('[R2] is refused when it is larger than a record may be', () => {
    const doc = boardWith({ '.colour': 'x'.repeat(70_000) })
    expect(repairBoard(doc, { touched: 'all' }).repaired).toMatchObject([{ reason: 'record-too-large' }])
  })
})
