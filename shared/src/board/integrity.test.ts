import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TLRecord } from '@tldraw/tlschema'
import { BoardIndex } from './board-index.ts'
import {
  DANGLING_BINDING_GRACE_MS,
  MAX_ID_LENGTH,
  MAX_NESTING,
  MAX_PAGES,
  MAX_RECORDS,
  MAX_SHAPES_PER_PAGE,
  MAX_STROKE_POINTS,
} from './board-limits.ts'
import { repairBoard } from './integrity.ts'
import type { RepairReport } from './integrity.ts'
import { metaOf, recordsOf, REPAIR_ORIGIN } from './layout.ts'
import { readRecord, touchedIds } from './read-record.ts'
import type { Repair } from './repair-pass.ts'
import {
  arrow,
  binding,
  boardOf,
  box,
  copyOf,
  frame,
  group,
  page,
  putAll,
  shapeId,
  stroke,
  sync,
} from './testing/boards.ts'
import { faultsOf } from './testing/sound-board.ts'
import { removeRecord, writeRecord } from './write-record.ts'

/** A server's half of a board: applies what others did, repairs at once, tells everyone. */
function serve(...records: TLRecord[]) {
  const doc = boardOf(...records)
  const index = new BoardIndex(doc)
  expect(repairBoard(doc, { touched: 'all', index }).repaired).toEqual([])
  let touched = new Set<string>()
  recordsOf(doc).observeDeep((events, { origin }) => {
    if (origin === REPAIR_ORIGIN) return
    for (const id of touchedIds(events, recordsOf(doc))) touched.add(id)
  })
  function repair(now = 0): RepairReport {
    const ids = touched
    touched = new Set()
    return repairBoard(doc, { touched: ids, index, now })
  }
  return {
    doc,
    index,
    repair,
    /** Applies one act on the document as if it came from a client, and repairs. */
    receive(act: (doc: Y.Doc) => void, now = 0): RepairReport {
      const client = copyOf(doc)
      client.transact(() => act(client))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(client, Y.encodeStateVector(doc)))
      return repair(now)
    },
    /** Brings a client and the server together, in that order, and repairs. */
    meet(client: Y.Doc, now = 0): RepairReport {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(client, Y.encodeStateVector(doc)))
      const report = repair(now)
      Y.applyUpdate(client, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(client)))
      return report
    },
  }
}

function rules(report: RepairReport): string[] {
  return report.repaired.map(({ id, rule, outcome }: Repair) => `${rule} ${outcome} ${id}`)
}

function mapOf(doc: Y.Doc, name: string): Y.Map<unknown> {
  const map = recordsOf(doc).get(shapeId(name))
  if (map === undefined) throw new Error(`no ${name}`)
  return map
}

