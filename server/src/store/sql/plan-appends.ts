import type { Append, AppendResult, LogHead, NewEntry } from '../log-store.ts'

/** The seq of the first event of each command that is in the log, by round and command id. */
export type KnownCommands = ReadonlyMap<string, ReadonlyMap<string, number>>

/** A new entry with its place in the log. `part` counts the events of one command from 0; null for the board's. */
export interface PlacedEntry {
  readonly roundId: string
  readonly seq: number
  readonly part: number | null
  readonly entry: NewEntry
}

export interface AppendPlan {
  /** One for each append, in their order. */
  readonly results: readonly AppendResult[]
  readonly placed: readonly PlacedEntry[]
  /** Of the rounds that grow. */
  readonly heads: ReadonlyMap<string, LogHead>
}

/**
 * Decides what becomes of each append, one after the other, as if each were alone. `heads` and `known` are what the
 * log holds under lock; a round without a head does not exist.
 */
export function planAppends(log: {
  readonly appends: readonly Append[]
  readonly heads: ReadonlyMap<string, LogHead>
  readonly known: KnownCommands
}): AppendPlan {
  const grown = new Map<string, LogHead>()
  const fresh = new Map<string, Map<string, number>>()
  const placed: PlacedEntry[] = []

  function seqOfCommand(roundId: string, commandId: string): number | undefined {
    return fresh.get(roundId)?.get(commandId) ?? log.known.get(roundId)?.get(commandId)
  }

  function place({ roundId, entries, expectEventSeq }: Append): AppendResult {
    const head = grown.get(roundId) ?? log.heads.get(roundId)
    if (!head) return { kind: 'no-round' }
    for (const entry of entries) {
      const seq = entry.kind === 'event' ? seqOfCommand(roundId, entry.commandId) : undefined
      if (seq !== undefined) return { kind: 'duplicate', seq }
    }
    if (expectEventSeq !== undefined && expectEventSeq !== head.eventSeq) return { kind: 'conflict' }

    let { seq, eventSeq } = head
    const firstSeqs = fresh.get(roundId) ?? new Map<string, number>()
    const parts = new Map<string, number>()
    for (const entry of entries) {
      seq += 1
      if (entry.kind === 'board') {
        placed.push({ roundId, seq, part: null, entry })
        continue
      }
      eventSeq = seq
      const part = parts.get(entry.commandId) ?? 0
      parts.set(entry.commandId, part + 1)
      if (part === 0) firstSeqs.set(entry.commandId, seq)
      placed.push({ roundId, seq, part, entry })
    }
    fresh.set(roundId, firstSeqs)
    grown.set(roundId, { seq, eventSeq })
    return { kind: 'appended', firstSeq: head.seq + 1, lastSeq: seq }
  }

  const results = log.appends.map(place)
  return { results, placed, heads: grown }
}
