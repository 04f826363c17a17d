import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { box, putAll, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { FRAME } from '@drawbar/shared/wire/frame.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import type { LiveRound } from './live-round.ts'
import { FakeSocket } from './testing/fake-socket.ts'
import { World } from './testing/world.ts'

describe('a live round', () => {
  test('[J2] a newcomer gets hello, then the board as it is', async () => {
    await using world = new World()
    const round = await world.node().open()
    const alice = world.client('alice').connect(round)
    await world.rest()
    alice.put(box('a'))
    await world.rest()

    const bob = world.client('bob').connect(round)
    await world.rest()

    expect(bob.controls[0]).toMatchObject({
      type: 'hello',
      participantId: 'p-bob',
      role: 'candidate',
      mayWrite: true,
    })
    expect(bob.received[1]?.type).toBe('sync-step2')
    expect(bob.records()).toEqual(alice.records())
    expect(bob.records().map(({ id }) => id)).toContain(shapeId('a'))
  })

  test('[D3] an edit reaches the others at once and not its sender', async () => {
    await using world = new World()
    const round = await world.node().open()
    const alice = world.client('alice').connect(round)
    const bob = world.client('bob').connect(round)
    await world.rest()
    const before = alice.received.length

    alice.put(box('a'))
    alice.flush()
    bob.flush()

    expect(bob.records().map(({ id }) => id)).toContain(shapeId('a'))
    expect(alice.received.length).toBe(before)
  })

  test('[D5] a mark is acknowledged once everything before it has committed', async () => {
    await using world = new World()
    const round = await world.node().open()
    const alice = world.client('alice').connect(round)
    await world.rest()

    alice.put(box('a'))
    const n = alice.mark()
    alice.flush()
    expect(alice.acks).toEqual([])
    await world.rest()

    expect(alice.acks).toEqual([n])
    expect(world.log.entries('round-1').at(-1)).toMatchObject({ kind: 'board', by: 'p-alice' })
  })

  test('[E1] a command becomes an event for everyone', async () => {
    await using world = new World()
    const round = await world.node().open()
    const alice = world.client('alice').connect(round)
    const bob = world.client('bob').connect(round)
    await world.rest()

    const answer = round.command(alice.participant, { id: 'command-1', type: 'start-round' })
    await world.rest()

    expect(await answer).toEqual({ ok: true, value: { seq: 2 } })
    expect(bob.events).toMatchObject([
      { seq: 2, by: 'p-alice', event: { type: 'round-started', phaseId: 'intro' } },
    ])
    expect(alice.events).toEqual(bob.events)
    expect(round.state).toBe('live')
  })

  test('[J4] a client that knows only what y-protocols knows draws and points like any other', async () => {
    await using world = new World()
    const round = await world.node().open()
    const alice = world.client('alice').connect(round)
    await world.rest()
    alice.put(box('a'))
    alice.awareness({})
    await world.rest()

    const plain = new PlainClient(round, world.person('bob', 'candidate'))
    await world.rest()
    plain.flush()
    putAll(plain.doc, box('plain'))
    plain.awareness.setLocalState({ user: { name: 'bob' } })
    plain.flush()
    await world.rest()

    expect(plain.socket.closedWith).toBeUndefined()
    expect(plain.doc.getMap('records').has(shapeId('a'))).toBe(true)
    expect(alice.records().map(({ id }) => id)).toContain(shapeId('plain'))
    expect(alice.presence.get(plain.doc.clientID)?.state).toMatchObject({ owner: { participantId: 'p-bob' } })
    expect(plain.awareness.getStates().get(alice.doc.clientID)).toMatchObject({
      owner: { participantId: 'p-alice' },
    })
    plain.awareness.destroy()
  })
})

/** Frames 0 and 1 by the library, and nothing else. */
class PlainClient {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly socket = new FakeSocket()
  readonly #receive: (bytes: Uint8Array) => void

  constructor(round: LiveRound, participant: Participant) {
    const connected = round.connect(participant, this.socket)
    if (!connected.ok) throw new Error(connected.refusal.message)
    this.#receive = (bytes) => connected.value.receive(bytes)
    this.#say((encoder) => writeSyncStep1(encoder, this.doc))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#say((encoder) => writeUpdate(encoder, update))
    })
    this.awareness.on('update', () => {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, FRAME.awareness)
      // As y-websocket does, it tells what it has heard of others too.
      const everyone = [...this.awareness.getStates().keys()]
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, everyone))
      this.#receive(encoding.toUint8Array(encoder))
    })
  }

  flush(): void {
    for (let bytes = this.socket.take(); bytes !== undefined; bytes = this.socket.take()) this.#take(bytes)
  }

  #take(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === FRAME.awareness)
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
    if (type !== FRAME.sync) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, FRAME.sync)
    const before = encoding.length(encoder)
    readSyncMessage(decoder, encoder, this.doc, this)
    if (encoding.length(encoder) > before) this.#receive(encoding.toUint8Array(encoder))
  }

  #say(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, FRAME.sync)
    write(encoder)
    this.#receive(encoding.toUint8Array(encoder))
  }
}
