import { expect, test } from 'vitest'
import {
  forgetRoom,
  nameRememberedRoom,
  rememberedRooms,
  rememberRoom,
  type RememberedRoom,
} from './remembered-rooms.ts'
import { MemoryStorage } from './testing/memory-storage.ts'

function room(n: number, at = n): RememberedRoom {
  return {
    roomId: `room-${n}`,
    roundId: `round-${n}`,
    participantId: `person-${n}`,
    role: 'candidate',
    token: `token-${n}`,
    name: 'Bob',
    title: null,
    questionId: null,
    at,
  }
}

test('the last room comes first, each participant once', () => {
  const storage = new MemoryStorage()
  rememberRoom(storage, room(1))
  rememberRoom(storage, room(2))
  rememberRoom(storage, room(1, 9))
  expect(rememberedRooms(storage)).toEqual([room(1, 9), room(2)])
})

test('gets a title once it may be known, and is forgotten on request', () => {
  const storage = new MemoryStorage()
  rememberRoom(storage, room(1))
  rememberRoom(storage, room(2))
  nameRememberedRoom(storage, 'person-1', { id: 'queue', title: 'A queue' })
  nameRememberedRoom(storage, 'nobody', { id: 'secret', title: 'A secret' })
  expect(rememberedRooms(storage).map(({ title }) => title)).toEqual([null, 'A queue'])
  forgetRoom(storage, 'person-2')
  expect(rememberedRooms(storage)).toEqual([{ ...room(1), title: 'A queue', questionId: 'queue' }])
})

test('keeps fifty, and skips rows it cannot read', () => {
  const storage = new MemoryStorage()
  for (let n = 0; n < 60; n += 1) rememberRoom(storage, room(n))
  expect(rememberedRooms(storage)).toHaveLength(50)
  expect(rememberedRooms(storage)[0]).toEqual(room(59))
  storage.setItem('drawbar.rooms', JSON.stringify([{ roomId: 1 }, room(3)]))
  expect(rememberedRooms(storage)).toEqual([room(3)])
  storage.setItem('drawbar.rooms', 'not json')
  expect(rememberedRooms(storage)).toEqual([])
})
