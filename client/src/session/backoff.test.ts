import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('[N4] waits longer with every attempt, up to a bound, never all at the same time', () => {
  expect([0, 1, 2, 3, 4, 50].map((attempt) => backoffMs(attempt, () => 1))).toEqual([
    500, 900, 1_700, 2_600, 2_600, 2_600,
  ])
  expect(backoffMs(4, () => 0)).toBe(100)
})
