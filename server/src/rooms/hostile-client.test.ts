import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { arrow, binding, box, frame, page, putAll, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { faultsOf } from '@drawbar/shared/board/testing/sound-board.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { encodeFrame } from '@drawbar/shared/wire/frame.ts'
import { encodeAwareness } from './awareness-codec.ts'
import type { TestClient } from './testing/test-client.ts'
import { table, type Table } from './testing/table.ts'

/** A page that is not ours: a candidate whose own document is in step when the attack begins. */
async function withMallory(at: Table): Promise<TestClient> {
  const mallory = at.world.client('mallory', 'candidate').connect(at.round)
  await at.world.rest()
  at.alice.put(box('before'))
  await at.world.rest()
  return mallory
}

/** Alice and bob go on as if nothing had happened: what one draws the other has, and it is saved. */
async function othersGoOn({ world, node, alice, bob, oscar }: Table): Promise<void> {
  expect([alice, bob, oscar].map((client) => client.closedWith)).toEqual([undefined, undefined, undefined])
  alice.put(box('after'))
  const n = alice.mark()
  await world.rest()
  expect(alice.acks.at(-1)).toBe(n)
  expect(bob.records()).toEqual(alice.records())
  expect(oscar.records()).toEqual(alice.records())
  expect(bob.records().map(({ id }) => id)).toContain(shapeId('after'))
  expect(faultsOf(bob.doc)).toEqual([])
  expect(node.telemetry.count('roundFailed')).toBe(0)

  // Someone who comes now gets the same, and nothing that waits for something else.
  const carol = world.client('carol', 'interviewer').connect(await node.open())
  await world.rest()
  expect(carol.records()).toEqual(alice.records())
  expect(carol.doc.store.pendingStructs).toBeNull()
  expect(carol.doc.store.pendingDs).toBeNull()
}

/** An update made by a document that stands apart, under `clientId`. */
function madeApart(clientId: number, change: (doc: Y.Doc) => void, from?: Y.Doc): Uint8Array {
  const doc = new Y.Doc()
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  doc.clientID = clientId
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

describe('[A3] bytes that are no edit of records', () => {
  const attacks: Record<string, (mallory: TestClient) => void> = {
    'an update cut in half': (mallory) => {
      const update = madeApart(666, (doc) => doc.getMap('records').set('a', 'b'))
      mallory.send({ type: 'sync-update', update: update.slice(0, update.length / 2) })
    },
    'noise as an update': (mallory) =>
      mallory.send({ type: 'sync-update', update: new Uint8Array(200).fill(255) }),
    'noise as a step 2': (mallory) =>
      mallory.send({ type: 'sync-step2', update: new Uint8Array(200).fill(7) }),
    'noise as a state vector': (mallory) =>
      mallory.send({ type: 'sync-step1', stateVector: new Uint8Array(20).fill(255) }),
    'noise as a cursor': (mallory) => mallory.send({ type: 'awareness', update: new Uint8Array([9, 9, 9]) }),
    'a frame that ends in its head': (mallory) => mallory.sendRaw(new Uint8Array([0])),
    'two thousand root types': (mallory) =>
      mallory.send({
        type: 'sync-update',
        update: madeApart(666, (doc) => {
          doc.transact(() => {
            for (let i = 0; i < 2000; i += 1) doc.getMap(`root-${i}`).set('x', 1)
          })
        }),
      }),
    'the meta map': (mallory) =>
      mallory.send({
        type: 'sync-update',
        update: madeApart(666, (doc) => doc.getMap('meta').set('new', 1)),
      }),
    'a document within the document': (mallory) =>
      mallory.send({
        type: 'sync-update',
        update: madeApart(666, (doc) => doc.getMap('records').set('a', new Y.Doc())),
      }),
    'text in the records root': (mallory) =>
      mallory.send({
        type: 'sync-update',
        update: madeApart(666, (doc) => doc.getText('records').insert(0, 'hello')),
      }),
  }

  test.each(Object.entries(attacks))('%s', async (_name, attack) => {
    await using at = await table()
    const mallory = await withMallory(at)
    attack(mallory)
    await at.world.rest()
    expect(mallory.closedWith).toBe(CLOSE.badFrame)
    await othersGoOn(at)
  })

  test('frames that were under way when the connection was closed do nothing', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    const late = encodeFrame({
      type: 'sync-update',
      update: madeApart(667, (doc) => putAll(doc, box('late')), mallory.doc),
    })
    mallory.sendRaw(new Uint8Array([0]))
    mallory.flush()
    mallory.sendLate(late)
    await at.world.rest()
    expect(mallory.closedWith).toBe(CLOSE.badFrame)
    expect(at.bob.records().map(({ id }) => id)).not.toContain(shapeId('late'))
    await othersGoOn(at)
  })

  test('a meta value overwritten without naming its root is put back at once', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    const before = mallory.doc.getMap('meta').toJSON()
    mallory.doc.transact(() => mallory.doc.getMap('meta').set('schema', 'mine'))
    await at.world.rest()
    expect(at.bob.doc.getMap('meta').toJSON()).toEqual(before)
    expect(mallory.doc.getMap('meta').toJSON()).toEqual(before)
    await othersGoOn(at)
  })
})

