import type { Append, AppendResult, NewEntry } from '../store/log-store.ts'
import {
  mergeItems,
  sizeOfItem,
  timeOf,
  type EventItem,
  type EventOutcome,
  type Item,
  type NewEvent,
} from './journal-item.ts'
import type { RoundLimits } from './limits.ts'

/** What a lane asks of the round it belongs to, and tells it. */
export interface LaneOwner {
  readonly roundId: string
  /** The last event the round knows: what its appends expect. */
  eventSeq(): number
  /** False once the round is sealed: a board update that has not committed by then never will. */
  takesBoards(): boolean
  /** So many board updates were given up because another process had sealed the round. */
  lost(boards: number): void
  /** These entries are in the log, the first of them at `firstSeq`, and no event of others lies before them unread. */
  committed(firstSeq: number, entries: readonly NewEntry[]): void
  /** Another process has appended an event: read on. Rejects when the store does not answer. */
  readOn(): Promise<void>
  froze(): void
  thawed(): void
  /** The store no longer knows the round. */
  gone(): void
}

interface LaneHost {
  readonly now: () => number
  readonly limits: RoundLimits
  queued(lane: Lane, bytes: number): void
  released(lane: Lane, bytes: number): void
}

/** The part of the journal that is one round's. Tickets count what was handed to it, so that a mark can wait for one. */
export class Lane {
  readonly #owner: LaneOwner
  readonly #host: LaneHost
  #queue: Item[] = []
  #inFlight: Item[] = []
  #issued = 0
  #bytes = 0
  #failures = 0
  #retryAt = 0
  #reading = false
  #frozen = false
  #behind = false
  #closed = false

  constructor(owner: LaneOwner, host: LaneHost) {
    this.#owner = owner
    this.#host = host
  }

  /** The ticket of the last item handed in. */
  get issued(): number {
    return this.#issued
  }

  /** Everything up to this ticket is in the log, or was answered otherwise. */
  get settled(): number {
    const oldest = this.#inFlight[0] ?? this.#queue[0]
    return oldest === undefined ? this.#issued : oldest.ticket - 1
  }

  get frozen(): boolean {
    return this.#frozen
  }

  get hasWork(): boolean {
    return this.#queue.length > 0 || this.#inFlight.length > 0
  }

  /** Bytes that wait to be committed. */
  get bytes(): number {
    return this.#bytes
  }

  /** Whether the last append of this lane failed. */
  get failing(): boolean {
    return this.#failures > 0
  }

  /** Whether an event of another process has to be read before anything more can be appended. */
  get behind(): boolean {
    return this.#behind
  }

  /** When something is to be done for it next, on the clock of `now`; `Infinity` where nothing is. */
  get dueAt(): number {
    return this.#queue.length === 0 || this.#closed || this.#reading ? Infinity : this.#retryAt
  }

  board(by: string, update: Uint8Array): void {
    const { now } = this.#host
    this.#push({ kind: 'board', ticket: this.#issued + 1, at: now(), by, update })
  }

