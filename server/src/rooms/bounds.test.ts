import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { box, putAll, shapeId, stroke } from '@drawbar/shared/board/testing/boards.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { encodeFrame, FRAME } from '@drawbar/shared/wire/frame.ts'
import { table, type Table } from './testing/table.ts'
import type { TestClient } from './testing/test-client.ts'
import type { WorldOptions } from './testing/world.ts'

/** What the others still have to do after someone was refused: draw, see, and have it saved. */
async function bobNoticesNothing({ world, alice, bob }: Table): Promise<void> {
  expect(bob.closedWith).toBeUndefined()
  bob.put(box('bobs-own'))
  const n = bob.mark()
  await world.rest()
  expect(bob.acks.at(-1)).toBe(n)
  expect(alice.records()).toEqual(bob.records())
}

interface Refusal {
  readonly name: string
  readonly rule: string
  readonly close: number
  readonly reason: string
  readonly options?: WorldOptions
  attack(carol: TestClient, at: Table): void | Promise<void>
}

const refusals: Refusal[] = [
  {
    rule: 'C1',
    name: 'an update larger than one may be',
    close: CLOSE.tooLarge,
    reason: 'too-large',
    attack: (carol, { world }) =>
      carol.send({ type: 'sync-update', update: new Uint8Array(world.limits.updateBytes + 1) }),
  },
  {
    rule: 'C1',
    name: 'a frame larger than any may be',
    close: CLOSE.tooLarge,
    reason: 'too-large',
    attack: (carol, { world }) => carol.sendRaw(new Uint8Array(world.limits.frameBytes + 1)),
  },
  {
    rule: 'C1',
    name: 'more items than one update may have',
    close: CLOSE.tooLarge,
    reason: 'too-large',
    attack: (carol) => {
      carol.doc.transact(() =>
        carol.write((records) => {
          for (let i = 0; i < 20_001; i += 1) records.set(`${i % 10}`, new Y.Map())
        }),
      )
    },
  },
  {
    rule: 'C2',
    name: 'a cursor larger than one may be',
    close: CLOSE.badFrame,
    reason: 'too-large',
    attack: (carol, { world }) => carol.awareness({ x: 'x'.repeat(world.limits.awarenessBytes) }),
  },
  {
    rule: 'C2',
    name: 'a control message larger than one may be',
    close: CLOSE.badFrame,
    reason: 'too-large',
    attack: (carol, { world }) =>
      carol.send({ type: 'control', json: ' '.repeat(world.limits.controlBytes) }),
  },
  {
    rule: 'C3',
    name: 'more messages than a connection may send',
    close: CLOSE.rateLimited,
    reason: 'message-rate',
    attack: (carol, { world }) => {
      for (let i = 0; i <= world.limits.messagesBurst; i += 1) carol.mark()
    },
  },
  {
    rule: 'C3',
    name: 'more frames of unknown types than a connection may send',
    close: CLOSE.rateLimited,
    reason: 'message-rate',
    attack: (carol, { world }) => {
      for (let i = 0; i <= world.limits.messagesBurst; i += 1) carol.sendRaw(new Uint8Array([77]))
    },
  },
  {
    rule: 'C3',
    name: 'more bytes than a connection may send',
    close: CLOSE.rateLimited,
    reason: 'byte-rate',
    options: { limits: { bytesBurst: 20_000, bytesPerSecond: 1_000 } },
    attack: (carol) => {
      for (let i = 0; i < 5; i += 1) carol.sendRaw(encodeFrame({ type: 'control', json: ' '.repeat(5_000) }))
    },
  },
  {
    rule: 'C3',
    name: 'more items than a connection may bring, however small',
    close: CLOSE.rateLimited,
    reason: 'item-rate',
    options: { limits: { itemsBurst: 500, itemsPerSecond: 10 } },
    attack: (carol) => {
      for (let i = 0; i < 20; i += 1) {
        carol.doc.transact(() => {
          for (let k = 0; k < 30; k += 1)
            carol.put(box(`b${k}`, { x: i }), i === 0 ? undefined : box(`b${k}`, { x: i - 1 }))
        })
      }
    },
  },
  {
    rule: 'C3',
    name: 'more client ids than any page has',
    close: CLOSE.badFrame,
    reason: 'forged-client',
    attack: (carol, { world }) => {
      for (let i = 0; i <= world.limits.newIds; i += 1) {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(carol.doc))
        doc.clientID = 50_000 + i
        const before = Y.encodeStateVector(doc)
        putAll(doc, box(`x${i}`))
        carol.send({ type: 'sync-update', update: Y.encodeStateAsUpdate(doc, before) })
      }
    },
  },
  {
    rule: 'C3',
    name: 'more cursors than everyone in the round together could make',
    close: CLOSE.rateLimited,
    reason: 'awareness-rate',
    attack: (carol, { world }) => {
      for (let i = 0; i <= world.limits.awarenessMessagesBurst; i += 1) carol.awareness({})
    },
  },
  {
    rule: 'C3',
    name: 'more handshakes than a connection needs',
    close: CLOSE.rateLimited,
    reason: 'handshake-rate',
    attack: (carol, { world }) => {
      for (let i = 0; i <= world.limits.handshakesBurst; i += 1) {
        carol.send({ type: 'sync-step1', stateVector: new Uint8Array([0]) })
      }
    },
  },
  {
    rule: 'C4',
    name: 'more edits ahead of its step 2 than are held',
    close: CLOSE.badFrame,
    reason: 'gap',
    options: { limits: { heldUpdateBytes: 3_000 } },
    attack: (carol, { round, world }) => {
      carol.disconnect()
      carol.put(box('missing'))
      carol.tryConnect(round)
      for (let i = 0; i < 20; i += 1) carol.put(box(`ahead-${i}`))
      return world.rest()
    },
  },
]

