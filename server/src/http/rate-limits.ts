import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { done, refused, type Outcome } from '../rooms/refusal.ts'

/** So many in so many seconds. */
export interface Rate {
  readonly points: number
  readonly seconds: number
}

/** How often what may be asked. Rooms, joins and reading count by address, the others by participant. */
export const RATES = {
  rooms: { points: 60, seconds: 600 },
  // A class of thirty behind one address joins within a minute; guessing 256 bits does not get anywhere at this rate.
  joins: { points: 120, seconds: 60 },
  uploads: { points: 30, seconds: 60 },
  commands: { points: 120, seconds: 10 },
  /** Every call with a token, the ones above included. */
  calls: { points: 600, seconds: 60 },
  /** Whole logs and records: the calls that cost most. */
  exports: { points: 240, seconds: 60 },
  /** Questions read and searched by people without a token, by address: a class of thirty types at once. */
  reading: { points: 600, seconds: 60 },
} as const satisfies Record<string, Rate>

export type RateName = keyof typeof RATES

export interface RateLimit {
  /** Counts one; refused when the rate is used up. */
  take(key: string): Promise<Outcome<void>>
}

export type RateLimits = Readonly<Record<RateName, RateLimit>>

export function createRateLimits(rates: Readonly<Record<RateName, Rate>>): RateLimits {
  return {
    rooms: rateLimit(rates.rooms),
    joins: rateLimit(rates.joins),
    uploads: rateLimit(rates.uploads),
    commands: rateLimit(rates.commands),
    calls: rateLimit(rates.calls),
    exports: rateLimit(rates.exports),
    reading: rateLimit(rates.reading),
  }
}

export function rateLimit(rate: Rate): RateLimit {
  const limiter = new RateLimiterMemory({ points: rate.points, duration: rate.seconds })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
        return done(undefined)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        return tooMany(Math.ceil(error.msBeforeNext / 1000))
      }
    },
  }
}

function tooMany(seconds: number): Outcome<never> {
  const wait = Math.max(1, seconds)
  const { refusal } = refused(
    'rate-limited',
    'That is more than this server takes at once.',
    `Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
  )
  return { ok: false, refusal: { ...refusal, retryAfterSeconds: wait } }
}
