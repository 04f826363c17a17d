import {
  createShapePropsMigrationIds,
  createShapePropsMigrationSequence,
  createTLSchema,
  defaultShapeSchemas,
} from '@tldraw/tlschema'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardSchemaHash, boardSequences, createBoardSchema } from './board-schema.ts'
import { FIRST_SCHEMA_HASH, FIRST_SCHEMA_SEQUENCES } from './first-schema.ts'
import { repairBoard } from './integrity.ts'
import { metaOf, recordsOf, UPGRADE_ORIGIN } from './layout.ts'
import { readRecord } from './read-record.ts'
import { OWN_SHAPES } from './shapes/own-shapes.ts'
import { boardOf, box, copyOf, shapeId, sync } from './testing/boards.ts'
import { component } from './testing/own-shapes.ts'
import { upgradeBoard } from './upgrade-board.ts'

/** A board as the first version made it. */
function firstBoard(): Y.Doc {
  const doc = boardOf(box('a', {}, 'API'))
  metaOf(doc).set('schema', FIRST_SCHEMA_HASH)
  metaOf(doc).delete('sequences')
  return doc
}

describe('upgradeBoard', () => {
  it('[L15] a board of this version needs nothing', () => {
    const doc = boardOf(box('a'), component('c'))
    const before = Y.encodeStateAsUpdate(doc)
    expect(upgradeBoard(doc)).toBe('same')
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[L15] the first version’s board becomes one of this version, records as they were', () => {
    const doc = firstBoard()
    const origins: unknown[] = []
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    expect(upgradeBoard(doc)).toBe('upgraded')
    expect(origins).toEqual([UPGRADE_ORIGIN])
    expect(readRecord(doc, shapeId('a'))).toEqual(box('a', {}, 'API'))
    expect(metaOf(doc).get('schema')).toBe(boardSchemaHash())
    expect(upgradeBoard(doc)).toBe('same')
    expect(repairBoard(doc, { touched: 'all' }).repaired).toEqual([])
  })

  it('[L15] what an older tldraw stored is migrated: a box’s text becomes rich text', () => {
    const doc = firstBoard()
    const map = recordsOf(doc).get(shapeId('a'))
    map?.set('t', { text: 'API' })
    metaOf(doc).set('sequences', { ...FIRST_SCHEMA_SEQUENCES, 'com.tldraw.shape.geo': 9 })
    expect(upgradeBoard(doc)).toBe('upgraded')
    expect(readRecord(doc, shapeId('a'))).toMatchObject({
      props: { richText: { content: [{ content: [{ text: 'API' }] }] } },
    })
    expect(repairBoard(doc, { touched: 'all' }).repaired).toEqual([])
  })

  it('[L15] two processes that upgrade one board at once make the same of it', () => {
    const alices = firstBoard()
    const bobs = copyOf(alices)
    upgradeBoard(alices)
    upgradeBoard(bobs)
    sync(alices, bobs)
    expect(recordsOf(alices).toJSON()).toEqual(recordsOf(bobs).toJSON())
    expect(metaOf(alices).toJSON()).toEqual(metaOf(bobs).toJSON())
    expect(upgradeBoard(alices)).toBe('same')
  })

  it('[L15] a later version of a shape of ours is reached by its migrations', () => {
    const versions = createShapePropsMigrationIds('component', { RenameTechnology: 1 })
    const later = createTLSchema({
      shapes: {
        ...defaultShapeSchemas,
        ...OWN_SHAPES,
        component: {
          ...OWN_SHAPES.component,
          migrations: createShapePropsMigrationSequence({
            sequence: [
              {
                id: versions.RenameTechnology,
                up: (props) => {
                  props.label = `${props.label}, ${props.technology}`
                },
              },
            ],
          }),
        },
      },
    })
    const doc = boardOf(component('c', { label: 'Sessions', technology: 'Redis' }))
    expect(upgradeBoard(doc, later)).toBe('upgraded')
    expect(readRecord(doc, shapeId('c'))).toMatchObject({ props: { label: 'Sessions, Redis' } })
    expect(upgradeBoard(doc, later)).toBe('same')
  })

  it('[L17] a board that has more shape types is read, and keeps saying so', () => {
    const doc = boardOf(box('a'))
    const sequences = { ...boardSequences(), 'com.tldraw.shape.hologram': 3 }
    metaOf(doc).set('sequences', sequences)
    metaOf(doc).set('schema', 'f'.repeat(16))
    const before = Y.encodeStateAsUpdate(doc)
    expect(upgradeBoard(doc)).toBe('newer')
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it.each([
    ['of a newer version of a known type', { ...boardSequences(), 'com.tldraw.shape.geo': 999 }],
    ['whose versions are no versions', { 'com.tldraw.shape.geo': 'ten' }],
  ])('[L15] a board %s is left alone', (_which, sequences) => {
    const doc = boardOf(box('a'))
    metaOf(doc).set('sequences', sequences)
    metaOf(doc).set('schema', 'f'.repeat(16))
    const before = Y.encodeStateAsUpdate(doc)
    expect(upgradeBoard(doc)).toBe('unknown')
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[L15] a board whose schema nobody knows is left alone', () => {
    const doc = firstBoard()
    metaOf(doc).set('schema', 'abcdefabcdefabcd')
    expect(upgradeBoard(doc)).toBe('unknown')
  })

  it('[L15] the first schema is older than this one in nothing but what has been added', () => {
    const now = createBoardSchema().serialize().sequences
    for (const [id, version] of Object.entries(FIRST_SCHEMA_SEQUENCES)) {
      expect(now[id]).toBeGreaterThanOrEqual(version)
    }
  })
})
