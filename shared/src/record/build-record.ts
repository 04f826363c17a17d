import { foldEvents } from '../interview/apply-event.ts'
import { clockReading } from '../interview/clock.ts'
import { EMPTY_INTERVIEW, type Interview, type Note } from '../interview/interview.ts'
import { SHARE_NOTHING, type ShareChoice } from '../interview/share-choice.ts'
import { inAudience, type Reader } from '../log/audience.ts'
import type { EventEntry } from '../log/entry.ts'
import { phasePlan, type Phase } from '../question/phase-plan.ts'
import type { Question } from '../question/question.ts'
import type { RoundPlan } from '../question/question-view.ts'
import { checklistResult } from './checklist-result.ts'
import {
  RECORD_VERSION,
  type RecordCopy,
  type RecordItem,
  type RecordNote,
  type SessionRecord,
  type TimelineItem,
} from './record.ts'
import { timeline } from './timeline.ts'

export interface RecordSource {
  readonly copy: RecordCopy
  /** Who will hold this copy. An interviewer who looks at the candidate's copy does not see the candidate's own notes. */
  readonly reader: Reader
  /** Every event of the round, whatever its audience, in `seq` order. */
  readonly entries: readonly EventEntry[]
  readonly question: Question
  readonly plan: RoundPlan
  readonly board: SessionRecord['board']
  readonly roomId: string
  readonly roundId: string
  readonly createdAt: number
  readonly now: number
}

/**
 * The record of a round, in the copy asked for. The candidate's copy holds what everyone saw, the reader's own notes,
 * and of the interviewers' material only what they chose to share.
 */
export function buildRecord(source: RecordSource): SessionRecord {
  const { copy, reader, question, plan, now } = source
  const phases = phasePlan(plan.minutes, question)
  const known = foldEvents(EMPTY_INTERVIEW, source.entries.filter(isInterviewers))
  const choice = known.shared ?? SHARE_NOTHING
  const items = checklistItems(question, known)
  const whole = copy === 'interviewer'
  const readable = source.entries.filter((entry) => mayRead({ entry, reader, copy, choice }))
  return {
    format: 'drawbar-record',
    version: RECORD_VERSION,
    copy,
    roomId: source.roomId,
    roundId: source.roundId,
    exportedAt: now,
    createdAt: source.createdAt,
    startedAt: known.started?.at ?? null,
    endedAt: known.debriefed?.at ?? known.sealed?.at ?? null,
    sealedAt: known.sealed?.at ?? null,
    clockMs: clockReading(known.clock, now),
    level: plan.level,
    minutes: plan.minutes,
    plan: phases.map(({ id, name, minutes }) => ({ id, name, minutes })),
    people: [...known.participants],
    question: {
      presented: whole || known.presented ? presentedOf(question) : null,
      whole: whole ? question : null,
      answers: !whole && choice.answers ? answersOf(question) : null,
    },
    phases: phasesOf(known, phases, now),
    timeline: withoutMarks(timeline({ entries: readable, question, phases }), whole || choice.checklist),
    checklist: whole || choice.checklist ? items : null,
    result: whole || choice.checklist || choice.summary ? checklistResult(items) : null,
    notes: foldEvents(EMPTY_INTERVIEW, readable).notes.map(recordNote),
    message: choice.message,
    shared: whole ? choice : null,
    board: source.board,
  }
}

function isInterviewers(entry: EventEntry): boolean {
  return entry.audience !== 'author'
}

function mayRead(options: {
  entry: EventEntry
  reader: Reader
  copy: RecordCopy
  choice: ShareChoice
}): boolean {
  const { entry, reader, copy, choice } = options
  if (entry.audience === 'all') return true
  if (copy === 'interviewer') return inAudience(reader, entry.audience, entry.by)
  if (entry.audience === 'author') return reader.role !== 'interviewer' && reader.participantId === entry.by
  return isShared(entry, choice)
}

function isShared({ event }: EventEntry, choice: ShareChoice): boolean {
  switch (event.type) {
    case 'item-marked':
      return choice.checklist
    case 'note-taken':
    case 'note-edited':
    case 'note-removed':
      return choice.noteIds.includes(event.noteId)
    default:
      return false
  }
}

function withoutMarks(items: TimelineItem[], keep: boolean): TimelineItem[] {
  if (keep) return items
  return items.filter((item) => item.kind !== 'mark')
}

function checklistItems(question: Question, interview: Interview): RecordItem[] {
  return question.checklist.map(({ id, dimension, text }) => {
    const marked = interview.marks[id]
    return {
      id,
      dimension,
      text,
      mark: marked?.mark ?? null,
      seq: marked?.seq ?? null,
      clockMs: marked?.clockMs ?? null,
      phaseId: marked?.phaseId ?? null,
      evidence: marked?.evidence ?? null,
    }
  })
}

function recordNote(note: Note): RecordNote {
  const { seq, at, by, id, text, editedAt, phaseId, clockMs, evidence } = note
  return { seq, at, by, id, text, editedAt, phaseId, clockMs, evidence }
}

function phasesOf(interview: Interview, plan: readonly Phase[], now: number): SessionRecord['phases'] {
  return interview.phases.map((span) => {
    const planned = plan.find((phase) => phase.id === span.phaseId)
    return {
      phaseId: span.phaseId,
      name: planned?.name ?? span.phaseId,
      plannedMinutes: planned?.minutes ?? null,
      startedAtMs: span.startedAtMs,
      endedAtMs: span.endedAtMs ?? clockReading(interview.clock, now),
    }
  })
}

function presentedOf({ id, title, kind, prompt }: Question): SessionRecord['question']['presented'] {
  return { id, title, kind, prompt }
}

function answersOf(question: Question): SessionRecord['question']['answers'] {
  return {
    keyPoints: question.keyPoints,
    followUps: question.followUps.map(({ question: asked, goodAnswer }) => ({ question: asked, goodAnswer })),
    references: question.references,
  }
}
