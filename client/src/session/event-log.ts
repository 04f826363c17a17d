import { applyEvent, foldEvents } from '@drawbar/shared/interview/apply-event.ts'
import { EMPTY_INTERVIEW, type Interview } from '@drawbar/shared/interview/interview.ts'
import type { EventEntry } from '@drawbar/shared/log/entry.ts'

/**
 * The events this page knows, by `seq`. They come from two sides, the socket and the call that reads all of them, so an
 * older one may arrive after a newer one; then everything is folded again.
 */
export class EventLog {
  #entries: readonly EventEntry[] = []
  #interview: Interview = EMPTY_INTERVIEW

  get interview(): Interview {
    return this.#interview
  }

  /** Adds what is new; says what that was, in order. */
  add(entries: readonly EventEntry[]): readonly EventEntry[] {
    const known = new Set(this.#entries.map(({ seq }) => seq))
    const fresh = new Map(entries.filter(({ seq }) => !known.has(seq)).map((entry) => [entry.seq, entry]))
    const added = [...fresh.values()].toSorted(bySeq)
    const [first] = added
    if (first === undefined) return added
    const last = this.#entries.at(-1)
    if (last === undefined || first.seq > last.seq) {
      this.#entries = [...this.#entries, ...added]
      this.#interview = added.reduce(applyEvent, this.#interview)
    } else {
      this.#entries = [...this.#entries, ...added].toSorted(bySeq)
      this.#interview = foldEvents(EMPTY_INTERVIEW, this.#entries)
    }
    return added
  }
}

function bySeq(a: EventEntry, b: EventEntry): number {
  return a.seq - b.seq
}
