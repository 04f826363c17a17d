import { applyEvent } from '../interview/apply-event.ts'
import { clockReading } from '../interview/clock.ts'
import { EMPTY_INTERVIEW } from '../interview/interview.ts'
import type { EventEntry } from '../log/entry.ts'
import type { Phase } from '../question/phase-plan.ts'
import type { Question } from '../question/question.ts'
import type { TimelineItem } from './record.ts'

export interface TimelineSource {
  readonly entries: readonly EventEntry[]
  readonly question: Question
  readonly phases: readonly Phase[]
}

/**
 * The events as a list to read, each with the clock's reading. Notes stand where they were taken, with their last text;
 * removed ones are gone. A walk stands where it began, not once for each step. Sharing is not part of the interview and
 * is left out.
 */
export function timeline({ entries, question, phases }: TimelineSource): TimelineItem[] {
  const lastText = notesLastText(entries)
  const items: TimelineItem[] = []
  let interview = EMPTY_INTERVIEW
  for (const entry of entries) {
    interview = applyEvent(interview, entry)
    const moment = {
      seq: entry.seq,
      at: entry.at,
      by: entry.by,
      clockMs: clockReading(interview.clock, entry.at),
    }
    const item = itemOf({ entry, moment, question, phases, lastText })
    if (item) items.push(item)
  }
  return items
}

function notesLastText(entries: readonly EventEntry[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { event } of entries) {
    if (event.type === 'note-taken' || event.type === 'note-edited') texts.set(event.noteId, event.text)
    if (event.type === 'note-removed') texts.delete(event.noteId)
  }
  return texts
}

function itemOf(options: {
  entry: EventEntry
  moment: { seq: number; at: number; by: string; clockMs: number }
  question: Question
  phases: readonly Phase[]
  lastText: ReadonlyMap<string, string>
}): TimelineItem | undefined {
  const { moment, question } = options
  const { event } = options.entry
  switch (event.type) {
    case 'participant-joined':
      return { ...moment, kind: 'joined', participantId: event.participant.id }
    case 'round-started':
      return { ...moment, kind: 'started' }
    case 'prompt-presented':
      return { ...moment, kind: 'presented' }
    case 'phase-started': {
      const name = options.phases.find((phase) => phase.id === event.phaseId)?.name ?? event.phaseId
      return { ...moment, kind: 'phase', phaseId: event.phaseId, name }
    }
    case 'clock-paused':
      return { ...moment, kind: 'paused' }
    case 'clock-resumed':
      return { ...moment, kind: 'resumed' }
    case 'follow-up-revealed': {
      const { followUpId } = event
      const text = question.followUps.find(({ id }) => id === followUpId)?.question ?? followUpId
      return { ...moment, kind: 'follow-up', followUpId, text }
    }
    case 'hint-revealed': {
      const { followUpId, rung } = event
      const text = question.followUps.find(({ id }) => id === followUpId)?.hints[rung] ?? followUpId
      return { ...moment, kind: 'hint', followUpId, rung, text }
    }
    case 'constraint-played': {
      const { cardId } = event
      const card = question.constraints.find(({ id }) => id === cardId)
      return {
        ...moment,
        kind: 'constraint',
        cardId,
        title: card?.title ?? cardId,
        text: card?.card ?? cardId,
      }
    }
    case 'item-marked': {
      const { itemId, mark, evidence } = event
      const text = question.checklist.find(({ id }) => id === itemId)?.text ?? itemId
      return { ...moment, kind: 'mark', itemId, text, mark, evidence }
    }
    case 'note-taken': {
      const text = options.lastText.get(event.noteId)
      return text === undefined ? undefined : { ...moment, kind: 'note', noteId: event.noteId, text }
    }
    case 'walk-started': {
      const { path, evidence } = event
      return { ...moment, kind: 'walk', stops: path.map(({ label }) => label), evidence }
    }
    case 'debrief-started':
      return { ...moment, kind: 'debrief' }
    case 'round-sealed':
      return { ...moment, kind: 'sealed' }
    case 'note-edited':
    case 'note-removed':
    case 'walk-stepped':
    case 'walk-ended':
    case 'record-shared':
      return undefined
  }
}