describe('[A4] an edit that continues what is not there', () => {
  test('a gap in a client’s own clocks', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    const doc = new Y.Doc()
    doc.clientID = 666
    doc.getMap('records').set('a', 1)
    const vector = Y.encodeStateVector(doc)
    doc.getMap('records').set('b', 1)
    mallory.send({ type: 'sync-update', update: Y.encodeStateAsUpdate(doc, vector) })
    await at.world.rest()
    expect(mallory.closedWith).toBe(CLOSE.badFrame)
    await othersGoOn(at)
  })

  test('a reference to items nobody has', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    const ghost = new Y.Doc()
    ghost.clientID = 668
    ghost.getMap('records').set('a', new Y.Map([['k', ['shape', 'geo']]]))
    const update = madeApart(
      666,
      (doc) => (doc.getMap('records').get('a') as Y.Map<unknown>).set('g', [0, 0, 0]),
      ghost,
    )
    mallory.send({ type: 'sync-update', update })
    await at.world.rest()
    expect(mallory.closedWith).toBe(CLOSE.badFrame)
    await othersGoOn(at)
  })

  test('a deletion of items nobody has', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    const ghost = new Y.Doc()
    ghost.clientID = 668
    ghost.getMap('records').set('a', 1)
    const update = madeApart(666, (doc) => doc.getMap('records').delete('a'), ghost)
    mallory.send({ type: 'sync-update', update })
    await at.world.rest()
    expect(mallory.closedWith).toBe(CLOSE.badFrame)
    await othersGoOn(at)
  })
})

describe('[A5] [A6] edits under someone else’s client id', () => {
  test.each(['sync-update', 'sync-step2'] as const)('in a %s', async (type) => {
    await using at = await table()
    const mallory = await withMallory(at)
    const forged = madeApart(
      at.alice.doc.clientID,
      (doc) => doc.getMap('records').set(shapeId('forged'), new Y.Map([['k', ['shape', 'geo']]])),
      at.alice.doc,
    )
    mallory.send({ type, update: forged })
    await at.world.rest()
    expect(mallory.closedWith).toBe(CLOSE.badFrame)
    await othersGoOn(at)
    expect(Y.encodeStateAsUpdate(at.bob.doc)).toEqual(Y.encodeStateAsUpdate(at.alice.doc))
  })

  test('of someone who has not drawn yet but shows a cursor', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    at.bob.awareness({})
    await at.world.rest()
    mallory.send({
      type: 'sync-update',
      update: madeApart(at.bob.doc.clientID, (doc) => doc.getMap('records').set('a', 1), at.alice.doc),
    })
    await at.world.rest()
    expect(mallory.closedWith).toBe(CLOSE.badFrame)
    at.bob.put(box('bobs'))
    await othersGoOn(at)
  })

  test('of the server', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    // A repair shows the server's id.
    mallory.write((records) => (records.get(shapeId('before')) as Y.Map<unknown>).set('g', ['nowhere']))
    await at.world.rest()
    const known = new Set([at.alice, at.bob, at.oscar, mallory].map(({ doc }) => doc.clientID))
    const servers = [...Y.decodeStateVector(Y.encodeStateVector(at.bob.doc)).keys()].filter(
      (id) => !known.has(id) && id !== 1,
    )
    expect(servers).toHaveLength(1)
    mallory.send({
      type: 'sync-step2',
      update: madeApart(servers[0] ?? 0, (doc) => doc.getMap('records').set('a', 1), at.alice.doc),
    })
    await at.world.rest()
    expect(mallory.closedWith).toBe(CLOSE.badFrame)
    await othersGoOn(at)
  })
})

