import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { box, frame, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { faultsOf } from '@drawbar/shared/board/testing/sound-board.ts'
import { foldBoard } from '@drawbar/shared/board/to-snapshot.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import type { LiveRound } from './live-round.ts'
import type { TestClient } from './testing/test-client.ts'
import { ROOM_ID, ROUND_ID, World, type Node, type WorldOptions } from './testing/world.ts'

const ids = (client: TestClient) => client.records().map(({ id }) => id)

/** Alice at one process, bob at another, on one store. */
interface Apart extends AsyncDisposable {
  readonly world: World
  readonly east: Node
  readonly west: Node
  readonly eastRound: LiveRound
  readonly westRound: LiveRound
  readonly alice: TestClient
  readonly bob: TestClient
}

async function apart(options: WorldOptions = {}): Promise<Apart> {
  const world = new World(options)
  const east = world.node({ alone: false })
  const west = world.node({ alone: false })
  const [eastRound, westRound] = [await east.open(), await west.open()]
  const alice = world.client('alice', 'interviewer').connect(eastRound)
  const bob = world.client('bob', 'candidate').connect(westRound)
  await world.rest()
  return {
    world,
    east,
    west,
    eastRound,
    westRound,
    alice,
    bob,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

describe('[D9] a round at two processes', () => {
  test('is one board, one log and one line of events', async () => {
    await using at = await apart()
    const { world, alice, bob, eastRound, westRound } = at
    alice.put(box('a'))
    bob.put(box('b'))
    const answer = eastRound.command(alice.participant, { id: 'command-start', type: 'start-round' })
    await world.rest()
    expect(await answer).toMatchObject({ ok: true })
    expect(bob.records()).toEqual(alice.records())
    expect(ids(bob)).toEqual(expect.arrayContaining([shapeId('a'), shapeId('b')]))
    expect(bob.events.map(({ event }) => event.type)).toEqual(['round-started'])
    expect(westRound.seq).toBe(world.log.entries(ROUND_ID).length)
    expect(eastRound.seq).toBe(westRound.seq)
  })

  test.each([
    ['the bus loses messages', 2000],
    ['the bus is gone, and it is known', 250],
  ] as const)('goes on when %s', async (how, ms) => {
    await using at = await apart()
    const { world, alice, bob } = at
    if (how === 'the bus loses messages') world.bus.held = true
    else world.bus.connected = false
    alice.put(box('a'))
    alice.flush()
    await world.clock.advance(20)
    world.bus.lose()
    bob.flush()
    expect(ids(bob)).not.toContain(shapeId('a'))
    await world.clock.advance(ms + 300)
    bob.flush()
    expect(ids(bob)).toContain(shapeId('a'))
  })

  test('two who change it at the same moment leave a sound board at both, and the same', async () => {
    await using at = await apart()
    const { world, alice, bob } = at
    alice.put(frame('one'))
    alice.put(frame('two'))
    await world.rest()
    world.bus.held = true
    alice.put(frame('one', { parentId: shapeId('two') }), frame('one'))
    bob.put(frame('two', { parentId: shapeId('one') }), frame('two'))
    alice.flush()
    bob.flush()
    await world.clock.advance(10)
    expect(faultsOf(alice.doc)).toEqual([])
    expect(faultsOf(bob.doc)).toEqual([])
    world.bus.held = false
    world.bus.flush()
    await world.rest(4000)
    expect(faultsOf(alice.doc)).toEqual([])
    expect(bob.records()).toEqual(alice.records())
    const boards = world.log
      .entries(ROUND_ID)
      .flatMap((entry) => (entry.kind === 'board' ? [entry.update] : []))
    expect(faultsOf(foldBoard(boards))).toEqual([])
    expect(Y.encodeStateVector(foldBoard(boards))).toEqual(Y.encodeStateVector(alice.doc))
  })
})

describe('[E6] two processes decide at once', () => {
  test('one is first, the other reads on and decides again', async () => {
    await using at = await apart()
    const { world, alice, bob, eastRound, westRound } = at
    world.bus.held = true
    const starting = eastRound.command(alice.participant, { id: 'command-start', type: 'start-round' })
    const noting = westRound.command(bob.participant, {
      id: 'command-note',
      type: 'take-note',
      noteId: 'note-bobs',
      text: 'x',
      evidence: null,
    })
    await world.rest(1000)
    expect([await starting, await noting]).toMatchObject([{ ok: true }, { ok: true }])
    const events = world.log.entries(ROUND_ID).filter(({ kind }) => kind === 'event')
    expect(events).toHaveLength(2)
    expect(westRound.state).toBe('live')
  })

  test('what is no longer allowed then is refused', async () => {
    await using at = await apart()
    const { world, alice, eastRound, westRound } = at
    const carol = world.person('carol', 'interviewer')
    world.bus.held = true
    const answers = [
      eastRound.command(alice.participant, { id: 'command-east', type: 'start-round' }),
      westRound.command(carol, { id: 'command-west', type: 'start-round' }),
    ]
    await world.rest(1000)
    const codes = (await Promise.all(answers)).map((answer) => (answer.ok ? 'done' : answer.refusal.code))
    expect(codes.toSorted()).toEqual(['done', 'wrong-state'])
  })

  test('the same command at both is one event', async () => {
    await using at = await apart()
    const { world, alice, eastRound, westRound } = at
    world.bus.held = true
    const command = { id: 'command-both', type: 'start-round' } as const
    const answers = [
      eastRound.command(alice.participant, command),
      westRound.command(alice.participant, command),
    ]
    await world.rest(1000)
    const [east, west] = await Promise.all(answers)
    expect(east).toMatchObject({ ok: true })
    expect(west).toEqual(east)
  })

  test('a join at both is one event', async () => {
    await using at = await apart()
    const dan = at.world.person('dan', 'observer')
    at.world.bus.held = true
    const answers = [at.eastRound.joined(dan), at.westRound.joined(dan)]
    await at.world.rest(1000)
    const [east, west] = await Promise.all(answers)
    expect(west).toEqual(east)
    expect(at.world.log.entries(ROUND_ID).filter(({ kind }) => kind === 'event')).toHaveLength(1)
  })
})

describe('[S6] a round sealed at another process', () => {
  test('ends here with its event, and nothing is appended after it', async () => {
    await using at = await apart()
    const { world, alice, bob, eastRound, west } = at
    await Promise.all([
      eastRound.command(alice.participant, { id: 'command-start', type: 'start-round' }),
      world.rest(),
    ])
    world.bus.held = true
    const sealing = eastRound.command(alice.participant, { id: 'command-seal', type: 'seal-round' })
    await world.clock.advance(10)
    expect(await sealing).toMatchObject({ ok: true })
    bob.put(box('too-late'))
    bob.mark()
    bob.flush()
    await world.rest(4000)
    expect(bob.closedWith).toBe(CLOSE.sealed)
    expect(bob.events.at(-1)?.event.type).toBe('round-sealed')
    expect(bob.acks).toEqual([])
    expect(world.log.entries(ROUND_ID).at(-1)).toMatchObject({ event: { type: 'round-sealed' } })

    // What never got into the log is not in the board either.
    const fresh = await west.open()
    expect(fresh.state).toBe('sealed')
    await world.clock.advance(world.limits.lingerMs * 2)
    for (const { state } of world.log.snapshots(ROUND_ID)) {
      const doc = new Y.Doc()
      Y.applyUpdateV2(doc, state)
      expect(doc.getMap('records').has(shapeId('too-late'))).toBe(false)
    }
  })
})

describe('[V8] cursors between processes', () => {
  test('are seen, also by a process that comes later, and go with their owner', async () => {
    await using at = await apart()
    const { world, alice, bob } = at
    alice.awareness({})
    await world.rest()
    const owner = { participantId: 'p-alice' }
    expect(bob.presence.get(alice.doc.clientID)?.state).toMatchObject({ owner })
    const south = world.node({ alone: false })
    const dan = world.client('dan', 'observer').connect(await south.open())
    await world.rest()
    expect(dan.presence.get(alice.doc.clientID)?.state).toMatchObject({ owner })
    alice.disconnect()
    await world.rest()
    expect(bob.presence.get(alice.doc.clientID)?.state).toBeNull()
    expect(dan.presence.get(alice.doc.clientID)?.state).toBeNull()
  })

  test('of a process that died are gone after a while', async () => {
    await using at = await apart()
    const { world, alice, bob } = at
    alice.awareness({})
    await world.rest()
    world.bus.held = true
    world.bus.lose()
    for (let passed = 0; passed <= world.limits.presenceTimeoutMs; passed += 5000) await world.rest(5000)
    expect(bob.presence.get(alice.doc.clientID)?.state).toBeNull()
  })

  test('tell who may write under their client id', async () => {
    await using at = await apart()
    const { world, alice, bob } = at
    alice.awareness({})
    await world.rest()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(bob.doc))
    forged.clientID = alice.doc.clientID
    const before = Y.encodeStateVector(forged)
    forged.getMap('records').set('forged', 1)
    const update = Y.encodeStateAsUpdate(forged, before)
    bob.answer = () => update
    bob.send({ type: 'sync-step2', update })
    bob.mark()
    await world.rest(world.limits.askMs * 3)
    expect(alice.doc.getMap('records').has('forged')).toBe(false)
    expect(bob.acks).toEqual([])
    for (let i = 0; i < world.limits.asks; i += 5) {
      alice.awareness({})
      await world.rest(world.limits.askMs * 6)
    }
    expect(bob.closedWith).toBe(CLOSE.badFrame)
  })
})

describe('between processes', () => {
  test('[E9] everyone is brought to a place', async () => {
    await using at = await apart()
    const call = { type: 'bring-here', pageId: 'page:page', center: { x: 3, y: 4 }, zoom: 2 }
    at.alice.send({ type: 'control', json: JSON.stringify(call) })
    await at.world.rest()
    expect(at.bob.controls.at(-1)).toEqual({ ...call, by: 'p-alice' })
  })

  test.each(['is told', 'has to ask'] as const)(
    '[A8] who lost their link is closed where a process %s',
    async (how) => {
      await using at = await apart()
      const { world, alice, bob, eastRound } = at
      if (how === 'has to ask') world.bus.held = true
      await world.rooms.revokeLink({ roomId: ROOM_ID, linkId: 'l-bob', at: 1 })
      eastRound.dropUnless((participantId) => participantId !== 'p-bob')
      await world.rest(how === 'is told' ? 300 : world.limits.accessCheckMs + 1000)
      expect(bob.closedWith).toBe(CLOSE.forbidden)
      expect(alice.closedWith).toBeUndefined()
    },
  )

  test('[A6] a page brings what someone at the first has drawn and the log does not have yet', async () => {
    await using at = await apart()
    const { world, alice, bob, eastRound, westRound } = at
    const carol = world.client('carol', 'interviewer').connect(eastRound)
    alice.awareness({})
    await world.rest()
    const releases: (() => void)[] = []
    world.log.obstacle = (call) =>
      call === 'append' ? new Promise((resolve) => releases.push(resolve)) : undefined
    alice.put(box('alices'))
    await world.rest()
    expect(ids(carol)).toContain(shapeId('alices'))
    carol.connect(westRound)
    carol.put(box('carols'))
    const n = carol.mark()
    await world.rest()
    expect(carol.closedWith).toBeUndefined()
    expect(ids(bob)).not.toContain(shapeId('alices'))
    world.log.obstacle = () => undefined
    for (const release of releases) release()
    await world.rest(4000)
    expect(ids(bob)).toEqual(expect.arrayContaining([shapeId('alices'), shapeId('carols')]))
    expect(carol.acks).toEqual([n])
    expect(carol.closedWith).toBeUndefined()
  })

  test('[A6] a page brings what died with another process, also to one its author has been at', async () => {
    await using at = await apart()
    const { world, alice, bob, east, eastRound, westRound } = at
    alice.connect(westRound)
    alice.awareness({})
    await world.rest()
    alice.connect(eastRound)
    alice.awareness({})
    const carol = world.client('carol', 'interviewer').connect(eastRound)
    await world.rest()
    world.log.obstacle = (call) => (call === 'append' ? new Promise(() => undefined) : undefined)
    alice.put(box('alices'))
    await world.rest()
    await east.rounds[Symbol.asyncDispose]()
    alice.disconnect()
    world.log.obstacle = () => undefined

    carol.connect(westRound)
    const n = carol.mark()
    await world.rest(3000)
    expect(ids(bob)).toContain(shapeId('alices'))
    expect(carol.acks).toEqual([n])
  })

  test('[A6] a page moves from one to the other with edits the first has not committed', async () => {
    await using at = await apart()
    const { world, alice, bob, westRound } = at
    world.log.obstacle = (call, roundIds) =>
      call === 'append' && roundIds.length > 0 ? Promise.reject(new Error('down')) : undefined
    alice.put(box('moved'))
    await world.rest()
    alice.disconnect()
    world.log.obstacle = () => undefined
    alice.connect(westRound)
    await world.rest(2000)
    expect(ids(bob)).toContain(shapeId('moved'))
    expect(alice.closedWith).toBeUndefined()
    alice.put(box('goes-on'))
    const n = alice.mark()
    await world.rest()
    expect(alice.acks.at(-1)).toBe(n)
    expect(bob.records()).toEqual(alice.records())
  })
})
