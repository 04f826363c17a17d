import { audienceOf, type InterviewEvent } from '../interview/event.ts'
import type { EventEntry } from '../log/entry.ts'
import type { Participant } from '../people/participant.ts'

export const ALICE: Participant = { id: 'alice', name: 'Alice', color: '#2563eb', role: 'interviewer' }
export const BOB: Participant = { id: 'bob', name: 'Bob', color: '#d9480f', role: 'candidate' }
export const OLGA: Participant = { id: 'olga', name: 'Olga', color: '#2b8a3e', role: 'observer' }

/** Entries made one second apart from `START`, each in the audience its maker's role gives it. */
export const START = 1_700_000_000_000

export function logOf(events: readonly (readonly [Participant, InterviewEvent])[]): EventEntry[] {
  return events.map(([by, event], index) => ({
    kind: 'event',
    seq: index + 1,
    at: START + index * 1000,
    by: by.id,
    audience: audienceOf(event.type, by.role),
    commandId: `command-${index + 1}`,
    event,
  }))
}