describe('[A7] records that may not be', () => {
  const breakages: Record<string, (mallory: TestClient) => void> = {
    'an invalid record among good ones': (mallory) => {
      mallory.doc.transact(() => {
        mallory.put(box('good-1'))
        mallory.write((records) => records.set(shapeId('bad'), new Y.Map([['k', ['shape', 'geo']]])))
        mallory.put(box('good-2'))
      })
    },
    'a shape inside itself': (mallory) => mallory.put(frame('loop', { parentId: shapeId('loop') })),
    'frames inside each other': (mallory) => {
      mallory.doc.transact(() => {
        mallory.put(frame('one', { parentId: shapeId('two') }))
        mallory.put(frame('two', { parentId: shapeId('one') }))
      })
    },
    'an arrow bound to itself': (mallory) => {
      mallory.put(arrow('arrow'))
      mallory.put(binding('self', 'arrow', 'arrow', 'start'))
    },
    'a shape on a page that is not there': (mallory) =>
      mallory.put(box('lost', { parentId: page('nowhere', 'a9').id })),
    'the last page gone': (mallory) => mallory.write((records) => records.delete('page:page')),
    'the document record gone': (mallory) => mallory.write((records) => records.delete('document:document')),
    'a coordinate beyond all bounds': (mallory) => mallory.put(box('far', { x: 1e300 })),
    'a string where a record belongs': (mallory) =>
      mallory.write((records) => records.set('shape:text', 'not a map' as unknown as Y.Map<unknown>)),
    'a script as a link': (mallory) => {
      const shape = box('link')
      mallory.put({ ...shape, props: { ...shape.props, url: 'javascript:alert(1)' } })
    },
  }

  test.each(Object.entries(breakages))('%s', async (_name, breakBoard) => {
    await using at = await table()
    const mallory = await withMallory(at)
    breakBoard(mallory)
    mallory.flush()
    // In the same tick, before anyone has it: what the others get is sound.
    at.bob.flush()
    expect(faultsOf(at.bob.doc)).toEqual([])
    await at.world.rest()
    expect(mallory.closedWith).toBeUndefined()
    expect(mallory.controls.some(({ type }) => type === 'repaired')).toBe(true)
    expect(mallory.records()).toEqual(at.bob.records())
    await othersGoOn(at)
  })

  test('good records of a batch stay when a bad one goes', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    breakages['an invalid record among good ones']?.(mallory)
    await at.world.rest()
    const ids = at.bob.records().map(({ id }) => id)
    expect(ids).toContain(shapeId('good-1'))
    expect(ids).toContain(shapeId('good-2'))
    expect(ids).not.toContain(shapeId('bad'))
  })

  test('over and over end the connection', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    for (let i = 0; i < 11; i += 1) {
      expect(mallory.closedWith).toBeUndefined()
      mallory.write((records) => records.set(`shape:bad-${i}`, new Y.Map([['k', ['shape', 'geo']]])))
      await at.world.rest()
    }
    expect(mallory.closedWith).toBe(CLOSE.invalidRecords)
    await othersGoOn(at)
  })

  test('what the log keeps of it is sound as well', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    for (const breakBoard of Object.values(breakages).slice(1, 6)) breakBoard(mallory)
    await at.world.rest()
    const doc = new Y.Doc()
    for (const entry of at.world.log.entries('round-1'))
      if (entry.kind === 'board') Y.applyUpdate(doc, entry.update)
    expect(faultsOf(doc)).toEqual([])
    await othersGoOn(at)
  })
})