describe('records (R1–R3)', () => {
  const invalid: [string, string, (map: Y.Map<unknown>, doc: Y.Doc) => void][] = [
    ['R2', 'NaN for x', (map) => map.set('g', [NaN, 0, 0])],
    ['R2', 'text for a position', (map) => map.set('g', 'here')],
    ['R2', 'a color of its own', (map) => map.set('p', { color: 'url(x)' })],
    [
      'R2',
      'five megabytes of meta',
      (map) => map.set('f', { isLocked: false, opacity: 1, meta: { x: 'x'.repeat(5e6) } }),
    ],
    ['R2', 'another type', (map) => map.set('k', ['shape', 'group'])],
    ['R1', 'a missing facet', (map) => map.delete('g')],
    ['R1', 'a shared type for a facet', (map) => map.set('d', new Y.Map())],
    ['R1', 'no map at all', (_map, doc) => recordsOf(doc).set(shapeId('a'), new Y.Array() as never)],
    ['R1', 'a number', (_map, doc) => recordsOf(doc).set(shapeId('a'), 7 as never)],
  ]

  it.each(invalid)('[%s] a box that gets %s gets back what it was', (rule, _name, spoil) => {
    const server = serve(box('a', { x: 7 }, 'API'), box('b'))
    const report = server.receive((doc) => {
      spoil(mapOf(doc, 'a'), doc)
      writeRecord(doc, box('b'), { ...box('b'), x: 50 })
    })
    expect(rules(report)).toEqual([`${rule} restored shape:a`])
    expect(readRecord(server.doc, shapeId('a'))).toEqual(box('a', { x: 7 }, 'API'))
    expect(readRecord(server.doc, shapeId('b'))).toEqual({ ...box('b'), x: 50 })
  })

  it.each(invalid.filter(([, name]) => name !== 'another type'))(
    '[%s] on load, with nothing to go back to, a box with %s goes and the rest stays',
    (rule, _name, spoil) => {
      const doc = boardOf(box('a'), box('b'))
      spoil(mapOf(doc, 'a'), doc)
      expect(rules(repairBoard(doc, { touched: 'all' }))).toEqual([`${rule} removed shape:a`])
      expect(readRecord(doc, shapeId('b'))).toEqual(box('b'))
      expect(faultsOf(doc)).toEqual([])
    },
  )

  it('[R2] the caller’s own lookup of earlier facets is asked first', () => {
    const doc = boardOf(box('a'))
    mapOf(doc, 'a').set('g', [NaN, 0, 0])
    const before = { k: ['shape', 'geo'], ...Object.fromEntries(mapOf(boardOf(box('a', { x: 3 })), 'a')) }
    repairBoard(doc, { touched: new Set([shapeId('a')]), previous: () => before })
    expect(readRecord(doc, shapeId('a'))).toMatchObject({ x: 3 })
  })

  it('[R2] a new invalid record goes, and the good ones beside it stay', () => {
    const server = serve()
    const report = server.receive((doc) => putAll(doc, box('a', { x: 1e300 }), box('b')))
    expect(rules(report)).toEqual(['R2 removed shape:a'])
    expect(readRecord(server.doc, shapeId('b'))).toEqual(box('b'))
  })

  it('[R2] a stroke that grows beyond the limit is cut to what it was', () => {
    const before = stroke('s', MAX_STROKE_POINTS - 1)
    const server = serve(before)
    const report = server.receive((doc) => writeRecord(doc, before, stroke('s', MAX_STROKE_POINTS + 5)))
    expect(rules(report)).toEqual(['R2 restored shape:s'])
    expect(readRecord(server.doc, before.id)).toEqual(before)
  })

  it('[R2] a stroke whose points are garbage goes', () => {
    const server = serve(stroke('s', 5))
    const report = server.receive((doc) => mapOf(doc, 's').set('s', Y.Array.from(['x', {}])))
    expect(rules(report)).toEqual(['R2 removed shape:s'])
  })

  it('[R2] a record with an endless id goes, and the report does not repeat the id', () => {
    const server = serve()
    const id = shapeId('x'.repeat(5_000))
    const report = server.receive((doc) => putAll(doc, { ...box('a'), id }))
    expect(report.repaired).toEqual([
      { id: id.slice(0, MAX_ID_LENGTH), rule: 'R2', reason: 'id-too-long', outcome: 'removed' },
    ])
    expect(recordsOf(server.doc).has(id)).toBe(false)
  })

  it('[R2] records that are not the board’s go', () => {
    const server = serve()
    const report = server.receive((doc) => {
      const camera = new Y.Map<unknown>(Object.entries({ k: ['camera'], v: { x: 0, y: 0, z: 1, meta: {} } }))
      recordsOf(doc).set('camera:page:page', camera)
    })
    expect(rules(report)).toEqual(['R2 removed camera:page:page'])
  })

  it('[R3] what is hidden beside a record goes, the record stays', () => {
    const server = serve(box('a'), box('b'), box('c'))
    const report = server.receive((doc) => {
      mapOf(doc, 'a').set('zz', 'hidden')
      mapOf(doc, 'b').set('p', { ...(mapOf(doc, 'b').get('p') as object), w: 'hidden' })
      mapOf(doc, 'c').set('v', 'hidden')
    })
    expect(rules(report)).toEqual(['R3 mended shape:a', 'R3 mended shape:b', 'R3 mended shape:c'])
    expect(JSON.stringify(server.doc.getMap('records'))).not.toContain('hidden')
    for (const name of ['a', 'b', 'c']) expect(readRecord(server.doc, shapeId(name))).toEqual(box(name))
  })

  it('[R1] list content inside a record map is thrown away with the map', () => {
    const server = serve(box('a'))
    const client = copyOf(server.doc)
    const { doc, index } = server
    // Yjs has no call for this; a forged update looks like it.
    const map = mapOf(client, 'a')
    Y.Array.prototype.insert.call(map, 0, ['hidden'])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(client, Y.encodeStateVector(doc)))
    const report = repairBoard(doc, { touched: new Set([shapeId('a')]), index })
    expect(rules(report)).toEqual(['R1 restored shape:a'])
    expect(mapOf(doc, 'a')._start).toBeNull()
    expect(readRecord(doc, shapeId('a'))).toEqual(box('a'))
  })
})

