import { expect, test } from 'vitest'
import { copyName, findCopy, forgetCopy, noteCopy, oldCopies, type LocalCopy } from './local-copies.ts'
import { MemoryStorage } from './testing/memory-storage.ts'

const DAY = 24 * 60 * 60 * 1000

function copy(epoch: number, at: number, schemaHash = 'hash'): LocalCopy {
  const roundId = 'round-1'
  return { name: copyName({ roundId, epoch, schemaHash }), roundId, epoch, schemaHash, at }
}

test('a database is named for its round, rebuild and schema', () => {
  expect(copyName({ roundId: 'round-1', epoch: 3, schemaHash: 'abcd' })).toBe('board:round-1:3:abcd')
})

test('the newest rebuild that this page can read is found', () => {
  const storage = new MemoryStorage()
  noteCopy(storage, copy(1, 0))
  noteCopy(storage, copy(2, 0))
  noteCopy(storage, copy(3, 0, 'other schema'))
  expect(findCopy(storage, 'round-1', 'hash')).toEqual(copy(2, 0))
  expect(findCopy(storage, 'round-2', 'hash')).toBeUndefined()
  forgetCopy(storage, copy(2, 0).name)
  expect(findCopy(storage, 'round-1', 'hash')).toEqual(copy(1, 0))
})

test('a copy is old after a week without a visit', () => {
  const storage = new MemoryStorage()
  noteCopy(storage, copy(1, 0))
  expect(oldCopies(storage, 7 * DAY)).toEqual([])
  expect(oldCopies(storage, 7 * DAY + 1)).toEqual([copy(1, 0)])
  noteCopy(storage, copy(1, DAY))
  expect(oldCopies(storage, 7 * DAY + 1)).toEqual([])
})