describe('[A2] who may not write', () => {
  test('an observer who draws is closed for good, and what they drew is nowhere', async () => {
    await using at = await table()
    const oliver = at.world.client('oliver', 'observer').connect(at.round)
    await at.world.rest()
    oliver.put(box('olivers'))
    await at.world.rest()
    expect(oliver.closedWith).toBe(CLOSE.forbidden)
    expect(at.bob.records().map(({ id }) => id)).not.toContain(shapeId('olivers'))
    await othersGoOn(at)
  })

  test('an observer is never asked for what they have', async () => {
    await using at = await table()
    expect(at.oscar.received.map(({ type }) => type)).not.toContain('sync-step1')
    expect(at.alice.received.map(({ type }) => type)).toContain('sync-step1')
  })

  test('an observer’s empty step 2 asks for nothing', async () => {
    await using at = await table()
    at.oscar.send({ type: 'sync-step2', update: Y.encodeStateAsUpdate(new Y.Doc()) })
    await at.world.rest()
    expect(at.oscar.closedWith).toBeUndefined()
    await othersGoOn(at)
  })

  test('a candidate cannot call everyone to a place', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    const call = { type: 'bring-here', pageId: 'page:page', center: { x: 0, y: 0 }, zoom: 1 }
    mallory.send({ type: 'control', json: JSON.stringify(call) })
    mallory.send({ type: 'control', json: '{"type":"hello"}' })
    mallory.send({ type: 'control', json: 'no json' })
    await at.world.rest()
    expect(mallory.controls.filter(({ type }) => type === 'refused')).toHaveLength(3)
    expect(at.bob.controls.filter(({ type }) => type === 'bring-here')).toEqual([])
    await othersGoOn(at)
  })
})

describe('[V1] [V2] cursors', () => {
  const presence = {
    currentPageId: 'page:page',
    cursor: { x: 1, y: 2, type: 'default', rotation: 0 },
    camera: null,
    screenBounds: null,
    selectedShapeIds: [],
    brush: null,
    scribbles: [],
    followingUserId: null,
    chatMessage: '',
    lastActivityTimestamp: 0,
  }

  test('cannot be moved, frozen or removed by someone else', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    at.alice.awareness({ presence })
    mallory.awareness({ presence })
    await at.world.rest()
    const clientId = at.alice.doc.clientID
    for (const json of ['null', JSON.stringify({ presence: { ...presence, chatMessage: 'I am alice' } })]) {
      mallory.send({
        type: 'awareness',
        update: encodeAwareness([{ clientId, clock: Number.MAX_SAFE_INTEGER - 1, json }]),
      })
    }
    await at.world.rest()
    expect(at.bob.presence.get(clientId)?.state).toMatchObject({
      owner: { participantId: 'p-alice' },
      presence,
    })
    at.alice.awareness({ presence: { ...presence, chatMessage: 'still me' } })
    await at.world.rest()
    expect(at.bob.presence.get(clientId)?.state).toMatchObject({ presence: { chatMessage: 'still me' } })
    await othersGoOn(at)
  })

  test('carry the name the server knows and nothing a schema does not name', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    mallory.awareness({
      owner: { participantId: 'p-mallory', name: 'Alice', color: '#fff', role: 'interviewer' },
      user: { name: 'Alice' },
      presence: { ...presence, secret: 'x'.repeat(100) },
    })
    await at.world.rest()
    expect(at.bob.presence.get(mallory.doc.clientID)?.state).toEqual({
      owner: { participantId: 'p-mallory', name: 'mallory', color: '#2563eb', role: 'candidate' },
      presence,
    })
    await othersGoOn(at)
  })

  test('under many ids are one cursor', async () => {
    await using at = await table()
    const mallory = await withMallory(at)
    for (let i = 0; i < 50; i += 1) mallory.awareness({ presence }, 5000 + i)
    await at.world.rest()
    expect([...at.bob.presence.keys()].filter((id) => id >= 5000 && id < 5050)).toEqual([5000])
    await othersGoOn(at)
  })
})
