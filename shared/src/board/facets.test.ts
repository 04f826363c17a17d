import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TLRecord } from '@tldraw/tlschema'
import { BOARD_SHAPE_TYPES, isStockShapeType } from './board-schema.ts'
import { checkRecord } from './check-record.ts'
import { facetKeysOf, facetsToRecord, isCanonical, recordToFacets } from './facets.ts'
import type { FacetKey, Facets } from './facet-key.ts'
import { readRecord } from './read-record.ts'
import { RECORD_KINDS, shapesOfType } from './testing/arbitrary-records.ts'
import { writeRecord } from './write-record.ts'

function isStock(record: TLRecord): boolean {
  return record.typeName !== 'shape' || isStockShapeType(record.type)
}

const RUNS = { numRuns: 60 }

describe('facets', () => {
  it.each(RECORD_KINDS)('[L8] %s: record to facets to record gives the same record', (_kind, records) => {
    fc.assert(
      fc.property(records, (record) => {
        expect(checkRecord(record)).toMatchObject({ ok: true })
        expect(facetsToRecord(record.id, recordToFacets(record))).toEqual(record)
        expect(isCanonical(recordToFacets(record), record)).toBe(true)
      }),
      RUNS,
    )
  })

  it.each(RECORD_KINDS)('[L8] %s: the same through Yjs bytes', (_kind, records) => {
    fc.assert(
      fc.property(records, (record) => {
        const alice = new Y.Doc()
        writeRecord(alice, undefined, record)
        const bob = new Y.Doc()
        Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
        expect(readRecord(bob, record.id)).toEqual(record)
      }),
      RUNS,
    )
  })

  it.each(RECORD_KINDS)(
    '[L5] %s: has its mandatory facets, and is unreadable without any one',
    (_kind, records) => {
      fc.assert(
        fc.property(records, (record) => {
          const facets = recordToFacets(record)
          const [typeName, type] = Array.isArray(facets.k) ? facets.k : []
          const keys = facetKeysOf(typeName, type)
          expect(Object.keys(facets)).toEqual(expect.arrayContaining([...keys]))
          const optional = Object.keys(facets).filter((key) => !keys.some((mandatory) => mandatory === key))
          expect(isStock(record) ? optional : []).toEqual([])
          for (const key of keys) {
            const { [key]: _left, ...rest } = facets
            expect(facetsToRecord(record.id, rest)).toBeUndefined()
          }
        }),
        { numRuns: 15 },
      )
    },
  )

  it('[L4] knows every shape type of the board', () => {
    expect(RECORD_KINDS.map(([kind]) => kind)).toEqual(
      expect.arrayContaining(BOARD_SHAPE_TYPES.map((type) => `shape ${type}`)),
    )
    expect(BOARD_SHAPE_TYPES).toHaveLength(15)
  })

  it('[R3] notices a prop in the wrong facet and anything beside the record', () => {
    const [geo] = fc.sample(shapesOfType('geo'), { numRuns: 1, seed: 1 })
    if (geo === undefined) throw new Error('no sample')
    const facets = recordToFacets(geo)
    const spoil = (key: FacetKey, more: object): Facets => ({
      ...facets,
      [key]: { ...Object(facets[key]), ...more },
    })
    for (const spoiled of [
      spoil('p', { w: 7 }),
      spoil('f', { x: 7 }),
      { ...facets, g: [1, 2, 3, 4] },
      { ...facets, v: {} },
    ]) {
      const record = facetsToRecord(geo.id, spoiled)
      expect(record !== undefined && isCanonical(spoiled, record)).toBe(false)
    }
  })

  it('[R2] never throws on facets of any kind, and never takes them for a record', () => {
    const anything = fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true })
    const kinds = fc.constantFrom(
      ['shape', 'geo'],
      ['shape', 'draw'],
      ['page'],
      ['asset', 'image'],
      ['camera'],
    )
    const keys = ['g', 'z', 'f', 'd', 't', 'a', 's', 'p', 'v'] as const
    fc.assert(
      fc.property(kinds, fc.record(Object.fromEntries(keys.map((key) => [key, anything]))), (k, facets) => {
        expect(checkRecord(facetsToRecord('shape:x', { k, ...facets })).ok).toBe(false)
      }),
    )
  })
})
