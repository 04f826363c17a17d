import type { EventEntry } from '../log/entry.ts'
import { clockPaused, clockReading, clockRunning } from './clock.ts'
import type { Interview, PhaseSpan, Revealed, Stamp } from './interview.ts'

/**
 * The interview after one more event. Both ends and the replay run this same fold; an entry at or before
 * `interview.seq` changes nothing, so that a redelivered event is harmless.
 */
export function applyEvent(interview: Interview, entry: EventEntry): Interview {
  if (entry.seq <= interview.seq) return interview
  return { ...fold(interview, entry), seq: entry.seq }
}

/** The interview after all `entries`, in their order. */
export function foldEvents(interview: Interview, entries: Iterable<EventEntry>): Interview {
  let folded = interview
  for (const entry of entries) folded = applyEvent(folded, entry)
  return folded
}

/** The phase that lasts now. */
export function currentPhaseId(interview: Interview): string | null {
  return interview.phases.at(-1)?.phaseId ?? null
}

function fold(interview: Interview, entry: EventEntry): Interview {
  const { event } = entry
  const stamp: Stamp = { seq: entry.seq, at: entry.at, by: entry.by }
  const clockMs = clockReading(interview.clock, entry.at)
  switch (event.type) {
    case 'participant-joined': {
      const others = interview.participants.filter((participant) => participant.id !== event.participant.id)
      return { ...interview, participants: [...others, event.participant] }
    }
    case 'round-started':
      return {
        ...interview,
        state: 'live',
        started: stamp,
        clock: clockRunning(interview.clock, entry.at),
        phases: nextPhase(interview, event.phaseId, stamp),
      }
    case 'prompt-presented':
      return { ...interview, presented: stamp }
    case 'phase-started':
      return { ...interview, phases: nextPhase(interview, event.phaseId, stamp) }
    case 'clock-paused':
      return { ...interview, clock: clockPaused(interview.clock, entry.at) }
    case 'clock-resumed':
      return { ...interview, clock: clockRunning(interview.clock, entry.at) }
    case 'follow-up-revealed':
      return reveal(interview, { ...stamp, clockMs, kind: 'follow-up', followUpId: event.followUpId })
    case 'hint-revealed':
      return reveal(interview, {
        ...stamp,
        clockMs,
        kind: 'hint',
        followUpId: event.followUpId,
        rung: event.rung,
      })
    case 'constraint-played':
      return reveal(interview, { ...stamp, clockMs, kind: 'constraint', cardId: event.cardId })
    case 'item-marked': {
      const { [event.itemId]: _previous, ...others } = interview.marks
      if (event.mark === null) return { ...interview, marks: others }
      const marked = {
        ...stamp,
        itemId: event.itemId,
        mark: event.mark,
        phaseId: currentPhaseId(interview),
        clockMs,
        evidence: event.evidence,
      }
      return { ...interview, marks: { ...others, [event.itemId]: marked } }
    }
    case 'note-taken': {
      const note = {
        ...stamp,
        id: event.noteId,
        text: event.text,
        editedAt: null,
        phaseId: currentPhaseId(interview),
        clockMs,
        evidence: event.evidence,
      }
      return { ...interview, notes: [...interview.notes, note] }
    }
    case 'note-edited':
      return {
        ...interview,
        notes: interview.notes.map((note) =>
          note.id === event.noteId ? { ...note, text: event.text, editedAt: entry.at } : note,
        ),
      }
    case 'note-removed':
      return { ...interview, notes: interview.notes.filter((note) => note.id !== event.noteId) }
    case 'walk-started': {
      const { walkId, pageId, path } = event
      return { ...interview, walk: { ...stamp, walkId, pageId, path, step: 0, stepped: stamp } }
    }
    case 'walk-stepped': {
      const { walk } = interview
      if (walk?.walkId !== event.walkId) return interview
      return { ...interview, walk: { ...walk, step: event.step, stepped: stamp } }
    }
    case 'walk-ended':
      return interview.walk?.walkId === event.walkId ? { ...interview, walk: null } : interview
    case 'debrief-started':
      return {
        ...interview,
        state: 'debrief',
        debriefed: stamp,
        clock: clockPaused(interview.clock, entry.at),
        phases: endPhase(interview, entry.at),
      }
    case 'round-sealed':
      return {
        ...interview,
        state: 'sealed',
        sealed: stamp,
        walk: null,
        clock: clockPaused(interview.clock, entry.at),
        phases: endPhase(interview, entry.at),
      }
    case 'record-shared':
      return { ...interview, shared: event.choice }
  }
}

function reveal(interview: Interview, revealed: Revealed): Interview {
  return { ...interview, revealed: [...interview.revealed, revealed] }
}

function nextPhase(interview: Interview, phaseId: string, stamp: Stamp): PhaseSpan[] {
  const startedAtMs = clockReading(interview.clock, stamp.at)
  return [...endPhase(interview, stamp.at), { ...stamp, phaseId, startedAtMs, endedAtMs: null }]
}

function endPhase(interview: Interview, at: number): PhaseSpan[] {
  const endedAtMs = clockReading(interview.clock, at)
  return interview.phases.map((span) => (span.endedAtMs === null ? { ...span, endedAtMs } : span))
}
