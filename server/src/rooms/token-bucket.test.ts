import { expect, test } from 'vitest'
import { TokenBucket } from './token-bucket.ts'

test('gives out the burst at once and then its rate', () => {
  const bucket = new TokenBucket({ perSecond: 10, burst: 3, now: 0 })
  expect([1, 2, 3, 4].map(() => bucket.take(0))).toEqual([true, true, true, false])
  expect(bucket.take(99)).toBe(false)
  expect(bucket.take(100)).toBe(true)
  expect(bucket.take(100)).toBe(false)
})

test('never holds more than the burst, and takes nothing it cannot give whole', () => {
  const bucket = new TokenBucket({ perSecond: 1000, burst: 5, now: 0 })
  expect(bucket.take(60_000, 6)).toBe(false)
  expect(bucket.take(60_000, 5)).toBe(true)
})

test('a clock that goes back gives nothing away', () => {
  const bucket = new TokenBucket({ perSecond: 1, burst: 1, now: 10_000 })
  expect(bucket.take(10_000)).toBe(true)
  expect(bucket.take(5_000)).toBe(false)
  expect(bucket.take(10_500)).toBe(false)
  expect(bucket.take(11_000)).toBe(true)
})
