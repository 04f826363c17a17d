import type { Audience } from '@drawbar/shared/log/audience.ts'
import type { Entry, EventEntry } from '@drawbar/shared/log/entry.ts'
import type { InterviewEvent } from '@drawbar/shared/interview/event.ts'

interface NewStamp {
  /** Epoch milliseconds. */
  readonly at: number
  /** Participant id, or `SERVER`. */
  readonly by: string
  readonly audience: Audience
}

/** An entry before the store has given it its `seq`. */
export type NewEntry =
  | (NewStamp & { readonly kind: 'board'; readonly update: Uint8Array })
  | (NewStamp & { readonly kind: 'event'; readonly commandId: string; readonly event: InterviewEvent })

/** Entries of one round that commit together, in this order, with consecutive `seq`. */
export interface Append {
  readonly roundId: string
  readonly entries: readonly NewEntry[]
  /**
   * The `seq` of the last event the writer knew when it decided. Where another event has come since, nothing of this
   * append is kept and its result is `conflict`: read on, decide again. Left out by appends that decide nothing.
   */
  readonly expectEventSeq?: number
}

export type AppendResult =
  | { readonly kind: 'appended'; readonly firstSeq: number; readonly lastSeq: number }
  /**
   * An event with one of the command ids is in the log already, the first of them at `seq`; nothing was appended.
   * Several events of one append may share a command id: one command caused them.
   */
  | { readonly kind: 'duplicate'; readonly seq: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'no-round' }

export interface LogHead {
  readonly seq: number
  readonly eventSeq: number
}

/** The board folded to `seq`: loading starts here instead of at the log's beginning. Never replaces entries. */
export interface Snapshot {
  readonly seq: number
  /** `Y.encodeStateAsUpdateV2` of the board. */
  readonly state: Uint8Array
}

/** The ordered, append-only log of each round. */
export interface LogStore {
  /**
   * Commits all appends in one transaction and answers one result for each. When it resolves, what was appended
   * survives the process and the machine's loss of power. When it rejects, nothing was committed, or everything was and
   * the database's answer was lost: append the same again. An event that is there already answers `duplicate`, and a
   * board update that is there twice changes nothing.
   */
  append(appends: readonly Append[]): Promise<AppendResult[]>

  /**
   * Entries with `after < seq`, in order, at most `limit`. Readers on other nodes never see a gap: commit order is `seq`
   * order. Rejects with `StoreDamaged` where an entry is not what was written.
   */
  read(roundId: string, range: { readonly after: number; readonly limit: number }): Promise<Entry[]>

  /** All events of a round with `after < seq`, in order, without the board's entries. */
  readEvents(roundId: string, after: number): Promise<EventEntry[]>

  /** Undefined for a round that does not exist. */
  head(roundId: string): Promise<LogHead | undefined>

  /** The newest snapshot whose digest still matches its bytes; a damaged one is passed over. */
  latestSnapshot(roundId: string): Promise<Snapshot | undefined>
  /** Keeps the newest ten of a round. Rejects a snapshot of more than the log holds. */
  putSnapshot(roundId: string, snapshot: Snapshot): Promise<void>
}
