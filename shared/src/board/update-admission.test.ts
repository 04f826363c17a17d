import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MAX_UPDATE_ITEMS } from './board-limits.ts'
import { metaOf, recordsOf } from './layout.ts'
import { boardOf, box, copyOf, putAll, shapeId, stroke } from './testing/boards.ts'
import { inspectUpdate } from './update-admission.ts'
import { removeRecord, writeRecord } from './write-record.ts'

/** The update one act on a document makes. */
function updateOf(doc: Y.Doc, act: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(act)
  return Y.encodeStateAsUpdate(doc, before)
}

function lastUpdateOf(doc: Y.Doc, act: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(act)
  return Y.mergeUpdates(updates)
}

describe('inspectUpdate', () => {
  it('[L11] tells what a whole board adds', () => {
    const doc = boardOf(box('a'), stroke('s', 5))
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toMatchObject({
      ok: true,
      structs: [{ client: doc.clientID, from: 0, to: Y.getState(doc.store, doc.clientID) }],
      deleted: [],
      rootNames: expect.arrayContaining(['records', 'meta']),
      deletes: 0,
      empty: false,
    })
  })

  it('[L11] tells where a drag tick starts, and what it deletes', () => {
    const doc = boardOf(box('a'))
    const from = Y.getState(doc.store, doc.clientID)
    const update = lastUpdateOf(doc, () => writeRecord(doc, box('a'), { ...box('a'), x: 5 }))
    expect(inspectUpdate(update)).toMatchObject({
      ok: true,
      structs: [{ client: doc.clientID, from, to: from + 1 }],
      deleted: [{ client: doc.clientID, to: expect.any(Number) }],
      items: 1,
      deletes: 1,
    })
  })

  it('[L11] a removal adds nothing, but is not empty', () => {
    const doc = boardOf(box('a'))
    const update = lastUpdateOf(doc, () => removeRecord(doc, shapeId('a')))
    expect(inspectUpdate(update)).toMatchObject({ ok: true, structs: [], empty: false })
    expect(inspectUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toMatchObject({
      ok: true,
      empty: true,
      items: 0,
    })
  })

  it('[L11] shows a struct forged under somebody else’s client id', () => {
    const victim = boardOf()
    const forger = copyOf(victim)
    forger.clientID = victim.clientID
    const update = updateOf(forger, () => putAll(forger, box('a')))
    expect(inspectUpdate(update)).toMatchObject({ ok: true, structs: [{ client: victim.clientID }] })
  })

  it('[L11] shows a gap: the update starts beyond what was sent before', () => {
    const alice = boardOf()
    updateOf(alice, () => putAll(alice, box('lost')))
    const known = Y.getState(alice.store, alice.clientID)
    const update = updateOf(alice, () => putAll(alice, box('kept')))
    expect(inspectUpdate(update)).toMatchObject({ ok: true, structs: [{ from: known }] })
  })

  it('[L11] refuses two updates merged around a hole', () => {
    const alice = boardOf()
    const first = updateOf(alice, () => putAll(alice, box('a')))
    updateOf(alice, () => putAll(alice, box('lost')))
    const third = updateOf(alice, () => putAll(alice, box('b')))
    expect(inspectUpdate(Y.mergeUpdates([first, third]))).toEqual({ ok: false, reason: 'clock-range' })
  })

  it('[L1] refuses unknown root types', () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 50; i++) doc.getMap(`root${i}`).set('a', 1)
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ ok: false, reason: 'unknown-root' })
  })

  it('[L13] names meta, so that a client’s first write to it can be refused', () => {
    const doc = new Y.Doc()
    metaOf(doc).set('epoch', 9)
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toMatchObject({ ok: true, rootNames: ['meta'] })
  })

  const foreign: [string, (doc: Y.Doc) => void][] = [
    ['list content in a root', (doc) => doc.getArray('records').insert(0, [1])],
    ['a text in a root', (doc) => doc.getText('records').insert(0, 'x')],
    [
      'a shared text in a record',
      (doc) => recordsOf(doc).set('shape:a', new Y.Map(Object.entries({ t: new Y.Text('x') }))),
    ],
    [
      'an XML fragment',
      (doc) => recordsOf(doc).set('shape:a', new Y.Map(Object.entries({ t: new Y.XmlFragment() }))),
    ],
    ['a subdocument', (doc) => recordsOf(doc).set('shape:a', new Y.Map(Object.entries({ t: new Y.Doc() })))],
    ['bytes', (doc) => recordsOf(doc).set('shape:a', new Y.Map(Object.entries({ t: new Uint8Array(3) })))],
  ]
  it.each(foreign)('[L2] refuses %s', (_name, act) => {
    const doc = new Y.Doc()
    act(doc)
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ ok: false, reason: 'unexpected-content' })
  })

  it('[L12] refuses more structs, or more deletions, than one update may have', () => {
    const doc = new Y.Doc()
    const map = recordsOf(doc)
    doc.transact(() => {
      for (let i = 0; i < MAX_UPDATE_ITEMS / 2 + 1; i++)
        map.set(`shape:${i}`, new Y.Map(Object.entries({ x: 1 })))
    })
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ ok: false, reason: 'too-many-items' })
  })

  it('[L11] never throws: random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof inspectUpdate(bytes).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })

  it('[L11] never throws: a real update with bytes changed or cut', () => {
    const update = Y.encodeStateAsUpdate(boardOf(box('a'), stroke('s', 30)))
    fc.assert(
      fc.property(fc.nat(update.length - 1), fc.nat(255), fc.nat(update.length), (at, byte, length) => {
        expect(typeof inspectUpdate(update.with(at, byte)).ok).toBe('boolean')
        expect(typeof inspectUpdate(update.slice(0, length)).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
    expect(inspectUpdate(update.slice(0, update.length - 4))).toEqual({ ok: false, reason: 'malformed' })
  })

  it('[L11] never throws: a value nested a hundred thousand deep', () => {
    const doc = boardOf()
    const update = updateOf(doc, () =>
      recordsOf(doc).set('shape:a', new Y.Map(Object.entries({ p: 'X'.repeat(9) }))),
    )
    const at = update.findIndex((_byte, i) => update[i] === 119 && update[i + 1] === 9)
    const deep = new Uint8Array(200_000).map((_byte, i) => (i % 2 === 0 ? 117 : 1))
    expect(at).toBeGreaterThan(0)
    expect(inspectUpdate(new Uint8Array([...update.slice(0, at), ...deep]))).toEqual({
      ok: false,
      reason: 'malformed',
    })
  })
})
