import type { Mark } from '../interview/event.ts'
import { RUNG_NAMES } from '../question/question.ts'
import type { SessionRecord, TimelineItem } from './record.ts'

/** The words both reports share. */

export const MARK_NAMES: Record<Mark, string> = { seen: 'Seen', partly: 'Partly', missed: 'Missed' }

/** A clock reading as people say it: `7:05`, and `1:02:09` past the hour. */
export function clockText(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  const seconds = String(total % 60).padStart(2, '0')
  const minutes = Math.floor(total / 60) % 60
  const hours = Math.floor(total / 3600)
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}

/** A day and time in UTC, the same wherever the report is opened: `2026-11-22 14:05 UTC`. */
export function dateText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

export function percentText(score: number | null): string {
  return score === null ? 'not assessed' : `${Math.round(score * 100)} %`
}

export function questionTitle(record: SessionRecord): string {
  return record.question.presented?.title ?? 'Question not presented'
}

export function personName(record: SessionRecord, participantId: string): string {
  return record.people.find(({ id }) => id === participantId)?.name ?? 'Someone'
}

/** One line of the timeline: what happened, and in its own words what was said or shown. */
export function timelineLine(record: SessionRecord, item: TimelineItem): { what: string; text: string } {
  switch (item.kind) {
    case 'joined':
      return { what: `${personName(record, item.participantId)} joined`, text: '' }
    case 'started':
      return { what: 'Interview started', text: '' }
    case 'presented':
      return { what: 'Question presented', text: '' }
    case 'phase':
      return { what: `Phase: ${item.name}`, text: '' }
    case 'paused':
      return { what: 'Clock paused', text: '' }
    case 'resumed':
      return { what: 'Clock resumed', text: '' }
    case 'follow-up':
      return { what: 'Follow-up', text: item.text }
    case 'hint':
      return { what: `Hint (${RUNG_NAMES[item.rung].toLowerCase()})`, text: item.text }
    case 'constraint':
      return { what: `Constraint: ${item.title}`, text: item.text }
    case 'mark':
      return { what: item.mark === null ? 'Mark taken back' : MARK_NAMES[item.mark], text: item.text }
    case 'note':
      return { what: `Note by ${personName(record, item.by)}`, text: item.text }
    case 'walk':
      return { what: `${personName(record, item.by)} walked a request`, text: walkText(item.stops) }
    case 'debrief':
      return { what: 'Debrief started', text: '' }
    case 'sealed':
      return { what: 'Interview ended', text: '' }
  }
}

function walkText(stops: readonly string[]): string {
  return `${stops.join(' → ')} (${stops.length} steps)`
}
