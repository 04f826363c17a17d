import { expect, test } from 'vitest'
import { copyName, findCopy, forgetCopy, noteCopy, oldCopies, type LocalCopy } from './local-copies.ts'
import { MemoryStorage } from './testing/memory-storage.ts'

const DAY = 24 * 60 * 60 * 1000

function copy(epoch: number, at: number, schemaHash = 'hash'): LocalCopy {
  const key = { roundId: 'round-1', participantId: 'alice', epoch, schemaHash }
  return { ...key, name: copyName(key), at }
}

test('[N3] a database is named for its round, person, rebuild and schema', () => {
  expect(copy(3, 0).name).toBe('board:round-1:alice:3:hash')
})

test('[N3] the newest rebuild that this page can read is found', () => {
  const storage = new MemoryStorage()
  noteCopy(storage, copy(1, 0))
  noteCopy(storage, copy(2, 0))
  noteCopy(storage, copy(3, 0, 'other schema'))
  const wanted = { roundId: 'round-1', participantId: 'alice', schemaHash: 'hash' }
  expect(findCopy(storage, wanted)).toEqual(copy(2, 0))
  expect(findCopy(storage, { ...wanted, roundId: 'round-2' })).toBeUndefined()
  expect(findCopy(storage, { ...wanted, participantId: 'bob' })).toBeUndefined()
  forgetCopy(storage, copy(2, 0).name)
  expect(findCopy(storage, wanted)).toEqual(copy(1, 0))
})

test('[N3] a copy is old after a week without a visit', () => {
  const storage = new MemoryStorage()
  noteCopy(storage, copy(1, 0))
  expect(oldCopies(storage, 7 * DAY)).toEqual([])
  expect(oldCopies(storage, 7 * DAY + 1)).toEqual([copy(1, 0)])
  noteCopy(storage, copy(1, DAY))
  expect(oldCopies(storage, 7 * DAY + 1)).toEqual([])
})
