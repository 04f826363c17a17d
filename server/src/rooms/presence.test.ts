import { describe, expect, test } from 'vitest'
import type { Presence } from '@drawbar/shared/wire/presence.ts'
import { table } from './testing/table.ts'

const presence: Presence = {
  currentPageId: 'page:page',
  cursor: { x: 0, y: 0, type: 'default', rotation: 0 },
  camera: null,
  screenBounds: null,
  selectedShapeIds: [],
  brush: null,
  scribbles: [],
  followingUserId: null,
  chatMessage: '',
  lastActivityTimestamp: 0,
}
function at(x: number): { presence: Presence } {
  return { presence: { ...presence, cursor: { x, y: 0, type: 'default', rotation: 0 } } }
}

test('[V5] a newcomer is told of everyone, and whoever asks is told again', async () => {
  await using here = await table()
  here.alice.awareness(at(1))
  here.bob.awareness(at(2))
  await here.world.rest()
  const dan = here.world.client('dan', 'observer').connect(here.round)
  await here.world.rest()
  expect(new Set(dan.presence.keys())).toEqual(new Set([here.alice, here.bob].map(({ doc }) => doc.clientID)))

  const before = dan.received.length
  dan.send({ type: 'query-awareness' })
  await here.world.rest()
  expect(dan.received.slice(before).map(({ type }) => type)).toEqual(['awareness', 'awareness'])
})

test('[V1] nobody is told of themselves', async () => {
  await using here = await table()
  here.alice.awareness(at(1))
  await here.world.rest()
  here.alice.send({ type: 'query-awareness' })
  await here.world.rest()
  expect(here.alice.presence.size).toBe(0)
})

describe('[V6] whoever leaves is gone at once', () => {
  test('by a broken line, or by saying so', async () => {
    await using here = await table()
    here.alice.awareness(at(1))
    here.oscar.awareness(at(2))
    await here.world.rest()
    here.alice.disconnect()
    here.oscar.awareness(null)
    await here.world.rest()
    expect([...here.bob.presence.values()].map(({ state }) => state)).toEqual([null, null])
  })

  test('[V7] and back as soon as the same page returns, although its own count has not moved', async () => {
    await using here = await table()
    const { alice, bob, round, world } = here
    alice.awareness(at(1))
    await world.rest()
    alice.disconnect()
    await world.rest()
    alice.connect(round)
    alice.awareness(at(7))
    await world.rest()
    expect(bob.presence.get(alice.doc.clientID)?.state).toMatchObject({ presence: { cursor: { x: 7 } } })
  })

  test('but stays where a newer connection of the same page has taken over', async () => {
    await using here = await table()
    const { alice, bob, round, world } = here
    alice.awareness(at(1))
    await world.rest()
    const again = world.client('alice', 'interviewer')
    again.doc.clientID = alice.doc.clientID
    again.connect(round)
    again.awareness(at(2))
    await world.rest()
    alice.disconnect()
    await world.rest()
    expect(bob.presence.get(alice.doc.clientID)?.state).toMatchObject({ presence: { cursor: { x: 2 } } })
  })
})

describe('[V3] a cursor that moves too often', () => {
  test('is told at its rate, and ends where it ended', async () => {
    await using here = await table()
    const { alice, bob, world } = here
    const before = bob.received.length
    for (let x = 1; x <= 200; x += 1) alice.awareness(at(x))
    alice.flush()
    bob.flush()
    const told = bob.received.slice(before).filter(({ type }) => type === 'awareness').length
    expect(told).toBeLessThanOrEqual(world.limits.awarenessPerSecond)
    await world.rest()
    expect(bob.presence.get(alice.doc.clientID)?.state).toMatchObject({ presence: { cursor: { x: 200 } } })
    expect(alice.closedWith).toBeUndefined()
  })
})

test('[V4] a slow reader gets the newest place of everyone once it reads again, and every edit', async () => {
  await using here = await table({ limits: { holdPresenceBytes: 2_000 } })
  const { alice, bob, node, world } = here
  const filler = world.client('carol', 'interviewer').connect(here.round)
  await world.rest()
  bob.socket.stalled = true
  for (let i = 0; bob.socket.buffered <= 2_000; i += 1) {
    filler.awareness({ presence: { ...presence, chatMessage: 'x'.repeat(190), cursor: null } })
    filler.flush()
    await world.clock.advance(50)
    if (i > 50) throw new Error('never filled')
  }
  for (let x = 1; x <= 20; x += 1) {
    alice.awareness(at(x))
    alice.flush()
    await world.clock.advance(50)
  }
  expect(node.telemetry.count('presenceHeld')).toBeGreaterThan(10)
  bob.socket.stalled = false
  const before = bob.received.length
  await world.rest()
  const moves = bob.received.slice(before).filter(({ type }) => type === 'awareness').length
  expect(bob.presence.get(alice.doc.clientID)?.state).toMatchObject({ presence: { cursor: { x: 20 } } })
  expect(moves).toBeLessThan(20)
  expect(bob.closedWith).toBeUndefined()
})

test('[V2] what is not the schema’s is nobody’s place; the one who sent it is still there', async () => {
  await using here = await table()
  here.alice.awareness({ user: { name: 'a plain client' } })
  await here.world.rest()
  expect(here.bob.presence.get(here.alice.doc.clientID)?.state).toEqual({
    owner: { participantId: 'p-alice', name: 'alice', color: '#2563eb', role: 'interviewer' },
    presence: null,
  })
})

test('[V1] a client that echoes what it is told of others is neither closed nor believed', async () => {
  await using here = await table()
  const { alice, bob, oscar, world } = here
  alice.awareness(at(1))
  await world.rest()
  const state = bob.presence.get(alice.doc.clientID)?.state
  for (const echoing of [bob, oscar]) echoing.awareness(state, alice.doc.clientID)
  await world.rest()
  alice.awareness(at(2))
  alice.disconnect()
  for (const echoing of [bob, oscar]) echoing.awareness(state, alice.doc.clientID)
  await world.rest()
  expect(bob.presence.get(alice.doc.clientID)?.state).toBeNull()
  expect(oscar.presence.get(alice.doc.clientID)?.state).toBeNull()
  expect([bob, oscar].map(({ closedWith }) => closedWith)).toEqual([undefined, undefined])
})