describe('[C1] [C2] [C3] [C4] a connection that goes beyond', () => {
  test.each(refusals)('$rule: $name', async ({ close, reason, options, attack }) => {
    await using at = await table(options)
    const carol = at.world.client('carol', 'interviewer').connect(at.round)
    await at.world.rest()
    await attack(carol, at)
    await at.world.rest(0)
    carol.flush()
    expect(carol.closedWith).toBe(close)
    expect(at.node.telemetry.of('refused')).toContainEqual({ reason })
    await bobNoticesNothing(at)
  })
})

test('[C3] a hand that draws, points and asks for acks as fast as a page does stays within its rates', async () => {
  await using at = await table()
  for (let second = 0; second < 20; second += 1) {
    for (let i = 0; i < 30; i += 1) {
      at.alice.put(
        box('dragged', { x: second * 30 + i }),
        i + second === 0 ? undefined : box('dragged', { x: second * 30 + i - 1 }),
      )
      at.alice.awareness({})
      at.alice.mark()
      at.alice.flush()
      await at.world.clock.advance(33)
    }
    at.bob.flush()
    at.oscar.flush()
  }
  expect(at.alice.closedWith).toBeUndefined()
  await bobNoticesNothing(at)
})

describe('[C5] the number of connections', () => {
  test('of one participant', async () => {
    await using at = await table()
    for (let i = 1; i < at.world.limits.connectionsPerParticipant; i += 1)
      at.world.client('alice').connect(at.round)
    const more = at.world.client('alice').tryConnect(at.round)
    expect(more).toMatchObject({ ok: false, refusal: { code: 'rate-limited' } })
    at.alice.disconnect()
    expect(at.world.client('alice').tryConnect(at.round).ok).toBe(true)
    await at.world.rest()
    await bobNoticesNothing({ ...at, alice: at.oscar })
  })

  test('of a round', async () => {
    await using at = await table()
    for (let i = 3; i < at.world.limits.connectionsPerRound; i += 1)
      at.world.client(`p${i}`, 'observer').connect(at.round)
    expect(at.world.client('one-more', 'observer').tryConnect(at.round)).toMatchObject({
      ok: false,
      refusal: { code: 'rate-limited' },
    })
    await at.world.rest()
    await bobNoticesNothing(at)
  })
})

describe('[C10] a board past half of what it may hold', () => {
  test('says so once to everyone, and to whoever comes later', async () => {
    await using at = await table({ limits: { documentSoftBytes: 60_000 } })
    const large = (client: TestClient) => client.controls.filter(({ type }) => type === 'board-large').length
    for (let i = 0; large(at.bob) === 0; i += 1) {
      at.alice.put(stroke(`s${i}`, 1000))
      await at.world.rest(1500)
      if (i > 60) throw new Error('never large')
    }
    at.alice.put(stroke('another', 1000))
    await at.world.rest(1500)
    const late = at.world.client('late', 'observer').connect(at.round)
    await at.world.rest()
    expect([at.alice, at.bob, late].map(large)).toEqual([1, 1, 1])
    expect(at.alice.closedWith).toBeUndefined()
    expect(at.bob.records()).toEqual(at.alice.records())
  })
})

describe('[C6] a board at its hard limit', () => {
  const options = { limits: { documentHardBytes: 60_000 } }

  async function filled(at: Table): Promise<TestClient> {
    const carol = at.world.client('carol', 'interviewer').connect(at.round)
    await at.world.rest()
    for (let i = 0; carol.closedWith === undefined; i += 1) {
      carol.put(stroke(`s${i}`, 1000))
      await at.world.rest(100)
      if (i > 60) throw new Error('never full')
    }
    return carol
  }

  test('takes nothing that adds to it', async () => {
    await using at = await table(options)
    const carol = await filled(at)
    expect(carol.closedWith).toBe(CLOSE.tooLarge)
    expect(at.node.telemetry.of('refused')).toContainEqual({ reason: 'board-full' })
    expect(at.bob.closedWith).toBeUndefined()
    expect(at.bob.records()).toEqual(at.alice.records())
  })

  test('can be cleared, and takes more again', async () => {
    await using at = await table(options)
    await filled(at)
    for (const { id } of at.bob.records()) if (id.startsWith('shape:')) at.bob.remove(id)
    await at.world.rest(1500)
    expect(at.bob.closedWith).toBeUndefined()
    await at.world.clock.advance(1500)
    await bobNoticesNothing(at)
    expect(at.alice.records().map(({ id }) => id)).toContain(shapeId('bobs-own'))
  })
})

