import { describe, expect, test } from 'vitest'
import { rateLimit } from './rate-limits.ts'

describe('rateLimit', () => {
  test('refuses what is over the rate, says when to come back, and leaves others alone', async () => {
    const limit = rateLimit({ points: 2, seconds: 60 })
    expect((await limit.take('alice')).ok).toBe(true)
    expect((await limit.take('alice')).ok).toBe(true)
    const third = await limit.take('alice')
    expect(third).toMatchObject({ ok: false, refusal: { code: 'rate-limited' } })
    const wait = third.ok ? 0 : (third.refusal.retryAfterSeconds ?? 0)
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await limit.take('bob')).ok).toBe(true)
  })
})
