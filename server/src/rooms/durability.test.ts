import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { box, frame, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { faultsOf } from '@drawbar/shared/board/testing/sound-board.ts'
import { foldBoard } from '@drawbar/shared/board/to-snapshot.ts'
import { readAllRecords } from '@drawbar/shared/board/read-record.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { table } from './testing/table.ts'
import { ROUND_ID, type World } from './testing/world.ts'

/** The board as the log alone gives it. */
function stored(world: World): ReturnType<typeof readAllRecords> {
  const updates = world.log
    .entries(ROUND_ID)
    .flatMap((entry) => (entry.kind === 'board' ? [entry.update] : []))
  return readAllRecords(foldBoard(updates)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

describe('[D3] one update to everyone else', () => {
  test('is the sender’s own bytes where nothing was repaired, framed once', async () => {
    await using at = await table()
    const { alice, bob, oscar } = at
    let sent: Uint8Array | undefined
    alice.doc.on('update', (update: Uint8Array) => {
      sent = update
    })
    alice.put(box('a'))
    alice.flush()
    const frames = [bob, oscar].map(({ socket }) => socket.sent.at(-1))
    expect(frames[0]).toBe(frames[1])
    bob.flush()
    expect(bob.received.at(-1)).toEqual({ type: 'sync-update', update: sent })
  })

  test('holds the repair where something was, and the sender gets only that', async () => {
    await using at = await table()
    const { alice, bob } = at
    alice.put(box('a'))
    await at.world.rest()
    const before = { alice: alice.received.length, bob: bob.received.length }

    alice.put(frame('loop', { parentId: shapeId('loop') }))
    alice.flush()
    bob.flush()

    expect(alice.received.slice(before.alice).map(({ type }) => type)).toEqual(['sync-update', 'control'])
    expect(bob.received.slice(before.bob).map(({ type }) => type)).toEqual(['sync-update'])
    expect(bob.records()).toEqual(alice.records())
    expect(faultsOf(bob.doc)).toEqual([])
  })

  test('is not sent, and not stored, where it tells nothing new', async () => {
    await using at = await table()
    const { alice, bob, world } = at
    alice.put(box('a'))
    await world.rest()
    const entries = world.log.entries(ROUND_ID).length
    const received = bob.received.length
    alice.send({ type: 'sync-update', update: Y.encodeStateAsUpdate(alice.doc) })
    await world.rest()
    expect(bob.received.slice(received).filter(({ type }) => type !== 'heartbeat')).toEqual([])
    expect(world.log.entries(ROUND_ID)).toHaveLength(entries)
  })
})

describe('[D4] the log', () => {
  test('keeps who made what: neighbours of one author are one entry, a repair is the server’s', async () => {
    await using at = await table()
    const { alice, bob, world } = at
    alice.put(box('a1'))
    alice.put(box('a2'))
    alice.flush()
    bob.put(box('b1'))
    bob.flush()
    alice.put(frame('loop', { parentId: shapeId('loop') }))
    alice.flush()
    await world.rest()
    expect(world.log.entries(ROUND_ID).map(({ by }) => by)).toEqual([
      'server',
      'p-alice',
      'p-bob',
      'p-alice',
      'server',
    ])
    expect(stored(world)).toEqual(bob.records())
  })

  test('gets the edits of all rounds in one call', async () => {
    await using at = await table()
    const { alice, world, node } = at
    world.addRound('round-2')
    const second = await node.open('round-2')
    const carol = world.client('carol', 'interviewer').connect(second)
    await world.rest()
    const appends = world.log.appends
    alice.put(box('a'))
    carol.put(box('c'))
    alice.flush()
    carol.flush()
    await world.rest()
    expect(world.log.appends).toBe(appends + 1)
  })
})

describe('[D5] an ack', () => {
  test('waits for everything its connection sent before it, and for nothing after', async () => {
    await using at = await table()
    const { alice, bob, world } = at
    let release: (() => void) | undefined
    world.log.obstacle = (call) => {
      if (call !== 'append') return undefined
      return new Promise((resolve) => {
        release = resolve
      })
    }
    alice.put(box('a1'))
    const first = alice.mark()
    alice.flush()
    await world.rest()
    alice.put(box('a2'))
    const second = alice.mark()
    alice.flush()
    bob.mark()
    bob.flush()
    await world.rest()
    expect(alice.acks).toEqual([])

    release?.()
    await world.rest()
    expect(alice.acks).toEqual([first])
    expect(bob.acks).toEqual([])
    release?.()
    await world.rest()
    expect(alice.acks).toEqual([first, second])
    expect(bob.acks).toEqual([1])
  })

  test('comes at once where nothing waits, also for a reader', async () => {
    await using at = await table()
    at.oscar.mark()
    at.oscar.flush()
    expect(at.oscar.acks).toEqual([1])
  })

  test('is never given for an edit that is held until step 2', async () => {
    await using at = await table()
    const { alice, world, round } = at
    alice.disconnect()
    alice.put(box('offline'))
    const before = Y.encodeStateVector(alice.doc)
    alice.put(box('later'))
    const later = Y.encodeStateAsUpdate(alice.doc, before)
    alice.tryConnect(round)
    alice.send({ type: 'sync-update', update: later })
    const n = alice.mark()
    await world.rest()
    expect(alice.acks).toEqual([])
    expect(alice.closedWith).toBeUndefined()

    alice.send({ type: 'sync-step1', stateVector: Y.encodeStateVector(alice.doc) })
    await world.rest()
    expect(alice.acks).toEqual([n])
    expect(stored(world).map(({ id }) => id)).toEqual(
      expect.arrayContaining([shapeId('offline'), shapeId('later')]),
    )
  })
})

describe('[D6] [D7] a store that does not answer', () => {
  test('is tried again until it does; everyone goes on, and nothing is acknowledged meanwhile', async () => {
    await using at = await table()
    const { alice, bob, world, node } = at
    world.log.obstacle = (call) => (call === 'append' ? Promise.reject(new Error('disk full')) : undefined)
    alice.put(box('a'))
    alice.mark()
    await world.rest(1000)
    expect(bob.records()).toEqual(alice.records())
    expect(alice.acks).toEqual([])
    expect(node.telemetry.count('appendFailed')).toBeGreaterThan(2)

    world.log.obstacle = () => undefined
    await world.rest(1200)
    expect(alice.acks).toEqual([1])
    expect(stored(world)).toEqual(bob.records())
  })

  test('freezes the board after a while; what is drawn then is kept by its page and comes after the thaw', async () => {
    // Without the question that is asked every second anyway.
    await using at = await table({ limits: { askMs: Infinity } })
    const { alice, bob, world, node } = at
    world.log.obstacle = (call) => (call === 'append' ? Promise.reject(new Error('down')) : undefined)
    alice.put(box('a'))
    alice.mark()
    await world.rest(world.limits.freezeAfterMs + 1000)
    expect(alice.controls.at(-1)).toEqual({ type: 'frozen' })
    expect(bob.controls.at(-1)).toEqual({ type: 'frozen' })

    alice.put(box('while-frozen'))
    const n = alice.mark()
    await world.rest()
    alice.put(box('and-another'))
    await world.rest()
    expect(alice.closedWith).toBeUndefined()
    expect(bob.records().map(({ id }) => id)).not.toContain(shapeId('while-frozen'))
    expect(alice.acks).toEqual([])

    world.log.obstacle = () => undefined
    await world.rest(1500)
    expect(alice.controls.at(-1)).toEqual({ type: 'unfrozen' })
    expect(bob.records()).toEqual(alice.records())
    expect(bob.records().map(({ id }) => id)).toEqual(
      expect.arrayContaining([shapeId('while-frozen'), shapeId('and-another')]),
    )
    expect(alice.acks.at(-1)).toBe(n)
    expect(stored(world)).toEqual(bob.records())
    expect(node.telemetry.count('thawed')).toBe(1)
  })

  test('freezes it as well by hanging, and by the amount that waits', async () => {
    await using hanging = await table()
    hanging.world.log.obstacle = (call) => (call === 'append' ? new Promise(() => undefined) : undefined)
    hanging.alice.put(box('a'))
    await hanging.world.rest(hanging.world.limits.freezeAfterMs + 1000)
    expect(hanging.alice.controls.at(-1)).toEqual({ type: 'frozen' })

    await using flooded = await table({ limits: { freezeBytes: 2_000 } })
    flooded.world.log.obstacle = (call) => (call === 'append' ? Promise.reject(new Error('down')) : undefined)
    for (let i = 0; i < 10; i += 1) flooded.alice.put(box(`b${i}`))
    await flooded.world.rest()
    expect(flooded.alice.controls.at(-1)).toEqual({ type: 'frozen' })
  })

  test('tells newcomers that the board is frozen', async () => {
    await using at = await table()
    const { alice, world, round } = at
    world.log.obstacle = (call) => (call === 'append' ? Promise.reject(new Error('down')) : undefined)
    alice.put(box('a'))
    await world.rest(world.limits.freezeAfterMs + 1000)
    const carol = world.client('carol', 'interviewer').connect(round)
    await world.rest()
    expect(carol.controls.map(({ type }) => type)).toEqual(['hello', 'frozen'])
    carol.put(box('carols'))
    await world.rest()
    world.log.obstacle = () => undefined
    await world.rest(1500)
    expect(alice.records()).toEqual(carol.records())
    expect(alice.records().map(({ id }) => id)).toContain(shapeId('carols'))
  })

  test('does not hold up other rounds when it is one round it cannot take', async () => {
    await using at = await table()
    const { alice, world, node } = at
    world.addRound('round-2')
    const carol = world.client('carol', 'interviewer').connect(await node.open('round-2'))
    await world.rest()
    world.log.obstacle = (call, roundIds) =>
      call === 'append' && roundIds.includes('round-2') ? Promise.reject(new Error('bad row')) : undefined
    carol.put(box('c'))
    alice.put(box('a'))
    const n = alice.mark()
    await world.rest()
    expect(alice.acks).toEqual([n])
    alice.put(box('b'))
    alice.mark()
    await world.rest(100)
    expect(alice.acks.at(-1)).toBe(n + 1)
    await world.rest(world.limits.freezeAfterMs + 1000)
    expect(carol.controls.at(-1)).toEqual({ type: 'frozen' })
    expect(alice.controls.at(-1)?.type).toBe('hello')
  })

  test('that no longer knows the round ends it', async () => {
    await using at = await table()
    at.world.log.forget(ROUND_ID)
    at.alice.put(box('a'))
    await at.world.rest()
    expect(at.alice.closedWith).toBe(CLOSE.noRound)
    expect(at.bob.closedWith).toBe(CLOSE.noRound)
  })
})

describe('[A6] after a crash of the server', () => {
  test.each(['author first', 'peer first', 'peer only'] as const)(
    'whoever saw an edit brings it back: %s',
    async (order) => {
      await using at = await table()
      const { alice, bob, world } = at
      world.log.obstacle = (call) => (call === 'append' ? new Promise(() => undefined) : undefined)
      alice.put(box('seen-by-bob'))
      await world.rest()
      expect(bob.records().map(({ id }) => id)).toContain(shapeId('seen-by-bob'))
      for (const client of [alice, bob]) client.disconnect()

      world.log.obstacle = () => undefined
      const revived = await world.node().open()
      const back = order === 'author first' ? [alice, bob] : order === 'peer first' ? [bob, alice] : [bob]
      for (const client of back) client.connect(revived)
      alice.put(box('alice-goes-on'))
      await world.rest()
      expect(back.map(({ closedWith }) => closedWith)).toEqual(back.map(() => undefined))
      expect(stored(world)).toEqual(bob.records())
      expect(bob.records().map(({ id }) => id)).toContain(shapeId('seen-by-bob'))
    },
  )

  test('a page that goes on under its old client id is still the one it was', async () => {
    await using at = await table()
    const { alice, bob, world } = at
    alice.put(box('a'))
    await world.rest()
    for (const client of [alice, bob]) client.disconnect()
    const revived = await world.node().open()
    for (const client of [alice, bob]) client.connect(revived)
    await world.rest()
    alice.put(box('b'))
    const n = alice.mark()
    await world.rest()
    expect(alice.closedWith).toBeUndefined()
    expect(alice.acks.at(-1)).toBe(n)
    expect(bob.records()).toEqual(alice.records())
  })
})

describe('[D8] a snapshot', () => {
  test('is stored every so many entries, holds exactly the log up to its seq, and shortens the next load', async () => {
    await using at = await table({ limits: { snapshotEvery: 20 } })
    const { alice, world } = at
    for (let i = 0; i < 30; i += 1) {
      alice.put(box(`b${i}`))
      await world.rest(120)
    }
    const [snapshot] = world.log.snapshots(ROUND_ID)
    if (snapshot === undefined) throw new Error('no snapshot')
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, snapshot.state)
    const upTo = world.log
      .entries(ROUND_ID)
      .flatMap((entry) => (entry.kind === 'board' && entry.seq <= snapshot.seq ? [entry.update] : []))
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(foldBoard(upTo)))

    const revived = world.node()
    const bob = world.client('bob2', 'candidate').connect(await revived.open())
    await world.rest()
    expect(bob.records()).toEqual(alice.records())
    expect(revived.telemetry.of('loaded')).toMatchObject([
      { entries: world.log.entries(ROUND_ID).length - snapshot.seq },
    ])
  })

  test('that cannot be stored costs nothing but time', async () => {
    await using at = await table({ limits: { snapshotEvery: 5 } })
    const { alice, world, node } = at
    world.log.obstacle = (call) => (call === 'putSnapshot' ? Promise.reject(new Error('full')) : undefined)
    for (let i = 0; i < 8; i += 1) {
      alice.put(box(`b${i}`))
      await world.rest(120)
    }
    expect(node.telemetry.count('snapshotFailed')).toBeGreaterThan(0)
    const n = alice.mark()
    await world.rest()
    expect(alice.acks).toEqual([n])
  })
})
