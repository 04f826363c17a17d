import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { faultsOf } from '@drawbar/shared/board/testing/sound-board.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { table } from './testing/table.ts'
import { ROUND_ID, World } from './testing/world.ts'

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)

describe('[J1] opening a round', () => {
  test('loads it once however many ask, and shares it', async () => {
    await using world = new World()
    const node = world.node()
    const opened = await Promise.all([1, 2, 3].map(() => node.open()))
    expect(new Set(opened).size).toBe(1)
    expect(node.telemetry.count('loaded')).toBe(1)
    expect([...node.rounds.live]).toEqual([opened[0]])
  })

  test('that does not exist is not found, also the second time', async () => {
    await using world = new World()
    const { rounds } = world.node()
    for (let i = 0; i < 2; i += 1) {
      expect(await rounds.open('nowhere')).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    }
    expect([...rounds.live]).toEqual([])
  })

  test.each(['head', 'read', 'readEvents', 'latestSnapshot', 'append'] as const)(
    'that cannot be read (%s) is never an empty board, and is tried again after a pause',
    async (broken) => {
      await using world = new World()
      const first = world.node()
      const alice = world.client('alice').connect(await first.open())
      await world.rest()
      alice.put(box('kept'))
      await world.rest()
      // A snapshot, so that the load reads the events by themselves.
      await first.rounds[Symbol.asyncDispose]()
      if (broken === 'append') world.addRound(ROUND_ID)
      if (broken === 'readEvents') await world.log.putSnapshot(ROUND_ID, snapshotOf(world))

      const { rounds, telemetry } = world.node()
      world.log.obstacle = (call) => (call === broken ? Promise.reject(new Error('cannot read')) : undefined)
      expect(await rounds.open(ROUND_ID)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
      world.log.obstacle = () => undefined
      expect(await rounds.open(ROUND_ID)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
      expect(telemetry.count('loadFailed')).toBe(1)
      await world.clock.advance(world.limits.reloadMinMs)
      const opened = await rounds.open(ROUND_ID)
      if (!opened.ok) throw new Error(opened.refusal.message)
      const bob = world.client('bob').connect(opened.value)
      await world.rest()
      expect(ids(bob.records()).includes(shapeId('kept'))).toBe(broken !== 'append')
      expect(faultsOf(bob.doc)).toEqual([])
    },
  )

  test('pauses longer after every failure', async () => {
    await using world = new World()
    const { rounds, telemetry } = world.node()
    world.log.obstacle = () => Promise.reject(new Error('cannot read'))
    for (let second = 0; second < 120; second += 1) {
      await rounds.open(ROUND_ID)
      await world.clock.advance(1000)
    }
    expect(telemetry.count('loadFailed')).toBe(8)
  })

  test('that takes too long is refused, and what arrives late is thrown away', async () => {
    await using world = new World()
    const { rounds, telemetry } = world.node()
    let release: (() => void) | undefined
    world.log.obstacle = (call) =>
      call === 'head'
        ? new Promise((resolve) => {
            release = resolve
          })
        : undefined
    const opening = rounds.open(ROUND_ID)
    await world.clock.advance(world.limits.loadTimeoutMs)
    expect(await opening).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
    release?.()
    await world.clock.advance(10)
    expect([...rounds.live]).toEqual([])
    expect(telemetry.count('loaded')).toBe(0)
  })

  test('with a hole in its log is refused', async () => {
    await using world = new World()
    const alice = world.client('alice').connect(await world.node().open())
    await world.rest()
    for (const name of ['a', 'b']) {
      alice.put(box(name))
      await world.rest()
    }
    const read = world.log.read.bind(world.log)
    world.log.read = async (roundId, range) => (await read(roundId, range)).filter(({ seq }) => seq !== 2)
    const { rounds } = world.node()
    expect(await rounds.open(ROUND_ID)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
  })

  test('with a snapshot ahead of its log reads the log', async () => {
    await using world = new World()
    const alice = world.client('alice').connect(await world.node().open())
    await world.rest()
    alice.put(box('kept'))
    await world.rest()
    await world.log.putSnapshot(ROUND_ID, { seq: 99, state: Y.encodeStateAsUpdateV2(new Y.Doc()) })
    const bob = world.client('bob').connect(await world.node().open())
    await world.rest()
    expect(ids(bob.records())).toContain(shapeId('kept'))
  })
})

function snapshotOf(world: World): { seq: number; state: Uint8Array } {
  const doc = new Y.Doc()
  const entries = world.log.entries(ROUND_ID)
  for (const entry of entries) if (entry.kind === 'board') Y.applyUpdate(doc, entry.update)
  return { seq: entries.length, state: Y.encodeStateAsUpdateV2(doc) }
}

describe('[J5] a new board', () => {
  test('is seeded once, before anyone is at it, as the log’s first board entry', async () => {
    await using world = new World()
    const bob = world.client('bob').connect(await world.node().open())
    await world.rest()
    expect(world.log.entries(ROUND_ID)).toMatchObject([{ seq: 1, kind: 'board', by: 'server' }])
    expect(ids(bob.records())).toEqual(['document:document', 'page:page'])
    await world.node().open()
    expect(world.log.entries(ROUND_ID)).toHaveLength(1)
  })

  test('is the same where two processes make it at once', async () => {
    await using world = new World()
    const rounds = await Promise.all([world.node(), world.node()].map((node) => node.open()))
    const [alice, bob] = rounds.map((round, i) => world.client(i === 0 ? 'alice' : 'bob').connect(round))
    await world.rest()
    expect(alice?.records()).toEqual(bob?.records())
    expect(Y.encodeStateAsUpdate(alice?.doc ?? new Y.Doc())).toEqual(
      Y.encodeStateAsUpdate(bob?.doc ?? new Y.Doc()),
    )
  })
})

describe('[J6] a round nobody uses', () => {
  test('stays for a reload and leaves memory after a while, with its snapshot stored', async () => {
    await using at = await table()
    const { world, node, round, alice, bob, oscar } = at
    alice.put(box('kept'))
    await world.rest()
    for (const client of [alice, bob, oscar]) client.disconnect()
    await world.clock.advance(world.limits.lingerMs - 1000)
    expect([...node.rounds.live]).toEqual([round])
    bob.connect(await node.open())
    await world.rest()
    bob.disconnect()
    await world.clock.advance(world.limits.lingerMs - 1000)
    expect([...node.rounds.live]).toEqual([round])
    await world.clock.advance(2000)
    expect([...node.rounds.live]).toEqual([])
    expect(world.log.snapshots(ROUND_ID)).toHaveLength(1)
    expect(node.telemetry.count('unloaded')).toBe(1)

    const again = await node.open()
    expect(again).not.toBe(round)
    bob.connect(again)
    await world.rest()
    expect(ids(bob.records())).toContain(shapeId('kept'))
  })

  test('stays when someone comes while its snapshot is stored', async () => {
    await using at = await table()
    const { world, node, round, alice, bob, oscar } = at
    alice.put(box('kept'))
    await world.rest()
    for (const client of [alice, bob, oscar]) client.disconnect()
    let release: (() => void) | undefined
    world.log.obstacle = (call) =>
      call === 'putSnapshot'
        ? new Promise((resolve) => {
            release = resolve
          })
        : undefined
    await world.clock.advance(world.limits.lingerMs + 1000)
    bob.connect(await node.open())
    release?.()
    await world.rest(1000)
    expect([...node.rounds.live]).toEqual([round])
    expect(bob.closedWith).toBeUndefined()
    bob.put(box('more'))
    const n = bob.mark()
    await world.rest()
    expect(bob.acks).toEqual([n])
  })

  test('stays as long as anything of it is unsaved', async () => {
    await using at = await table()
    const { world, node, round, alice, bob, oscar } = at
    world.log.obstacle = (call) => (call === 'append' ? Promise.reject(new Error('down')) : undefined)
    alice.put(box('unsaved'))
    await world.rest()
    for (const client of [alice, bob, oscar]) client.disconnect()
    await world.clock.advance(world.limits.lingerMs * 2)
    expect([...node.rounds.live]).toEqual([round])
    world.log.obstacle = () => undefined
    await world.clock.advance(world.limits.lingerMs)
    expect([...node.rounds.live]).toEqual([])
    bob.connect(await node.open())
    await world.rest()
    expect(ids(bob.records())).toContain(shapeId('unsaved'))
  })

  test('answers whoever still holds it that it has gone', async () => {
    await using at = await table()
    const { world, round, alice, bob, oscar } = at
    for (const client of [alice, bob, oscar]) client.disconnect()
    await world.clock.advance(world.limits.lingerMs + 1000)
    expect(bob.tryConnect(round)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
    expect(await round.command(alice.participant, { id: 'command-1', type: 'start-round' })).toMatchObject({
      ok: false,
      refusal: { code: 'unavailable' },
    })
  })
})

describe('[J7] draining', () => {
  test('tells everyone, saves everything, hangs up a share at a time and takes nobody', async () => {
    await using at = await table()
    const { world, node, round, alice, bob, oscar } = at
    alice.put(box('last-moment'))
    alice.flush()
    const draining = node.rounds.drain(2000)
    await world.clock.advance(1)
    expect(await node.rounds.open(ROUND_ID)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
    expect(world.client('late').tryConnect(round)).toMatchObject({
      ok: false,
      refusal: { code: 'unavailable' },
    })
    for (const client of [alice, bob, oscar]) client.flush()
    expect(bob.controls.at(-1)).toEqual({ type: 'going-away', inMs: 2000 })

    const closed: number[] = []
    for (let i = 0; i < 10; i += 1) {
      await world.clock.advance(250)
      closed.push([alice, bob, oscar].filter(({ closedWith }) => closedWith === CLOSE.draining).length)
    }
    await draining
    expect(closed.at(-1)).toBe(3)
    expect(new Set(closed).size).toBeGreaterThan(2)
    expect(world.log.snapshots(ROUND_ID).at(-1)?.seq).toBe(world.log.entries(ROUND_ID).length)

    const dan = world.client('dan').connect(await world.node().open())
    await world.rest()
    expect(ids(dan.records())).toContain(shapeId('last-moment'))
  })

  test('ends although the store does not answer', async () => {
    await using at = await table()
    at.world.log.obstacle = () => new Promise(() => undefined)
    at.alice.put(box('a'))
    at.alice.flush()
    let drained = false
    void at.node.rounds.drain(1000).then(() => {
      drained = true
    })
    await at.world.clock.advance(at.world.limits.drainMs * 2 + 2000)
    expect(drained).toBe(true)
    expect(at.bob.closedWith).toBe(CLOSE.draining)
  })
})

describe('[A8] access', () => {
  test('ends for whoever is no longer in the room, and only for them', async () => {
    await using at = await table()
    at.round.dropUnless((participantId) => participantId !== 'p-bob')
    await at.world.rest()
    expect(at.bob.closedWith).toBe(CLOSE.forbidden)
    expect([at.alice, at.oscar].map(({ closedWith }) => closedWith)).toEqual([undefined, undefined])
  })
})

describe('[D10] a bug', () => {
  test('takes the round out of memory; its clients come back to a fresh one', async () => {
    await using at = await table()
    const { world, node, alice, bob } = at
    alice.put(box('kept'))
    await world.rest()
    const { updateApplied } = node.telemetry.events
    node.telemetry.events.updateApplied = () => {
      throw new Error('a bug')
    }
    bob.put(box('trigger'))
    await world.rest()
    node.telemetry.events.updateApplied = updateApplied
    expect(node.telemetry.count('roundFailed')).toBe(1)
    expect(bob.closedWith).toBe(CLOSE.badFrame)
    expect(alice.closedWith).toBe(CLOSE.internal)
    const fresh = await node.open()
    alice.connect(fresh)
    await world.rest()
    expect(ids(alice.records())).toContain(shapeId('kept'))
  })
})
