/** How far apart flushes are: a frame pair for what a hand does, longer when everything on the board moves. */
const FEW_RECORDS = 20
const FEW_MS = 33
const MANY_MS = 100

export interface Timers {
  now(): number
  /** Calls back once after `ms`; returns the way to call it off. */
  after(ms: number, callback: () => void): () => void
}

export const browserTimers: Timers = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

/**
 * When to flush: at once after a pause, and while changes keep coming at most every 33 ms, or every 100 ms when they
 * are many.
 */
export class FlushSchedule {
  readonly #timers: Timers
  readonly #flush: () => void
  #lastFlush = -Infinity
  #cancel: (() => void) | null = null

  constructor(timers: Timers, flush: () => void) {
    this.#timers = timers
    this.#flush = flush
  }

  /** `waiting` records have changed. */
  changed(waiting: number): void {
    if (this.#cancel) return
    const pause = waiting <= FEW_RECORDS ? FEW_MS : MANY_MS
    const due = this.#lastFlush + pause - this.#timers.now()
    if (due <= 0) {
      this.#flush()
      return
    }
    this.#cancel = this.#timers.after(due, () => {
      this.#cancel = null
      this.#flush()
    })
  }

  flushed(): void {
    this.stop()
    this.#lastFlush = this.#timers.now()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }
}