describe('parents (R4–R6)', () => {
  it('[R4] a box moved into a frame that was removed meanwhile stays where it was seen', () => {
    const inFrame = frame('f', { x: 100, y: 50, rotation: Math.PI / 2 })
    const a = box('a', { x: 500, y: 500 })
    const server = serve(inFrame, a)
    const bob = copyOf(server.doc)
    server.receive((doc) => removeRecord(doc, inFrame.id))
    writeRecord(bob, a, { ...a, parentId: inFrame.id, x: 10, y: 20 })
    expect(rules(server.meet(bob))).toEqual(['R4 mended shape:a'])
    const seen = readRecord(server.doc, a.id)
    expect(seen).toMatchObject({ parentId: 'page:page', rotation: Math.PI / 2 })
    expect(seen).toMatchObject({ x: expect.closeTo(80), y: expect.closeTo(60) })
    expect(readRecord(bob, a.id)).toEqual(seen)
  })

  it('[R4] children left behind by a removed frame keep their place on its page', () => {
    const second = page('two', 'a2')
    const inFrame = frame('f', { x: 10, y: 10, parentId: second.id })
    const inner = frame('g', { x: 5, y: 5, parentId: inFrame.id })
    const server = serve(second, inFrame, inner, box('a', { x: 1, y: 1, parentId: inner.id }))
    const report = server.receive((doc) => {
      removeRecord(doc, inFrame.id)
      removeRecord(doc, inner.id)
    })
    expect(rules(report)).toEqual(['R4 mended shape:a'])
    expect(readRecord(server.doc, shapeId('a'))).toMatchObject({ parentId: second.id, x: 16, y: 16 })
  })

  it('[R4] shapes of a removed page go to the first page', () => {
    const second = page('two', 'a2')
    const server = serve(second, page('three', 'a3'), box('a', { parentId: second.id, x: 9 }))
    const report = server.receive((doc) => removeRecord(doc, second.id))
    expect(rules(report)).toEqual(['R4 mended shape:a'])
    expect(readRecord(server.doc, shapeId('a'))).toMatchObject({ parentId: 'page:page', x: 9 })
  })

  it('[R4] a shape on a page or in a shape that never was goes to the first page', () => {
    const server = serve()
    const report = server.receive((doc) =>
      putAll(doc, box('a', { parentId: page('none', 'a1').id }), box('b', { parentId: shapeId('none') })),
    )
    expect(rules(report)).toEqual(['R4 mended shape:a', 'R4 mended shape:b'])
    expect(faultsOf(server.doc)).toEqual([])
  })

  it('[R4] a shape inside a box, which holds nothing, goes to the page at its place', () => {
    const server = serve(box('a', { x: 30, y: 40 }))
    const report = server.receive((doc) => putAll(doc, box('b', { parentId: shapeId('a'), x: 1, y: 2 })))
    expect(rules(report)).toEqual(['R4 mended shape:b'])
    expect(readRecord(server.doc, shapeId('b'))).toMatchObject({ parentId: 'page:page', x: 31, y: 42 })
  })

  it('[R5] two people who move two frames into each other: one stays in the other, nothing jumps', () => {
    const f = frame('f', { x: 100, y: 0 })
    const g = frame('g', { x: 0, y: 300 })
    const server = serve(f, g)
    const alice = copyOf(server.doc)
    const bob = copyOf(server.doc)
    writeRecord(alice, f, { ...f, parentId: g.id, x: 100, y: -300 })
    writeRecord(bob, g, { ...g, parentId: f.id, x: -100, y: 300 })
    expect(rules(server.meet(alice))).toEqual([])
    expect(rules(server.meet(bob))).toEqual(['R5 mended shape:f'])
    sync(server.doc, alice, bob)
    expect(readRecord(bob, f.id)).toMatchObject({ parentId: 'page:page', x: 100, y: 0 })
    expect(readRecord(alice, g.id)).toMatchObject({ parentId: f.id, x: -100, y: 300 })
    expect(faultsOf(server.doc)).toEqual([])
  })

  it('[R5] the same when the other one arrives first, and through three frames', () => {
    const [f, g, h] = [frame('f', { x: 1 }), frame('g', { x: 20 }), frame('h', { x: 300 })] as const
    const server = serve(f, { ...g, parentId: f.id }, { ...h, parentId: g.id })
    const report = server.receive((doc) => writeRecord(doc, f, { ...f, parentId: h.id, x: -320 }))
    expect(rules(report)).toEqual(['R5 mended shape:f'])
    expect(readRecord(server.doc, f.id)).toMatchObject({ parentId: 'page:page', x: 1 })
    expect(faultsOf(server.doc)).toEqual([])
  })

  it('[R5] a frame inside itself', () => {
    const server = serve(frame('f'))
    const report = server.receive((doc) =>
      writeRecord(doc, frame('f'), frame('f', { parentId: shapeId('f') })),
    )
    expect(rules(report)).toEqual(['R5 mended shape:f'])
  })

  it('[R5] a circle found on load is opened too', () => {
    const doc = boardOf(frame('f', { parentId: shapeId('g') }), group('g', { parentId: shapeId('f') }))
    expect(rules(repairBoard(doc, { touched: 'all' }))).toEqual(['R5 mended shape:f'])
    expect(faultsOf(doc)).toEqual([])
  })

  it('[R6] a chain of frames deeper than the limit is brought up', () => {
    const chain = Array.from({ length: MAX_NESTING * 2 + 10 }, (_, i) =>
      frame(`f${i}`, { x: 1, parentId: i === 0 ? page('page', 'a1').id : shapeId(`f${i - 1}`) }),
    )
    const server = serve()
    const report = server.receive((doc) => putAll(doc, ...chain))
    expect(rules(report)).toEqual([
      `R6 mended shape:f${MAX_NESTING + 1}`,
      `R6 mended shape:f${2 * (MAX_NESTING + 1)}`,
    ])
    expect(readRecord(server.doc, shapeId(`f${MAX_NESTING + 1}`))).toMatchObject({ x: MAX_NESTING + 2 })
  })

  it('[R6] a shallow frame that carries a deep chain is no way around it', () => {
    const deep = Array.from({ length: MAX_NESTING }, (_, i) =>
      frame(`d${i}`, { parentId: i === 0 ? page('page', 'a1').id : shapeId(`d${i - 1}`) }),
    )
    const server = serve(...deep, frame('top'), frame('mid', { parentId: shapeId('top') }))
    const report = server.receive((doc) =>
      writeRecord(doc, frame('d0'), frame('d0', { parentId: shapeId('mid') })),
    )
    expect(rules(report)).toEqual([`R6 mended shape:d${MAX_NESTING - 1}`])
  })
})

