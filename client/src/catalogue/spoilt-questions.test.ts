import { expect, test } from 'vitest'
import { MemoryStorage } from '../session/testing/memory-storage.ts'
import { forgetSpoilt, rememberSpoilt, spoiltQuestions } from './spoilt-questions.ts'

test('what was read is remembered until it is forgotten', () => {
  const storage = new MemoryStorage()
  expect(spoiltQuestions(storage)).toEqual({})
  rememberSpoilt(storage, 'feed', 1)
  rememberSpoilt(storage, 'acme:shop', 2)
  rememberSpoilt(storage, 'feed', 3)
  expect(spoiltQuestions(storage)).toEqual({ feed: 3, 'acme:shop': 2 })
  forgetSpoilt(storage, 'feed')
  forgetSpoilt(storage, 'never-read')
  expect(spoiltQuestions(storage)).toEqual({ 'acme:shop': 2 })
})

test.each(['{', '[]', '{"feed":"yesterday"}'])('a list that says %j is no list', (text) => {
  const storage = new MemoryStorage()
  storage.setItem('drawbar.spoilt', text)
  expect(spoiltQuestions(storage)).toEqual({})
})
