import * as Y from 'yjs'
import type { Append, AppendResult, LogStore, NewEntry } from '../store/log-store.ts'
import type { RoundLimits } from './limits.ts'
import type { RoundTelemetry } from './telemetry.ts'
import type { Timer, Timers } from './timers.ts'

type NewEvent = Extract<NewEntry, { readonly kind: 'event' }>

/** What became of an event that was to be appended. */
export type EventOutcome =
  | { readonly kind: 'committed'; readonly seq: number }
  | { readonly kind: 'duplicate'; readonly seq: number }
  /** Another event came first: read on, decide again. */
  | { readonly kind: 'stale' }
  /** The store has not taken it and it will not be tried again. */
  | { readonly kind: 'unavailable' }
  /** The round is no longer there, or this process no longer holds it. */
  | { readonly kind: 'gone' }

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

interface BoardItem {
  readonly kind: 'board'
  readonly ticket: number
  readonly at: number
  readonly by: string
  readonly update: Uint8Array
}

interface EventItem {
  readonly kind: 'event'
  readonly ticket: number
  readonly entry: NewEvent
  readonly basis: number
  settle(outcome: EventOutcome): void
}

type Item = BoardItem | EventItem

interface JournalOptions {
  readonly log: Pick<LogStore, 'append'>
  readonly now: () => number
  readonly timers: Timers
  readonly events: RoundTelemetry
  readonly limits: RoundLimits
}

