import { expect, test } from 'vitest'
import { forgetCredentials, readCredentials, writeCredentials } from './credentials.ts'
import { MemoryStorage } from './testing/memory-storage.ts'

const alice = {
  roomId: 'room-1',
  roundId: 'round-1',
  participantId: 'alice',
  role: 'interviewer',
  token: 'secret',
} as const

test('a tab is somebody in each room it has joined, until it forgets', () => {
  const storage = new MemoryStorage()
  writeCredentials(storage, alice)
  expect(readCredentials(storage, 'room-1')).toEqual(alice)
  expect(readCredentials(storage, 'room-2')).toBeUndefined()
  forgetCredentials(storage, 'room-1')
  expect(readCredentials(storage, 'room-1')).toBeUndefined()
})

test.each([
  '{',
  '{}',
  JSON.stringify({ ...alice, role: 'admin' }),
  JSON.stringify({ ...alice, roomId: 'other' }),
])('what is not credentials of the room counts as none: %s', (text) => {
  const storage = new MemoryStorage()
  storage.setItem('drawbar.credentials.room-1', text)
  expect(readCredentials(storage, 'room-1')).toBeUndefined()
})