describe('bindings (R7–R9)', () => {
  it('[R7] an arrow bound to itself, to another arrow or to a group is set free', () => {
    const server = serve(arrow('x'), arrow('y'), group('g'), box('a', { parentId: shapeId('g') }))
    const report = server.receive((doc) =>
      putAll(
        doc,
        binding('1', 'x', 'x'),
        binding('2', 'x', 'y'),
        binding('3', 'y', 'g'),
        binding('4', 'a', 'a'),
      ),
    )
    expect(rules(report)).toEqual(['1', '2', '3', '4'].map((name) => `R7 removed binding:${name}`))
  })

  it('[R7] the binding of a removed arrow goes', () => {
    const server = serve(arrow('x'), box('a'), binding('1', 'x', 'a'))
    expect(rules(server.receive((doc) => removeRecord(doc, shapeId('x'))))).toEqual(['R7 removed binding:1'])
  })

  it('[R8] bob binds an arrow to a box that alice removes: bob’s client has two seconds to let go', () => {
    const server = serve(arrow('x'), box('a'))
    const bob = copyOf(server.doc)
    server.receive((doc) => removeRecord(doc, shapeId('a')))
    putAll(bob, binding('1', 'x', 'a'))
    const report = server.meet(bob, 1_000)
    expect(report).toEqual({ repaired: [], recheckAt: 1_000 + DANGLING_BINDING_GRACE_MS })
    expect(faultsOf(server.doc, 'allowed')).toEqual([])
    expect(rules(server.repair(1_000 + DANGLING_BINDING_GRACE_MS - 1))).toEqual([])
    const late = server.repair(1_000 + DANGLING_BINDING_GRACE_MS)
    expect(rules(late)).toEqual(['R8 removed binding:1'])
    expect(late.recheckAt).toBeUndefined()
  })

  it('[R8] a client that lets go in time, or whose box comes back, hears nothing', () => {
    const server = serve(arrow('x'), arrow('y'), box('a'), binding('1', 'x', 'a'), binding('2', 'y', 'a'))
    expect(server.receive((doc) => removeRecord(doc, shapeId('a')), 0).recheckAt).toBe(
      DANGLING_BINDING_GRACE_MS,
    )
    server.receive((doc) => removeRecord(doc, 'binding:1'), 500)
    expect(server.receive((doc) => putAll(doc, box('a')), 900)).toEqual({
      repaired: [],
      recheckAt: undefined,
    })
    expect(recordsOf(server.doc).has('binding:2')).toBe(true)
  })

  it('[R8] on load, and without a clock, there is no grace', () => {
    const doc = boardOf(arrow('x'), binding('1', 'x', 'gone'))
    expect(rules(repairBoard(doc, { touched: 'all', now: 5 }))).toEqual(['R8 removed binding:1'])
    putAll(doc, binding('2', 'x', 'gone'))
    expect(rules(repairBoard(doc, { touched: new Set(['binding:2']) }))).toEqual(['R8 removed binding:2'])
  })

  it('[R9] two people bind the same end of an arrow: the binding with the smaller id stays', () => {
    const server = serve(arrow('x'), box('a'), box('b'))
    const alice = copyOf(server.doc)
    const bob = copyOf(server.doc)
    putAll(alice, binding('2', 'x', 'a'), binding('3', 'x', 'a', 'start'))
    putAll(bob, binding('1', 'x', 'b'))
    server.meet(alice)
    expect(rules(server.meet(bob))).toEqual(['R9 removed binding:2'])
  })

  it('[R9] a sound binding is kept before one to a missing shape', () => {
    const server = serve(arrow('x'), box('b'))
    const report = server.receive((doc) => putAll(doc, binding('1', 'x', 'gone'), binding('2', 'x', 'b')), 0)
    expect(rules(report)).toEqual(['R9 removed binding:1'])
  })
})