/** How many lanes are tried one by one after a failed commit before the store itself is taken to be down. */
const PROBES = 3

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
  #bytes = 0
  #committing = false
  #failures = 0
  #flushTimer: Timer
  #watchTimer: Timer

  constructor(options: JournalOptions) {
    this.#options = options
  }

  /** Bytes that have not been committed, of all rounds. */
  get unsavedBytes(): number {
    return this.#bytes
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
    timers.clear(this.#flushTimer)
    timers.clear(this.#watchTimer)
    for (const lane of this.#dirty) lane.close()
  }

  #queued(lane: Lane, bytes: number): void {
    const { limits } = this.#options
    this.#bytes += bytes
    this.#dirty.add(lane)
    if (this.#bytes > limits.freezeBytes) lane.freeze()
    // A failing store is asked again when its pause is over, not whenever someone draws.
    const full = this.#failures === 0 && this.#bytes >= limits.commitBytes
    this.#schedule(full ? 0 : this.#pause())
    this.#watch()
  }

  #released(lane: Lane, bytes: number): void {
    this.#bytes -= bytes
    if (!lane.hasWork) this.#dirty.delete(lane)
    if (this.#dirty.size === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }

  #schedule(ms: number): void {
    if (this.#committing) return
    const { timers } = this.#options
    if (this.#flushTimer !== undefined) {
      if (ms > 0) return
      timers.clear(this.#flushTimer)
    }
    this.#flushTimer = timers.set(() => {
      this.#flushTimer = undefined
      void this.#flush()
    }, ms)
  }

  /** While anything waits, looks now and then whether it has waited too long: an append may never answer. */
  #watch(): void {
    if (this.#watchTimer !== undefined) return
    const { timers, now } = this.#options
    this.#watchTimer = timers.set(() => {
      this.#watchTimer = undefined
      for (const lane of this.#dirty) lane.freezeIfOld(now())
      if (this.#dirty.size > 0) this.#watch()
    }, WATCH_MS)
  }

  async #flush(): Promise<void> {
    if (this.#committing) return
    this.#committing = true
    const lanes = [...this.#dirty].filter((lane) => lane.ready)
    if (this.#failures === 0) await this.#commit(lanes)
    else await this.#probe(lanes)
    this.#committing = false
    if ([...this.#dirty].some((lane) => lane.ready)) this.#schedule(this.#pause())
  }

  #pause(): number {
    const { limits } = this.#options
    if (this.#failures === 0) return limits.commitMs
    return Math.min(limits.retryMaxMs, limits.retryMinMs * 2 ** (this.#failures - 1))
  }

  /** After a failure, lanes go one by one, so that one round the store cannot take does not hold up the others. */
  async #probe(lanes: readonly Lane[]): Promise<void> {
    let failed = 0
    for (const lane of lanes) {
      if (await this.#commit([lane])) continue
      failed += 1
      // Those behind it get their turn before it does again.
      this.#dirty.delete(lane)
      this.#dirty.add(lane)
      if (failed >= PROBES) return
    }
    if (failed === 0) this.#failures = 0
  }

  async #commit(lanes: readonly Lane[]): Promise<boolean> {
    const { log, now, events } = this.#options
    const batches = lanes.flatMap((lane) => {
      const append = lane.take()
      return append ? [{ lane, append }] : []
    })
    if (batches.length === 0) return true
    const startedAt = now()
    let results: AppendResult[]
    try {
      results = await log.append(batches.map(({ append }) => append))
    } catch (error) {
      this.#failures += 1
      events.appendFailed({ error, attempt: this.#failures })
      for (const { lane } of batches) lane.putBack()
      return false
    }
    const appends = batches.map(({ append }) => append)
    events.committed({
      entries: appends.reduce((sum, { entries }) => sum + entries.length, 0),
      bytes: appends.reduce(
        (sum, { entries }) => sum + entries.reduce((size, entry) => size + sizeOf(entry), 0),
        0,
      ),
      ms: now() - startedAt,
    })
    for (const [i, { lane, append }] of batches.entries()) {
      const result = results[i]
      if (result === undefined) throw new Error('the store answered fewer appends than it was given')
      lane.settle(result, append.entries)
      if (lane.behind) void this.#readOn(lane)
    }
    return true
  }

  async #readOn(lane: Lane): Promise<void> {
    const { timers, limits } = this.#options
    try {
      await lane.readOn()
    } catch {
      timers.set(() => void this.#readOn(lane), limits.retryMaxMs)
      return
    }
    if (lane.ready) this.#schedule(0)
  }
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

  get ready(): boolean {
    return this.#queue.length > 0 && !this.#behind && !this.#closed
  }

  /** Whether an event of another process has to be read before anything more can be appended. */
  get behind(): boolean {
    return this.#behind && !this.#closed
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

  /** The commit failed as a whole: what was in flight is first in line again. */
  putBack(): void {
    this.#queue = [...this.#inFlight, ...this.#queue]
    this.#inFlight = []
    if (this.#frozen) this.#withdrawEvents()
    this.#thawIfDone()
  }

  settle(result: AppendResult, entries: readonly NewEntry[]): void {
    if (this.#closed) return
    switch (result.kind) {
      case 'appended':
        this.#settleAppended(result.firstSeq, entries)
        return
      case 'duplicate':
        // The event is there already; what came with it is not.
        for (const item of this.#inFlight) if (item.kind === 'event') this.#answer(item, result)
        this.putBack()
        return
      case 'conflict':
        this.#behind = true
        for (const item of this.#inFlight) if (item.kind === 'event') this.#answer(item, { kind: 'stale' })
        this.putBack()
        return
      case 'no-round':
        this.close()
        this.#owner.gone()
    }
  }

  async readOn(): Promise<void> {
    await this.#owner.readOn()
    this.#behind = false
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
    this.#host.released(
      this,
      items.reduce((sum, item) => sum + sizeOfItem(item), 0),
    )
    return items.filter(({ kind }) => kind === 'board').length
  }

  #push(item: Item): void {
    if (this.#closed) return
    this.#issued = item.ticket
    this.#queue.push(item)
    this.#host.queued(this, sizeOfItem(item))
  }

  #settleAppended(firstSeq: number, entries: readonly NewEntry[]): void {
    const items = this.#inFlight
    this.#inFlight = []
    this.#host.released(
      this,
      items.reduce((sum, item) => sum + sizeOfItem(item), 0),
    )
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
    this.#host.released(
      this,
      boards.reduce((sum, item) => sum + sizeOfItem(item), 0),
    )
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
    this.#host.released(this, sizeOfItem(item))
    item.settle(outcome)
  }
}

/** Entries for the items: neighbours of one author become one. */
function mergeItems(items: readonly Item[], limits: RoundLimits): NewEntry[] {
  const entries: NewEntry[] = []
  let run: BoardItem[] = []
  let runBytes = 0
  function endRun(): void {
    const [first] = run
    if (first === undefined) return
    const update = run.length === 1 ? first.update : Y.mergeUpdates(run.map((item) => item.update))
    entries.push({ kind: 'board', at: first.at, by: first.by, audience: 'all', update })
    run = []
    runBytes = 0
  }
  for (const item of items) {
    if (item.kind === 'event') {
      endRun()
      entries.push(item.entry)
      continue
    }
    const [first] = run
    const joins =
      first !== undefined &&
      first.by === item.by &&
      item.at - first.at <= limits.entryMs &&
      runBytes + item.update.byteLength <= limits.entryBytes
    if (!joins) endRun()
    run.push(item)
    runBytes += item.update.byteLength
  }
  endRun()
  return entries
}

function timeOf(item: Item): number {
  return item.kind === 'board' ? item.at : item.entry.at
}

function sizeOfItem(item: Item): number {
  return item.kind === 'board' ? item.update.byteLength : sizeOf(item.entry)
}

/** An event counts as a fixed size: what it holds is bounded by its command's schema. */
function sizeOf(entry: NewEntry): number {
  return entry.kind === 'board' ? entry.update.byteLength : EVENT_BYTES
}

const EVENT_BYTES = 512
