import { describe, expect, test } from 'vitest'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
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
})
