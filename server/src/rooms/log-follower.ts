import type { LogStore } from '../store/log-store.ts'
import type { LogNews, RoundLog } from './round-log.ts'

interface LogFollowerOptions {
  readonly roundId: string
  readonly store: Pick<LogStore, 'read'>
  readonly log: RoundLog
  /** Whether the round has ended: what is read then is for nobody. */
  ended(): boolean
  take(news: LogNews): void
}

/** Entries read at once. */
const PAGE = 500

/** Reads a round's log on to its end, one read at a time however many ask. */
export class LogFollower {
  readonly #options: LogFollowerOptions
  #reading: Promise<void> | undefined
  #again = false

  constructor(options: LogFollowerOptions) {
    this.#options = options
  }

  /** Resolves when everything that is in the log by now has been taken. Rejects when the store does not answer. */
  readOn(): Promise<void> {
    this.#again = true
    this.#reading ??= this.#readToEnd()
    return this.#reading
  }

  async #readToEnd(): Promise<void> {
    const { ended } = this.#options
    try {
      while (this.#again && !ended()) {
        this.#again = false
        while (await this.#readPage()) if (ended()) return
      }
    } finally {
      // Without an await since the last look at `again`, so that nobody's request is missed.
      this.#reading = undefined
    }
  }

  /** Whether there may be more. */
  async #readPage(): Promise<boolean> {
    const { roundId, store, log, ended, take } = this.#options
    const entries = await store.read(roundId, { after: log.readTo, limit: PAGE })
    if (ended()) return false
    take(log.read(entries))
    return entries.length === PAGE
  }
}
