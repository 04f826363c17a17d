/** How much of something may come: `burst` at once, `perSecond` for ever. Filled by arithmetic, without a timer. */
export class TokenBucket {
  readonly #perMs: number
  readonly #burst: number
  #tokens: number
  #at: number

  constructor(options: { readonly perSecond: number; readonly burst: number; readonly now: number }) {
    this.#perMs = options.perSecond / 1000
    this.#burst = options.burst
    this.#tokens = options.burst
    this.#at = options.now
  }

  /** Takes `amount` tokens at time `now` (ms); false, and takes none, where there are fewer. */
  take(now: number, amount = 1): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, now - this.#at) * this.#perMs)
    this.#at = Math.max(this.#at, now)
    if (amount > this.#tokens) return false
    this.#tokens -= amount
    return true
  }
}
