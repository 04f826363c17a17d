import { expect, test } from 'vitest'
import { contentWords, runsOf, wordsOf } from './words.ts'

test('words have no case and no marks', () => {
  expect(wordsOf('The p99, at 20:15 (UTC)!')).toEqual(['the', 'p99', 'at', '20', '15', 'utc'])
})

test('runs slide by one word', () => {
  expect(runsOf(['a', 'b', 'c', 'd'], 3)).toEqual(['a b c', 'b c d'])
  expect(runsOf(['a'], 3)).toEqual([])
})

test('content words are stems without common words', () => {
  expect(contentWords('The leased quota that leases would lease')).toEqual(new Set(['leas', 'quota']))
})
