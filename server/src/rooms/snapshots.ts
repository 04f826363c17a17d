import type { LogStore } from '../store/log-store.ts'
import type { BoardDoc } from './board-doc.ts'
import type { RoundTelemetry } from './telemetry.ts'

interface SnapshotsOptions {
  readonly roundId: string
  readonly store: Pick<LogStore, 'putSnapshot'>
  readonly board: BoardDoc
  readonly now: () => number
  readonly events: RoundTelemetry
  /** Board entries in the log that the stored snapshot does not hold. */
  readonly behind: number
  /** The last entry, where the document is exactly the log up to it; undefined while it is not. */
  exactSeq(): number | undefined
}

/** Stores the board now and then, so that the next load need not fold the whole log (D8). */
export class Snapshots {
  readonly #options: SnapshotsOptions
  /** Board entries seen in the log, and how many of them the last snapshot holds. */
  #boards: number
  #held = 0
  #storing = false

  constructor(options: SnapshotsOptions) {
    this.#options = options
    this.#boards = options.behind
  }

  /** Board entries that no snapshot holds. */
  get behind(): number {
    return this.#boards - this.#held
  }

  get storing(): boolean {
    return this.#storing
  }

  grown(boards: number): void {
    this.#boards += boards
  }

  /** Stores one, unless there is nothing new or edits still wait for their commit. Never rejects. */
  async store(): Promise<void> {
    const { roundId, store, board, now, events, exactSeq } = this.#options
    const seq = exactSeq()
    if (seq === undefined || this.#storing || this.behind === 0) return
    const startedAt = now()
    const state = board.snapshot()
    const boards = this.#boards
    this.#storing = true
    try {
      await store.putSnapshot(roundId, { seq, state })
      this.#held = boards
      events.snapshotStored({ roundId, bytes: state.byteLength, ms: now() - startedAt })
    } catch (error) {
      events.snapshotFailed({ roundId, error })
    } finally {
      this.#storing = false
    }
  }
}
