import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LOCAL_ORIGIN, recordsOf } from './layout.ts'
import { readAllRecords, readRecord, touchedIds } from './read-record.ts'
import { encodeStroke } from './stroke-codec.ts'
import {
  box,
  boardOf,
  bytesWritten,
  copyOf,
  putAll,
  shapeId,
  stroke,
  sync,
  withText,
} from './testing/boards.ts'
import { removeRecord, writeRecord } from './write-record.ts'

function strokeItems(doc: Y.Doc, name: string): unknown {
  const array: unknown = recordsOf(doc).get(shapeId(name))?.get('s')
  return array instanceof Y.Array ? array.toArray() : undefined
}

describe('writeRecord', () => {
  it('[L6] keeps alice’s move and bob’s label when both edit one box', () => {
    const a = box('a')
    const alice = boardOf(a)
    const bob = copyOf(alice)
    writeRecord(alice, a, { ...a, x: 300, y: 40 })
    writeRecord(bob, a, { ...a, props: { ...a.props, richText: withText('cache') } })
    sync(alice, bob)
    for (const doc of [alice, bob]) {
      expect(readRecord(doc, a.id)).toEqual({
        ...a,
        x: 300,
        y: 40,
        props: { ...a.props, richText: withText('cache') },
      })
    }
  })

  it('[L6] keeps a resize, a recolour and a reparenting made at once by three people', () => {
    const a = box('a')
    const docs = [boardOf(a)]
    const [alice] = docs
    if (alice === undefined) throw new Error('no board')
    docs.push(copyOf(alice), copyOf(alice))
    const [, bob, carol] = docs
    if (bob === undefined || carol === undefined) throw new Error('no copies')
    writeRecord(alice, a, { ...a, props: { ...a.props, w: 400 } })
    writeRecord(bob, a, { ...a, props: { ...a.props, color: 'red' } })
    writeRecord(carol, a, { ...a, parentId: shapeId('f') })
    sync(...docs)
    for (const doc of docs) {
      expect(readRecord(doc, a.id)).toEqual({
        ...a,
        parentId: shapeId('f'),
        props: { ...a.props, w: 400, color: 'red' },
      })
    }
  })

  it('[L7] a deletion wins over a move, whichever arrives first', () => {
    const a = box('a')
    const alice = boardOf(a)
    const bob = copyOf(alice)
    removeRecord(alice, a.id)
    writeRecord(bob, a, { ...a, x: 999 })
    sync(alice, bob)
    for (const doc of [alice, bob]) expect(recordsOf(doc).has(a.id)).toBe(false)
  })

  it('[L7] a change of a record that a peer removed does not bring it back', () => {
    const a = box('a')
    const alice = boardOf(a)
    removeRecord(alice, a.id)
    writeRecord(alice, a, { ...a, x: 5 })
    expect(recordsOf(alice).has(a.id)).toBe(false)
  })

  it('[L6] writes nothing when nothing differs, and nothing for removing what is gone', () => {
    const a = box('a')
    const alice = boardOf(a)
    expect(bytesWritten(alice, () => writeRecord(alice, a, structuredClone(a)))).toBe(0)
    expect(bytesWritten(alice, () => removeRecord(alice, 'shape:none'))).toBe(0)
  })

  it('[L6] writes nothing where the document already says so: a peer made the same change', () => {
    const a = box('a')
    const next = { ...a, x: 9, props: { ...a.props, w: 50 } }
    const alice = boardOf(next)
    expect(bytesWritten(alice, () => writeRecord(alice, a, next))).toBe(0)
  })

  it('[L6] carries the origin of local edits, or of the transaction around it', () => {
    const alice = boardOf()
    const origins: unknown[] = []
    alice.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    putAll(alice, box('a'))
    alice.transact(() => putAll(alice, box('b'), box('c')), 'binding')
    expect(origins).toEqual([LOCAL_ORIGIN, 'binding'])
  })

  it('[L6] a record created over an existing one becomes exactly the new one', () => {
    const alice = boardOf(box('a', { x: 1 }, 'one'))
    const records = recordsOf(alice)
    const map = records.get(shapeId('a'))
    putAll(alice, stroke('a', 3))
    expect(readRecord(alice, shapeId('a'))).toEqual(stroke('a', 3))
    expect(records.get(shapeId('a'))).toBe(map)
  })

  it('[L3] appends only the new points while a stroke is drawn', () => {
    const alice = boardOf(stroke('s', 1))
    const deltas: unknown[] = []
    recordsOf(alice).observeDeep((events) => {
      for (const event of events) if (event instanceof Y.YArrayEvent) deltas.push(event.delta)
    })
    writeRecord(alice, stroke('s', 1), stroke('s', 3))
    const items = encodeStroke(stroke('s', 3).props.segments)
    expect(deltas).toEqual([[{ retain: 4 }, { insert: items.slice(4) }]])
    expect(readRecord(alice, shapeId('s'))).toEqual(stroke('s', 3))
  })

  it('[L3] replaces the tail only, when the last point moves', () => {
    const before = stroke('s', 200)
    const [segment] = before.props.segments
    if (segment === undefined) throw new Error('no segment')
    const points = segment.points.with(199, { x: 1, y: 2, z: 0.5 })
    const after = { ...before, props: { ...before.props, segments: [{ ...segment, points }] } }
    const alice = boardOf(before)
    const bytes = bytesWritten(alice, () => writeRecord(alice, before, after))
    expect(readRecord(alice, before.id)).toEqual(after)
    expect(bytes).toBeLessThan(60)
  })

  it('[L3] points appended by two people to one stroke are all kept, in whole points', () => {
    const start = stroke('s', 10)
    const alice = boardOf(start)
    const bob = copyOf(alice)
    writeRecord(alice, start, stroke('s', 14))
    writeRecord(bob, start, stroke('s', 17))
    sync(alice, bob)
    expect(strokeItems(alice, 's')).toEqual(strokeItems(bob, 's'))
    const merged = readRecord(alice, start.id)
    expect(merged).toEqual(readRecord(bob, start.id))
    expect(merged).toMatchObject({ props: { segments: [{ points: { length: 10 + 4 + 7 } }] } })
  })

  it('[L3] moving a finished stroke does not touch its points', () => {
    const before = stroke('s', 600)
    const alice = boardOf(before)
    const tick = bytesWritten(alice, () => writeRecord(alice, before, { ...before, x: 10.5 }))
    expect(tick).toBeLessThan(80)
  })
})

