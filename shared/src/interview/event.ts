import { z } from 'zod'
import { participantSchema } from '../people/participant.ts'
import type { Role } from '../people/role.ts'
import type { Audience } from '../log/audience.ts'
import { rungSchema } from '../question/question.ts'
import { evidenceSchema } from './evidence.ts'
import { shareChoiceSchema } from './share-choice.ts'
import { walkIdSchema, walkPageIdSchema, walkPathSchema } from './walk.ts'

/** What a checklist item was found to be; `null` takes an earlier mark back. */
export const markSchema = z.enum(['seen', 'partly', 'missed'])
export type Mark = z.infer<typeof markSchema>

/** The longest note, in characters. */
export const NOTE_LENGTH = 4000

const participantJoined = z.object({ type: z.literal('participant-joined'), participant: participantSchema })
/** The clock starts and the first phase of the plan with it. */
const roundStarted = z.object({ type: z.literal('round-started'), phaseId: z.string() })
const promptPresented = z.object({ type: z.literal('prompt-presented') })
const phaseStarted = z.object({ type: z.literal('phase-started'), phaseId: z.string() })
const clockPaused = z.object({ type: z.literal('clock-paused') })
const clockResumed = z.object({ type: z.literal('clock-resumed') })
const followUpRevealed = z.object({ type: z.literal('follow-up-revealed'), followUpId: z.string() })
const hintRevealed = z.object({
  type: z.literal('hint-revealed'),
  followUpId: z.string(),
  rung: rungSchema,
})
const constraintPlayed = z.object({ type: z.literal('constraint-played'), cardId: z.string() })
const itemMarked = z.object({
  type: z.literal('item-marked'),
  itemId: z.string(),
  mark: markSchema.nullable(),
  evidence: evidenceSchema.nullable(),
})
const noteTaken = z.object({
  type: z.literal('note-taken'),
  noteId: z.string(),
  text: z.string().min(1).max(NOTE_LENGTH),
  evidence: evidenceSchema.nullable(),
})
const noteEdited = z.object({
  type: z.literal('note-edited'),
  noteId: z.string(),
  text: z.string().min(1).max(NOTE_LENGTH),
})
const noteRemoved = z.object({ type: z.literal('note-removed'), noteId: z.string() })
/** Someone goes through a request on the board, for everyone to follow. One that was under way is over with it. */
const walkStarted = z.object({
  type: z.literal('walk-started'),
  walkId: walkIdSchema,
  pageId: walkPageIdSchema,
  path: walkPathSchema,
  evidence: evidenceSchema.nullable(),
})
/** `step` counts from 0, the place in the path. */
const walkStepped = z.object({
  type: z.literal('walk-stepped'),
  walkId: walkIdSchema,
  step: z.number().int().nonnegative(),
})
const walkEnded = z.object({ type: z.literal('walk-ended'), walkId: walkIdSchema })
/** The interview is over, the board still open: talk it through. */
const debriefStarted = z.object({ type: z.literal('debrief-started') })
/** The board is frozen and the record made. Nothing but sharing follows. */
const roundSealed = z.object({ type: z.literal('round-sealed') })
const recordShared = z.object({ type: z.literal('record-shared'), choice: shareChoiceSchema })

/** One fact of the interview, as stored and as sent. Stamped with `seq`, `at` and `by` by its {@link EventEntry}. */
export const interviewEventSchema = z.discriminatedUnion('type', [
  participantJoined,
  roundStarted,
  promptPresented,
  phaseStarted,
  clockPaused,
  clockResumed,
  followUpRevealed,
  hintRevealed,
  constraintPlayed,
  itemMarked,
  noteTaken,
  noteEdited,
  noteRemoved,
  walkStarted,
  walkStepped,
  walkEnded,
  debriefStarted,
  roundSealed,
  recordShared,
])
export type InterviewEvent = z.infer<typeof interviewEventSchema>
export type InterviewEventType = InterviewEvent['type']

/**
 * Who may receive an event made by someone of `role`. Interviewers share their notes with each other; everyone else's
 * notes are their own. The choice of what to share is the interviewers': the candidate sees its effect in the record.
 */
export function audienceOf(type: InterviewEventType, role: Role): Audience {
  switch (type) {
    case 'item-marked':
    case 'record-shared':
      return 'interviewers'
    case 'note-taken':
    case 'note-edited':
    case 'note-removed':
      return role === 'interviewer' ? 'interviewers' : 'author'
    case 'participant-joined':
    case 'round-started':
    case 'prompt-presented':
    case 'phase-started':
    case 'clock-paused':
    case 'clock-resumed':
    case 'follow-up-revealed':
    case 'hint-revealed':
    case 'constraint-played':
    case 'walk-started':
    case 'walk-stepped':
    case 'walk-ended':
    case 'debrief-started':
    case 'round-sealed':
      return 'all'
  }
}