describe('[C7] a reader that does not keep up', () => {
  test('is closed to come back when too much waits for it', async () => {
    await using at = await table({ limits: { slowConsumerBytes: 20_000 } })
    at.oscar.socket.stalled = true
    for (let i = 0; i < 30 && at.oscar.closedWith === undefined; i += 1) {
      at.alice.put(stroke(`s${i}`, 600))
      at.alice.flush()
      at.bob.flush()
      await at.world.clock.advance(200)
    }
    expect(at.oscar.closedWith).toBe(CLOSE.slowConsumer)
    await bobNoticesNothing(at)
  })

  test('is closed when what waits for it has waited too long, however little', async () => {
    await using at = await table()
    at.oscar.socket.stalled = true
    at.alice.put(box('a'))
    at.alice.flush()
    at.bob.flush()
    await at.world.clock.advance(at.world.limits.slowConsumerMs - 1000)
    expect(at.oscar.closedWith).toBeUndefined()
    await at.world.clock.advance(2000)
    expect(at.oscar.closedWith).toBe(CLOSE.slowConsumer)
    await bobNoticesNothing(at)
  })

  test('is not closed while it reads slowly but steadily', async () => {
    await using at = await table()
    for (let i = 0; i < 60; i += 1) {
      at.alice.put(box(`b${i}`))
      at.alice.put(box(`c${i}`))
      at.alice.flush()
      at.bob.flush()
      // Never empty, never standing still.
      while (at.oscar.socket.buffered > 2_000) at.oscar.flushDown()
      await at.world.clock.advance(500)
    }
    expect(at.oscar.closedWith).toBeUndefined()
  })

  test('may take its time with a large board it has just joined', async () => {
    await using at = await table({ limits: { slowConsumerBytes: 20_000 } })
    for (let i = 0; i < 10; i += 1) {
      at.alice.put(stroke(`s${i}`, 1000))
      await at.world.rest(100)
    }
    const carol = at.world.client('carol', 'observer')
    carol.tryConnect(at.round)
    carol.send({ type: 'sync-step1', stateVector: Y.encodeStateVector(carol.doc) })
    carol.flushUp()
    expect(carol.socket.buffered).toBeGreaterThan(20_000)
    await at.world.clock.advance(3000)
    expect(carol.closedWith).toBeUndefined()
    carol.flush()
    expect(carol.records()).toEqual(at.alice.records())
  })

  test('is the first to go when the whole process has too much unsent', async () => {
    await using at = await table({ limits: { processBufferedBytes: 15_000 } })
    at.oscar.socket.stalled = true
    at.alice.put(stroke('large', 3000))
    at.alice.flush()
    at.bob.flush()
    expect(at.oscar.socket.buffered).toBeGreaterThan(0)
    for (let i = 0; i < 4 && at.oscar.closedWith === undefined; i += 1) {
      at.alice.put(stroke(`s${i}`, 3000))
      at.alice.flush()
      at.bob.flush()
      await at.world.clock.advance(300)
    }
    expect(at.oscar.closedWith).toBe(CLOSE.slowConsumer)
    await bobNoticesNothing(at)
  })
})

describe('[C8] [C9] timers', () => {
  test('belong to the process: a connection adds none, and none is left after the end', async () => {
    const at = await table()
    await at.world.rest()
    const before = at.world.clock.pending
    for (let i = 0; i < 5; i += 1) at.world.client(`p${i}`, 'observer').connect(at.round)
    await at.world.rest()
    expect(at.world.clock.pending).toBe(before)
    at.alice.put(box('a'))
    at.alice.flush()
    await at[Symbol.asyncDispose]()
    expect(at.world.clock.pending).toBe(0)
    expect([at.alice, at.bob, at.oscar].map(({ closedWith }) => closedWith)).toEqual(
      Array(3).fill(CLOSE.draining),
    )
  })

  test('send everyone the same heartbeat', async () => {
    await using at = await table()
    await at.world.clock.advance(at.world.limits.heartbeatMs)
    const beats = [at.alice, at.bob, at.oscar].map(({ socket }) => socket.sent.at(-1))
    expect(beats[0]?.[0]).toBe(FRAME.heartbeat)
    expect(new Set(beats).size).toBe(1)
  })
})