describe('touchedIds', () => {
  it('[L2] names each record added, changed in any facet, and removed', () => {
    const alice = boardOf(box('a'), stroke('s', 2), box('gone'))
    const bob = copyOf(alice)
    const touched = new Set<string>()
    const records = recordsOf(bob)
    records.observeDeep((events) => {
      for (const id of touchedIds(events, records)) touched.add(id)
    })
    alice.transact(() => {
      writeRecord(alice, box('a'), { ...box('a'), x: 2 })
      writeRecord(alice, stroke('s', 2), stroke('s', 5))
      removeRecord(alice, shapeId('gone'))
      putAll(alice, box('new'))
    })
    sync(alice, bob)
    expect([...touched].toSorted()).toEqual(['a', 'gone', 'new', 's'].map(shapeId))
    expect(
      readAllRecords(bob)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(
      readAllRecords(alice)
        .map(({ id }) => id)
        .toSorted(),
    )
  })
})

describe('what it costs, against whole records', () => {
  /** The layout most bindings use: each record one value of a map. */
  function wholeRecords(doc: Y.Doc) {
    return doc.getMap('whole')
  }

  it('[L6] a drag tick is at most a sixth', () => {
    const a = box('a', {}, 'Load balancer')
    const facets = boardOf(a)
    const whole = new Y.Doc()
    wholeRecords(whole).set(a.id, a)
    let before = a
    let ours = 0
    let theirs = 0
    for (let i = 1; i <= 200; i++) {
      const after = { ...before, x: i * 1.37, y: i * 0.61 }
      ours += bytesWritten(facets, () => writeRecord(facets, before, after))
      theirs += bytesWritten(whole, () => wholeRecords(whole).set(a.id, after))
      before = after
    }
    console.info(
      `[L6] drag tick: ${ours / 200} B, whole record ${theirs / 200} B, ratio ${(theirs / ours).toFixed(1)}`,
    )
    expect(theirs / ours).toBeGreaterThan(6)
    expect(ours / 200).toBeLessThan(60)
  })

  it('[L3] a ten-second stroke is at most a hundredth', () => {
    const facets = boardOf(stroke('s', 1))
    const whole = new Y.Doc()
    let ours = 0
    let theirs = 0
    for (let points = 2; points <= 600; points++) {
      const after = stroke('s', points)
      ours += bytesWritten(facets, () => writeRecord(facets, stroke('s', points - 1), after))
      theirs += bytesWritten(whole, () => wholeRecords(whole).set(after.id, after))
    }
    console.info(
      `[L3] stroke of 600 points: ${ours} B, whole record ${theirs} B, ratio ${(theirs / ours).toFixed(0)}`,
    )
    expect(theirs / ours).toBeGreaterThan(100)
    expect(Y.encodeStateAsUpdate(facets).byteLength).toBeLessThan(JSON.stringify(stroke('s', 600)).length / 2)
  })
})
