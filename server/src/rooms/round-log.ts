import { applyEvent, foldEvents } from '@drawbar/shared/interview/apply-event.ts'
import { EMPTY_INTERVIEW, type Interview } from '@drawbar/shared/interview/interview.ts'
import type { BoardEntry, Entry, EventEntry } from '@drawbar/shared/log/entry.ts'
import type { NewEntry } from '../store/log-store.ts'

/** What reading or committing entries brought that was not known before. */
export interface LogNews {
  /** Board entries of other processes, in order. */
  readonly boards: readonly BoardEntry[]
  readonly events: readonly EventEntry[]
}

/**
 * What a live round knows of its log: the interview folded so far, and up to where the log has been read. Entries
 * reach it twice, as its own commits and by reading; each is counted once.
 */
export class RoundLog {
  readonly #events: EventEntry[]
  readonly #byCommand = new Map<string, EventEntry>()
  readonly #countOf = new Map<string, number>()
  /** Own committed entries behind others that have not been read yet. */
  readonly #ahead = new Set<number>()
  #interview: Interview
  #seq: number
  #readTo: number

  /** `events` is every event up to `seq`, the last entry read. */
  constructor(events: readonly EventEntry[], seq: number) {
    this.#events = []
    this.#interview = foldEvents(EMPTY_INTERVIEW, events)
    for (const entry of events) this.#remember(entry)
    this.#seq = seq
    this.#readTo = seq
  }

  get interview(): Interview {
    return this.#interview
  }

  get events(): readonly EventEntry[] {
    return this.#events
  }

  /** The last entry known to be committed. */
  get seq(): number {
    return this.#seq
  }

  /** Every entry up to here is folded in. */
  get readTo(): number {
    return this.#readTo
  }

  /** The event a command has caused, if it has. */
  ofCommand(commandId: string): EventEntry | undefined {
    return this.#byCommand.get(commandId)
  }

  /** How many events someone has made. */
  eventsBy(participantId: string): number {
    return this.#countOf.get(participantId) ?? 0
  }

  /** Own entries have committed. The events among them are returned in order. */
  committed(firstSeq: number, entries: readonly NewEntry[]): LogNews {
    const events: EventEntry[] = []
    for (const [i, entry] of entries.entries()) {
      const seq = firstSeq + i
      if (entry.kind === 'event' && this.#takeEvent({ ...entry, seq })) events.push({ ...entry, seq })
      if (seq > this.#readTo) this.#ahead.add(seq)
    }
    this.#seq = Math.max(this.#seq, firstSeq + entries.length - 1)
    this.#advance()
    return { boards: [], events }
  }

  /** Entries read from the log, in order and without a gap after `readTo`. */
  read(entries: readonly Entry[]): LogNews {
    const boards: BoardEntry[] = []
    const events: EventEntry[] = []
    for (const entry of entries) {
      if (entry.seq <= this.#readTo) continue
      if (entry.seq !== this.#readTo + 1) throw new Error(`the log has a gap before entry ${entry.seq}`)
      const own = this.#ahead.delete(entry.seq)
      this.#readTo = entry.seq
      if (entry.kind === 'board' && !own) boards.push(entry)
      if (entry.kind === 'event' && this.#takeEvent(entry)) events.push(entry)
    }
    this.#seq = Math.max(this.#seq, this.#readTo)
    this.#advance()
    return { boards, events }
  }

  #advance(): void {
    while (this.#ahead.delete(this.#readTo + 1)) this.#readTo += 1
  }

  #takeEvent(entry: EventEntry): boolean {
    if (entry.seq <= this.#interview.seq) return false
    this.#interview = applyEvent(this.#interview, entry)
    this.#remember(entry)
    return true
  }

  #remember(entry: EventEntry): void {
    this.#events.push(entry)
    this.#byCommand.set(entry.commandId, entry)
    this.#countOf.set(entry.by, this.eventsBy(entry.by) + 1)
  }
}