describe('the board as a whole (R10–R14)', () => {
  it('[R10] the last page comes back when it is removed, and what was on it', () => {
    const server = serve(box('a', { x: 4 }))
    const report = server.receive((doc) => removeRecord(doc, 'page:page'))
    expect(rules(report)).toEqual(['R10 created page:page'])
    expect(readRecord(server.doc, shapeId('a'))).toMatchObject({ parentId: 'page:page', x: 4 })
    expect(faultsOf(server.doc)).toEqual([])
  })

  it('[R10] the same when another page was the last one', () => {
    const server = serve(page('two', 'a2'))
    server.receive((doc) => removeRecord(doc, 'page:page'))
    const report = server.receive((doc) => removeRecord(doc, page('two', 'a2').id))
    expect(rules(report)).toEqual(['R10 created page:page'])
  })

  it('[R11] the document record comes back', () => {
    const server = serve()
    const report = server.receive((doc) => removeRecord(doc, 'document:document'))
    expect(rules(report)).toEqual(['R11 created document:document'])
    expect(readRecord(server.doc, 'document:document')).toMatchObject({ gridSize: 10 })
  })

  it('[R12] of new shapes beyond a page’s limit the last by id go', () => {
    const full = Array.from({ length: MAX_SHAPES_PER_PAGE - 1 }, (_, i) => box(`a${i}`))
    const second = page('two', 'a2')
    const server = serve(...full, second)
    const report = server.receive((doc) =>
      putAll(doc, box('x1'), box('x2'), box('x3'), box('y', { parentId: second.id })),
    )
    expect(rules(report)).toEqual(['R12 removed shape:x3', 'R12 removed shape:x2'])
    expect(rules(server.receive((doc) => writeRecord(doc, box('a0'), box('a0', { x: 1 }))))).toEqual([])
  })

  it('[R12] new pages and records beyond the board’s limits go', () => {
    const pages = Array.from({ length: MAX_PAGES - 1 }, (_, i) => page(`p${i}`, 'a2'))
    const server = serve(...pages)
    const report = server.receive((doc) =>
      putAll(doc, page('x', 'a3'), box('a', { parentId: page('x', 'a3').id })),
    )
    expect(rules(report)).toEqual(['R12 removed page:x', 'R4 mended shape:a'])

    const shapes = Array.from({ length: MAX_RECORDS - server.index.size + 2 }, (_, i) =>
      box(`b${String(i).padStart(5, '0')}`, {
        parentId: pages[i % pages.length]?.id ?? page('page', 'a1').id,
      }),
    )
    const more = server.receive((doc) => putAll(doc, ...shapes))
    expect(more.repaired.map(({ reason }) => reason)).toEqual(['too-many-records', 'too-many-records'])
    expect(server.index.size).toBe(MAX_RECORDS)
  })

  it('[R12] what a board already held is never removed on load', () => {
    const doc = boardOf(...Array.from({ length: MAX_PAGES + 3 }, (_, i) => page(`p${i}`, 'a2')))
    expect(repairBoard(doc, { touched: 'all' }).repaired).toEqual([])
  })

  it('[R13] a client’s writes to meta are undone', () => {
    const server = serve()
    const report = server.receive((doc) => {
      metaOf(doc).set('epoch', 99)
      metaOf(doc).set('note', 'hidden')
      metaOf(doc).delete('schema')
    })
    expect(rules(report)).toEqual(['R13 restored meta'])
    expect(metaOf(server.doc).toJSON()).toEqual(metaOf(boardOf()).toJSON())
  })

  it('[R14] foreign roots and list content are reported on load, without their names', () => {
    const doc = boardOf()
    doc.getMap('swordfish').set('a', 1)
    Y.Array.prototype.insert.call(recordsOf(doc), 0, ['hidden'])
    const report = repairBoard(doc, { touched: 'all' })
    expect(rules(report)).toEqual(['R14 reported records', 'R14 reported root'])
    expect(JSON.stringify(report)).not.toContain('swordfish')
  })

  it('[R15] a sound board is not written to', () => {
    const server = serve(frame('f'), box('a', { parentId: shapeId('f') }), arrow('x'), binding('1', 'x', 'a'))
    let writes = 0
    server.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === REPAIR_ORIGIN) writes += 1
    })
    for (let i = 0; i < 5; i++)
      server.receive((doc) => putAll(doc, box('a', { parentId: shapeId('f'), x: i })))
    repairBoard(server.doc, { touched: 'all' })
    expect(writes).toBe(0)
  })

  it('[R15] all repairs of one update are one update, of the repair’s origin', () => {
    const server = serve(box('a'), arrow('x'))
    const origins: unknown[] = []
    server.doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    server.receive((doc) => {
      mapOf(doc, 'a').set('g', 'x')
      putAll(doc, box('b', { x: NaN }), binding('1', 'x', 'x'))
      removeRecord(doc, 'page:page')
    })
    expect(origins.filter((origin) => origin === REPAIR_ORIGIN)).toHaveLength(1)
  })

  it('[R15] two servers that see the same updates repair them alike', () => {
    const spoil = (doc: Y.Doc) => {
      putAll(doc, frame('f', { parentId: shapeId('g') }), frame('g', { parentId: shapeId('f') }))
      putAll(
        doc,
        arrow('x'),
        binding('2', 'x', 'f'),
        binding('1', 'x', 'g'),
        box('b', { parentId: shapeId('no') }),
      )
    }
    const one = serve()
    const two = serve()
    expect(one.receive(spoil)).toEqual(two.receive(spoil))
    expect(recordsOf(one.doc).toJSON()).toEqual(recordsOf(two.doc).toJSON())
  })
})
