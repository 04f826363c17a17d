import { z } from 'zod'
import { evidenceSchema } from '../interview/evidence.ts'
import { markSchema } from '../interview/event.ts'
import { shareChoiceSchema } from '../interview/share-choice.ts'
import { participantSchema } from '../people/participant.ts'
import { dimensionIdSchema } from '../question/dimension.ts'
import { lengthSchema, levelSchema } from '../question/level.ts'
import { phaseSchema } from '../question/phase-plan.ts'
import {
  questionKindSchema,
  questionSchema,
  referenceDesignSchema,
  rungSchema,
} from '../question/question.ts'

/** Grows by one whenever a reader of the former format would misread the new one. */
export const RECORD_VERSION = 1

export const copySchema = z.enum(['interviewer', 'candidate'])
export type RecordCopy = z.infer<typeof copySchema>

/** `at`: epoch milliseconds. `clockMs`: what the round's clock read. `seq`: the log entry, and so the board's moment. */
const moment = z.object({ seq: z.number(), at: z.number(), clockMs: z.number(), by: z.string() })

export const timelineItemSchema = z.discriminatedUnion('kind', [
  moment.extend({ kind: z.literal('joined'), participantId: z.string() }),
  moment.extend({ kind: z.literal('started') }),
  moment.extend({ kind: z.literal('presented') }),
  moment.extend({ kind: z.literal('phase'), phaseId: z.string(), name: z.string() }),
  moment.extend({ kind: z.literal('paused') }),
  moment.extend({ kind: z.literal('resumed') }),
  moment.extend({ kind: z.literal('follow-up'), followUpId: z.string(), text: z.string() }),
  moment.extend({ kind: z.literal('hint'), followUpId: z.string(), rung: rungSchema, text: z.string() }),
  moment.extend({ kind: z.literal('constraint'), cardId: z.string(), title: z.string(), text: z.string() }),
  moment.extend({
    kind: z.literal('mark'),
    itemId: z.string(),
    text: z.string(),
    mark: markSchema.nullable(),
    evidence: evidenceSchema.nullable(),
  }),
  moment.extend({ kind: z.literal('note'), noteId: z.string(), text: z.string() }),
  moment.extend({
    kind: z.literal('walk'),
    /** What was written on the components then, from the first to the last. */
    stops: z.array(z.string()),
    evidence: evidenceSchema.nullable(),
  }),
  moment.extend({ kind: z.literal('debrief') }),
  moment.extend({ kind: z.literal('sealed') }),
])
export type TimelineItem = z.infer<typeof timelineItemSchema>

export const recordPhaseSchema = z.object({
  phaseId: z.string(),
  name: z.string(),
  plannedMinutes: z.number().nullable(),
  startedAtMs: z.number(),
  endedAtMs: z.number(),
})

export const recordItemSchema = z.object({
  id: z.string(),
  dimension: dimensionIdSchema,
  text: z.string(),
  /** Null: not assessed. */
  mark: markSchema.nullable(),
  seq: z.number().nullable(),
  clockMs: z.number().nullable(),
  phaseId: z.string().nullable(),
  evidence: evidenceSchema.nullable(),
})
export type RecordItem = z.infer<typeof recordItemSchema>

export const dimensionResultSchema = z.object({
  dimension: dimensionIdSchema,
  name: z.string(),
  /** Percent of the whole. */
  weight: z.number(),
  seen: z.number(),
  partly: z.number(),
  missed: z.number(),
  unmarked: z.number(),
  /** (seen + partly / 2) / marked, 0 to 1; null where nothing was marked. */
  score: z.number().nullable(),
})
export type DimensionResult = z.infer<typeof dimensionResultSchema>

export const recordNoteSchema = moment.extend({
  id: z.string(),
  text: z.string(),
  editedAt: z.number().nullable(),
  phaseId: z.string().nullable(),
  evidence: evidenceSchema.nullable(),
})
export type RecordNote = z.infer<typeof recordNoteSchema>

const answersSchema = z.object({
  keyPoints: z.array(z.string()),
  followUps: z.array(z.object({ question: z.string(), goodAnswer: z.string() })),
  references: z.array(referenceDesignSchema),
})

/** A tldraw store snapshot: records by id and the schema they were written with. */
export const boardSnapshotSchema = z.object({
  store: z.record(z.string(), z.looseObject({ id: z.string(), typeName: z.string() })),
  schema: z.looseObject({ schemaVersion: z.number() }),
})

/** `record.json`: everything a copy of the record holds, without the pictures rendered from it. */
export const recordSchema = z.object({
  format: z.literal('drawbar-record'),
  version: z.literal(RECORD_VERSION),
  copy: copySchema,
  roomId: z.string(),
  roundId: z.string(),
  exportedAt: z.number(),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  sealedAt: z.number().nullable(),
  clockMs: z.number(),
  level: levelSchema,
  minutes: lengthSchema,
  plan: z.array(phaseSchema.omit({ watchFor: true })),
  people: z.array(participantSchema),
  question: z.object({
    /** Null in a candidate's copy where the question was never presented. */
    presented: z
      .object({ id: z.string(), title: z.string(), kind: questionKindSchema, prompt: z.string() })
      .nullable(),
    /** All of it, in the interviewer's copy. */
    whole: questionSchema.nullable(),
    /** What the interviewer chose to share of it, in the candidate's copy. */
    answers: answersSchema.nullable(),
  }),
  phases: z.array(recordPhaseSchema),
  timeline: z.array(timelineItemSchema),
  /** Null where it was not shared with the reader of this copy. */
  checklist: z.array(recordItemSchema).nullable(),
  result: z.array(dimensionResultSchema).nullable(),
  notes: z.array(recordNoteSchema),
  /** The interviewer's words to the candidate. */
  message: z.string(),
  /** In the interviewer's copy: what the candidate's copy shows. */
  shared: shareChoiceSchema.nullable(),
  board: boardSnapshotSchema,
})
export type SessionRecord = z.infer<typeof recordSchema>
