import { boardOf } from '@drawbar/shared/board/testing/boards.ts'
import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import { presenceSchema } from '@drawbar/shared/wire/presence.ts'
import { atom, InstancePresenceRecordType, type TLInstancePresence, type TLScribble } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createPeer } from '../testing/peer.ts'
import { bindPresence } from './bind-presence.ts'
import type { Timers } from './flush-schedule.ts'
import { fromAwareness, presenceId, toPresence } from './presence-codec.ts'

const OWNER = { participantId: 'bob', name: 'Bob', color: '#2563eb', role: 'candidate' } as const

function presenceOf(part: Partial<TLInstancePresence> = {}): TLInstancePresence {
  return InstancePresenceRecordType.create({
    id: presenceId(1),
    userId: 'bob',
    userName: 'Bob',
    currentPageId: 'page:page' as TLInstancePresence['currentPageId'],
    cursor: { x: 1.23456, y: 2, type: 'default', rotation: 0 },
    camera: { x: 0.333333, y: 0, z: 1.000049 },
    screenBounds: { x: 0, y: 0, w: 1440, h: 900 },
    lastActivityTimestamp: 1_000,
    ...part,
  })
}

function scribble(points: number): TLScribble {
  return {
    id: 'laser',
    points: Array.from({ length: points }, (_, n) => ({ x: n * 10.123, y: n * 7.7, z: 0.5 })),
    size: 4,
    color: 'laser',
    opacity: 0.7,
    state: 'active',
    delay: 0,
    shrink: 0.1,
    taper: true,
  }
}

describe('what is sent', () => {
  test('[K11] fits the frame and its schema, whatever is selected and drawn', () => {
    const sent = toPresence(
      presenceOf({
        selectedShapeIds: Array.from(
          { length: 500 },
          (_, n) => `shape:${n}` as TLInstancePresence['selectedShapeIds'][0],
        ),
        scribbles: Array.from({ length: 9 }, () => scribble(400)),
        chatMessage: 'x'.repeat(900),
      }),
      0,
    )
    expect(presenceSchema.safeParse(sent).success).toBe(true)
    expect(JSON.stringify({ ...sent, selectedShapeIds: [] }).length).toBeLessThan(LIMITS.awarenessBytes)
    expect(JSON.stringify(sent.scribbles).length).toBeLessThanOrEqual(2_000)
    expect(sent.scribbles.length).toBeGreaterThan(0)
  })

  test('[K11] is as exact as a screen', () => {
    expect(toPresence(presenceOf(), 0)).toMatchObject({ cursor: { x: 1.2, y: 2 }, camera: { x: 0.3, z: 1 } })
  })
})

describe('what is shown', () => {
  test('[K11] is the owner the server names, with times of this computer', () => {
    const state = { owner: OWNER, presence: toPresence(presenceOf(), 5_000) }
    expect(state.presence.lastActivityTimestamp).toBe(6_000)
    expect(fromAwareness(7, state, 2_000)).toMatchObject({
      id: presenceId(7),
      userId: 'bob',
      userName: 'Bob',
      color: '#2563eb',
      lastActivityTimestamp: 4_000,
    })
  })

  test.each([
    ['nothing', undefined],
    ['no owner', { presence: toPresence(presenceOf(), 0) }],
    ['someone who has not moved', { owner: OWNER, presence: null }],
    [
      'a page that is none',
      { owner: OWNER, presence: { ...toPresence(presenceOf(), 0), currentPageId: 'nowhere' } },
    ],
    [
      'a cursor of an unknown kind',
      {
        owner: OWNER,
        presence: { ...toPresence(presenceOf(), 0), cursor: { x: 0, y: 0, rotation: 0, type: 'sword' } },
      },
    ],
  ])('[K11] is not %s', (_what, state) => {
    expect(fromAwareness(7, state, 0)).toBeNull()
  })
})

describe('bound', () => {
  function bound() {
    const doc = boardOf()
    const { store } = createPeer('alice', doc)
    const awareness = new Awareness(doc)
    let now = 0
    let due: { at: number; callback: () => void } | null = null
    const timers: Timers = {
      now: () => now,
      after: (ms, callback) => {
        due = { at: now + ms, callback }
        return () => {
          due = null
        }
      },
    }
    const stop = bindPresence({
      store,
      awareness,
      user: atom('user', { id: 'alice', name: 'Alice', color: '#d9480f' }),
      offsetMs: () => 0,
      timers,
    })
    const advance = (ms: number) => {
      now += ms
      if (due && due.at <= now) {
        const { callback } = due
        due = null
        callback()
      }
    }
    const shown = () => store.allRecords().filter(({ typeName }) => typeName === 'instance_presence')
    return { store, awareness, stop, advance, shown }
  }

  function bobSays(awareness: Awareness, state: Record<string, unknown> | null): void {
    const bob = bobs.get(awareness) ?? new Awareness(new Y.Doc())
    bobs.set(awareness, bob)
    bob.setLocalState(state)
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(bob, [bob.clientID]), 'network')
  }
  const bobs = new Map<Awareness, Awareness>()

  test('[K11] a peer appears, moves and goes', () => {
    const { awareness, shown } = bound()
    bobSays(awareness, { owner: OWNER, presence: toPresence(presenceOf(), 0) })
    expect(shown()).toMatchObject([{ userId: 'bob', cursor: { x: 1.2 } }])
    bobSays(awareness, {
      owner: OWNER,
      presence: toPresence(presenceOf({ cursor: { x: 9, y: 9, type: 'default', rotation: 0 } }), 0),
    })
    expect(shown()).toMatchObject([{ cursor: { x: 9 } }])
    bobSays(awareness, null)
    expect(shown()).toEqual([])
  })

  test('[K11] what a peer sends that cannot be drawn takes their cursor away and breaks nothing', () => {
    const { awareness, shown } = bound()
    bobSays(awareness, { owner: OWNER, presence: toPresence(presenceOf(), 0) })
    bobSays(awareness, { owner: OWNER, presence: { cursor: 'everywhere' } })
    expect(shown()).toEqual([])
  })

  test('[K11] mine is sent at most every 40 ms, the newest of it', () => {
    const { store, awareness, advance } = bound()
    let sent = 0
    awareness.on('change', () => {
      sent += 1
    })
    advance(0)
    const pointer = store.allRecords().find(({ typeName }) => typeName === 'pointer')
    if (pointer?.typeName !== 'pointer') throw new Error('The store has no pointer.')
    for (let x = 1; x <= 10; x += 1) store.put([{ ...pointer, x }])
    expect(sent).toBe(1)
    advance(39)
    expect(sent).toBe(1)
    advance(1)
    expect(sent).toBe(2)
    expect(awareness.getLocalState()).toMatchObject({ presence: { cursor: { x: 10 } } })
  })

  test('[K11] whoever leaves the board shows nothing and sees nobody', () => {
    const { awareness, stop, advance, shown } = bound()
    advance(0)
    bobSays(awareness, { owner: OWNER, presence: toPresence(presenceOf(), 0) })
    stop()
    expect(shown()).toEqual([])
    expect(awareness.getLocalState()).toEqual({ presence: null })
  })
})