  /** Appends an event decided upon event `basis`; the answer comes once that is settled. */
  event(entry: NewEvent, basis: number): Promise<EventOutcome> {
    if (this.#closed) return Promise.resolve({ kind: 'gone' })
    if (this.#frozen) return Promise.resolve({ kind: 'unavailable' })
    return new Promise((settle) => {
      this.#push({ kind: 'event', ticket: this.#issued + 1, entry, basis, settle })
    })
  }

  /** One append of everything that waits. An event whose basis has been overtaken is answered instead. */
  take(): Append | undefined {
    const basis = this.#owner.eventSeq()
    if (!this.#owner.takesBoards()) this.#dropBoards()
    for (const item of this.#queue)
      if (item.kind === 'event' && item.basis !== basis) this.#answer(item, { kind: 'stale' })
    this.#inFlight = this.#queue
    this.#queue = []
    if (this.#inFlight.length === 0) return undefined
    const entries = mergeItems(this.#inFlight, this.#host.limits)
    return { roundId: this.#owner.roundId, entries, expectEventSeq: basis }
  }

  /** The append failed: what was in flight is first in line again, after a pause that doubles. */
  failed(): void {
    this.#putBack()
    this.#pause()
  }

  settle(result: AppendResult, entries: readonly NewEntry[]): void {
    if (this.#closed) return
    this.#failures = 0
    this.#retryAt = 0
    switch (result.kind) {
      case 'appended':
        this.#settleAppended(result.firstSeq, entries)
        return
      case 'duplicate':
        // The event is there already; what came with it is not.
        for (const item of this.#inFlight) if (item.kind === 'event') this.#answer(item, result)
        this.#putBack()
        return
      case 'conflict':
        this.#behind = true
        for (const item of this.#inFlight) if (item.kind === 'event') this.#answer(item, { kind: 'stale' })
        this.#putBack()
        return
      case 'no-round':
        this.close()
        this.#owner.gone()
    }
  }

  /** Reads what other processes have appended; after a failure it is due again later. */
  async readOn(): Promise<void> {
    this.#reading = true
    try {
      await this.#owner.readOn()
      this.#behind = false
      this.#failures = 0
    } catch {
      this.#pause()
    } finally {
      this.#reading = false
    }
  }

  /** Gives up events that have waited too long, and takes no more edits where these have. */
  freezeIfOld(now: number): void {
    const [oldest] = [...this.#inFlight, ...this.#queue]
    if (oldest === undefined || now - timeOf(oldest) <= this.#host.limits.freezeAfterMs) return
    const edits = [...this.#inFlight, ...this.#queue].some(({ kind }) => kind === 'board')
    if (edits) this.freeze()
    else this.#withdrawEvents()
  }

  freeze(): void {
    if (this.#frozen || this.#closed) return
    this.#frozen = true
    this.#withdrawEvents()
    this.#owner.froze()
  }

  /** Gives up what waits and takes nothing more; how many board updates were given up. */
  close(): number {
    if (this.#closed) return 0
    this.#closed = true
    const items = [...this.#inFlight, ...this.#queue]
    this.#inFlight = []
    this.#queue = []
    for (const item of items) if (item.kind === 'event') item.settle({ kind: 'gone' })
    this.#release(items)
    return items.filter(({ kind }) => kind === 'board').length
  }

  #push(item: Item): void {
    if (this.#closed) return
    this.#issued = item.ticket
    this.#queue.push(item)
    const bytes = sizeOfItem(item)
    this.#bytes += bytes
    this.#host.queued(this, bytes)
  }

  #settleAppended(firstSeq: number, entries: readonly NewEntry[]): void {
    const items = this.#inFlight
    this.#inFlight = []
    this.#release(items)
    this.#owner.committed(firstSeq, entries)
    const event = items.find((item) => item.kind === 'event')
    const index = entries.findIndex((entry) => entry.kind === 'event')
    if (event?.kind === 'event') event.settle({ kind: 'committed', seq: firstSeq + index })
    this.#thawIfDone()
  }

  #thawIfDone(): void {
    if (!this.#frozen || this.hasWork) return
    this.#frozen = false
    this.#owner.thawed()
  }

  #dropBoards(): void {
    const boards = this.#queue.filter(({ kind }) => kind === 'board')
    if (boards.length === 0) return
    this.#queue = this.#queue.filter(({ kind }) => kind !== 'board')
    this.#release(boards)
    this.#owner.lost(boards.length)
    this.#thawIfDone()
  }

  #withdrawEvents(): void {
    for (const item of this.#queue) if (item.kind === 'event') this.#answer(item, { kind: 'unavailable' })
  }

  /** Takes an event out of the line. */
  #answer(item: EventItem, outcome: EventOutcome): void {
    this.#queue = this.#queue.filter((other) => other !== item)
    this.#inFlight = this.#inFlight.filter((other) => other !== item)
    this.#release([item])
    item.settle(outcome)
  }

  #putBack(): void {
    this.#queue = [...this.#inFlight, ...this.#queue]
    this.#inFlight = []
    if (this.#frozen) this.#withdrawEvents()
    this.#thawIfDone()
  }

  #pause(): void {
    const { now, limits } = this.#host
    this.#retryAt = now() + Math.min(limits.retryMaxMs, limits.retryMinMs * 2 ** this.#failures)
    this.#failures += 1
  }

  #release(items: readonly Item[]): void {
    const bytes = items.reduce((sum, item) => sum + sizeOfItem(item), 0)
    this.#bytes -= bytes
    this.#host.released(this, bytes)
  }
}
