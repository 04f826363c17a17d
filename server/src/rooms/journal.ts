import type { Append, AppendResult, LogStore } from '../store/log-store.ts'
import { sizeOf } from './journal-item.ts'
import { Lane, type LaneOwner } from './lane.ts'
import type { RoundLimits } from './limits.ts'
import type { RoundTelemetry } from './telemetry.ts'
import type { Timer, Timers } from './timers.ts'

interface JournalOptions {
  readonly log: Pick<LogStore, 'append'>
  readonly now: () => number
  readonly timers: Timers
  readonly events: RoundTelemetry
  readonly limits: RoundLimits
}

interface Batch {
  readonly lane: Lane
  readonly append: Append
}

/** How many lanes are tried one by one after a failed commit before the store itself is taken to be down. */
const PROBES = 3

/** A lane may have this share of `freezeBytes` before it is frozen for what others have unsaved. */
const FAIR_SHARE = 1 / 16

const WATCH_MS = 500

/**
 * Commits what all rounds of the process append, together: one transaction every few milliseconds however many write.
 * Entries of a round commit in the order they came; nothing is given up while the store does not answer, but a round
 * whose entries wait too long is frozen (D4 to D7).
 */
export class Journal {
  readonly #options: JournalOptions
  readonly #dirty = new Set<Lane>()
  readonly #idle: (() => void)[] = []
  /** Unsaved, of all lanes. */
  #bytes = 0
  #committing = false
  /** Commits that failed in a row. */
  #failures = 0
  #flushTimer: Timer
  #flushAt = Infinity
  #watchTimer: Timer
  #disposed = false

  constructor(options: JournalOptions) {
    this.#options = options
  }

  lane(owner: LaneOwner): Lane {
    return new Lane(owner, {
      now: this.#options.now,
      limits: this.#options.limits,
      queued: (lane, bytes) => this.#queued(lane, bytes),
      released: (lane, bytes) => this.#released(lane, bytes),
    })
  }

  /** Resolves once nothing waits to be committed. */
  async settled(): Promise<void> {
    if (this.#dirty.size === 0) return
    await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  dispose(): void {
    const { timers } = this.#options
    this.#disposed = true
    timers.clear(this.#flushTimer)
    timers.clear(this.#watchTimer)
    for (const lane of this.#dirty) lane.close()
  }

  #queued(lane: Lane, bytes: number): void {
    const { limits } = this.#options
    this.#dirty.add(lane)
    this.#bytes += bytes
    if (this.#bytes > limits.freezeBytes && (lane.failing || lane.bytes > limits.freezeBytes * FAIR_SHARE))
      lane.freeze()
    this.#schedule(lane, this.#bytes >= limits.commitBytes ? 0 : limits.commitMs)
    this.#watch()
  }

  #released(lane: Lane, bytes: number): void {
    this.#bytes -= bytes
    if (!lane.hasWork) this.#dirty.delete(lane)
    if (this.#dirty.size === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }

  /** Sees to it that a lane's turn comes: in `ms`, or when its pause after a failure is over. */
  #schedule(lane: Lane, ms: number): void {
    const { timers, now } = this.#options
    const at = Math.max(now() + ms, lane.dueAt)
    if (this.#committing || this.#disposed || at >= this.#flushAt) return
    timers.clear(this.#flushTimer)
    this.#flushAt = at
    this.#flushTimer = timers.set(() => {
      this.#flushAt = Infinity
      void this.#flush()
    }, at - now())
  }

  /** While anything waits, looks now and then whether it has waited too long: an append may never answer. */
  #watch(): void {
    if (this.#watchTimer !== undefined || this.#disposed) return
    const { timers, now } = this.#options
    this.#watchTimer = timers.set(() => {
      this.#watchTimer = undefined
      for (const lane of this.#dirty) lane.freezeIfOld(now())
      if (this.#dirty.size > 0) this.#watch()
    }, WATCH_MS)
  }

  async #flush(): Promise<void> {
    const { now, limits } = this.#options
    const due = [...this.#dirty].filter(({ dueAt }) => dueAt <= now())
    for (const lane of due) if (lane.behind) void this.#readOn(lane)
    this.#committing = true
    await this.#commitAll(due.filter(({ behind }) => !behind))
    this.#committing = false
    for (const lane of this.#dirty) this.#schedule(lane, limits.commitMs)
  }

  async #readOn(lane: Lane): Promise<void> {
    await lane.readOn()
    this.#schedule(lane, 0)
  }

  /**
   * All of them in one transaction. Where that fails they are tried one by one, so that one round the store cannot take
   * does not hold up the others; where the first few of these fail too, the store is down.
   */
  async #commitAll(lanes: readonly Lane[]): Promise<void> {
    const batches = lanes.flatMap((lane): Batch[] => {
      const append = lane.take()
      return append ? [{ lane, append }] : []
    })
    if (batches.length === 0 || (await this.#commit(batches))) return
    const waiting = batches.length > 1 ? [...batches] : []
    const failed = batches.length > 1 ? [] : [...batches]
    let answered = false
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (await this.#commit([next])) answered = true
      else failed.push(next)
      if (!answered && failed.length >= PROBES) break
    }
    for (const { lane } of [...failed, ...waiting]) lane.failed()
  }

  /** Whether the store has answered. */
  async #commit(batches: readonly Batch[]): Promise<boolean> {
    const { log, now, events } = this.#options
    const appends = batches.map(({ append }) => append)
    const startedAt = now()
    let results: AppendResult[]
    try {
      results = await log.append(appends)
    } catch (error) {
      this.#failures += 1
      events.appendFailed({ error, attempt: this.#failures })
      return false
    }
    this.#failures = 0
    const entries = appends.flatMap((append) => append.entries)
    const bytes = entries.reduce((sum, entry) => sum + sizeOf(entry), 0)
    events.committed({ entries: entries.length, bytes, ms: now() - startedAt })
    for (const [i, { lane, append }] of batches.entries()) {
      const result = results[i]
      if (result === undefined) throw new Error('the store answered fewer appends than it was given')
      lane.settle(result, append.entries)
    }
    return true
  }
}
