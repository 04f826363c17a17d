// @vitest-environment jsdom
import type { Joined } from '@drawbar/shared/wire/http.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { readCredentials } from '../session/credentials.ts'
import { keepLinks, knownLinks } from '../share/known-links.ts'
import { browserPlaces, enterPlace, forgetPlace, losePlace, placesIn, takePlace } from './places.ts'

const joined: Joined = {
  roomId: 'room',
  roundId: 'round',
  participantId: 'alice',
  role: 'interviewer',
  token: 't1',
}
const asBob: Joined = { ...joined, participantId: 'bob', role: 'candidate', token: 't2' }

function storages() {
  return browserPlaces()
}

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

describe('a place in a room', () => {
  it('is this tab’s, and remembered by the browser', () => {
    takePlace(storages(), { joined, name: 'Alice', now: 1 })
    expect(readCredentials(sessionStorage, 'room')).toEqual(joined)
    expect(placesIn(storages(), 'room')).toEqual([
      { ...joined, name: 'Alice', title: null, questionId: null, at: 1 },
    ])
    expect(placesIn(storages(), 'other')).toEqual([])
  })

  it('can be gone back to, and another taken', () => {
    takePlace(storages(), { joined, name: 'Alice', now: 1 })
    takePlace(storages(), { joined: asBob, name: 'Bob', now: 2 })
    const [bob, alice] = placesIn(storages(), 'room')
    expect([bob?.name, alice?.name]).toEqual(['Bob', 'Alice'])
    if (!alice) throw new Error('alice was not remembered')
    enterPlace(storages(), { room: alice, now: 3 })
    expect(readCredentials(sessionStorage, 'room')?.participantId).toBe('alice')
    expect(placesIn(storages(), 'room').map(({ name, at }) => [name, at])).toEqual([
      ['Alice', 3],
      ['Bob', 2],
    ])
  })

  it('is forgotten with the room’s links once it was the last', () => {
    keepLinks(localStorage, 'room', [{ linkId: null, role: 'candidate', url: 'https://x/r/room#c' }])
    takePlace(storages(), { joined, name: 'Alice', now: 1 })
    takePlace(storages(), { joined: asBob, name: 'Bob', now: 2 })
    const [bob, alice] = placesIn(storages(), 'room')
    if (!alice || !bob) throw new Error('both should be remembered')
    forgetPlace(storages(), alice)
    expect(readCredentials(sessionStorage, 'room')?.participantId).toBe('bob')
    expect(knownLinks(localStorage, 'room')).toHaveLength(1)
    forgetPlace(storages(), bob)
    expect(readCredentials(sessionStorage, 'room')).toBeUndefined()
    expect(knownLinks(localStorage, 'room')).toEqual([])
  })

  it('that was taken away cannot be gone back to', () => {
    const credentials = takePlace(storages(), { joined, name: 'Alice', now: 1 })
    losePlace(storages(), credentials)
    expect(readCredentials(sessionStorage, 'room')).toBeUndefined()
    expect(placesIn(storages(), 'room')).toEqual([])
  })
})
