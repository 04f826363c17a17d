import { z } from 'zod'
import { dimensionIdSchema } from './dimension.ts'
import { lengthSchema, levelSchema } from './level.ts'
import { phasePlansSchema } from './phase-plan.ts'

/** A short text on one line. */
const line = z.string().trim().min(1).max(400)
/** A paragraph or a few; Markdown's inline marks and lists, no headings, no HTML. */
const prose = z.string().trim().min(1).max(4000)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by single hyphens')

/**
 * The name of the question's folder; before it, for a question of a pack, the pack's id and a colon, so that packs need
 * not know of each other.
 */
export const questionIdSchema = z
  .string()
  .max(120)
  .regex(
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*:)?[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'lower-case words joined by single hyphens',
  )

export const QUESTION_KINDS = ['design', 'experience'] as const
export const questionKindSchema = z.enum(QUESTION_KINDS)

/** What the prompt leaves out until the candidate asks. */
export const requirementsSchema = z.object({
  functional: z.array(line).min(1),
  nonFunctional: z.array(line).min(1),
  scale: z.array(line).min(1),
  outOfScope: z.array(line),
})

/** What one pass over it should put into an interviewer's head: three minutes of reading at most. */
export const briefSchema = z.object({
  intent: prose,
  deepDives: z.array(z.object({ title: line, why: prose })).length(2),
  rabbitHoles: z.array(line).min(1),
  say: z.object({ open: line, steer: line, close: line }),
  answers: z.object({ weak: prose, fair: prose, good: prose, excellent: prose }),
})

/** Three rungs, each giving away more than the one before. */
export const hintsSchema = z.object({ nudge: line, pointer: line, giveAway: line })

/** The parts of a told experience, in the order they are told. */
export const STAR_PARTS = ['situation', 'task', 'action', 'result'] as const
const starPartSchema = z.enum(STAR_PARTS)
export type StarPart = z.infer<typeof starPartSchema>
export const STAR_NAMES: Record<StarPart, string> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
}

export const followUpSchema = z.object({
  id: slug,
  /** The part of a story it probes; `experience` questions only. */
  star: starPartSchema.optional(),
  question: line,
  hints: hintsSchema,
  goodAnswer: prose,
})

export const checklistItemSchema = z.object({
  id: slug,
  dimension: dimensionIdSchema,
  /** The part of a story it is heard in; `experience` questions only. */
  star: starPartSchema.optional(),
  /** What the interviewer looks for, said so that it can be ticked while listening. */
  text: line,
  mid: line,
  senior: line,
  staff: line,
})

/** "Traffic times a hundred", "a region is gone": played by the interviewer late in the round. */
export const constraintCardSchema = z.object({ id: slug, title: line, card: line, goodAdaptation: prose })

/**
 * One input of an estimate. `low` and `high` bound what a reasonable candidate may assume; `unit` is read by people.
 */
export const estimationInputSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
    name: line,
    unit: z.string().min(1).max(40),
    value: z.number().positive(),
    low: z.number().positive(),
    high: z.number().positive(),
  })
  .refine((input) => input.low <= input.value && input.value <= input.high, 'value lies between low and high')

/** One result: an arithmetic expression over input ids and earlier result ids; the accepted band follows from it. */
export const estimationResultSchema = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  name: line,
  unit: z.string().min(1).max(40),
  expression: z.string().min(1).max(200),
  why: line,
})

export const estimationSchema = z.object({
  inputs: z.array(estimationInputSchema).min(1),
  results: z.array(estimationResultSchema).min(1),
})

/** An accepted design. There is never only one. */
export const referenceDesignSchema = z.object({
  title: line,
  /** Two or three sentences on when this is the right design. */
  when: prose,
  /** Mermaid flowchart source. */
  flowchart: z.string().min(1).max(8000),
  /** Mermaid sequence diagram source, where time matters. */
  sequence: z.string().min(1).max(8000).optional(),
})

/** What is there already when the candidate begins, for questions about a system that exists. Everybody sees it. */
export const starterSchema = z.object({
  /** Mermaid flowchart source; each box with its kind, as in a reference design. */
  flowchart: z.string().min(1).max(8000),
  /** Whether its shapes are locked where they stand until somebody unlocks them. */
  locked: z.boolean(),
})
export type QuestionStarter = z.infer<typeof starterSchema>

/**
 * Everything an interviewer can know about a question. Only the server and interviewers hold it whole; what anyone
 * else may see of it is cut by {@link file://./question-view.ts}.
 */
export const questionSchema = z.object({
  id: questionIdSchema,
  title: z.string().trim().min(1).max(90),
  kind: questionKindSchema,
  /** What the question exercises, without giving its answer away. Public. */
  summary: line,
  topics: z.array(slug).min(1).max(8),
  levels: z.array(levelSchema).min(1),
  minutes: z.array(lengthSchema).min(1),
  /** What the candidate reads, in Markdown. */
  prompt: prose,
  requirements: requirementsSchema,
  brief: briefSchema,
  framework: z.array(z.object({ step: line, detail: prose })).min(3),
  keyPoints: z.array(line).min(3),
  terms: z.array(z.object({ term: line, meaning: line })).min(1),
  mistakes: z.array(line).min(2),
  followUps: z.array(followUpSchema).min(3),
  checklist: z.array(checklistItemSchema).min(8).max(14),
  constraints: z.array(constraintCardSchema).min(4).max(8),
  estimation: estimationSchema,
  references: z.array(referenceDesignSchema).max(3),
  /** Goes on the board when the prompt is presented. */
  starter: starterSchema.optional(),
  phases: phasePlansSchema,
  /** Where a figure or claim of ours differs from a common one, and why. */
  notes: z.array(line),
})
export type Question = z.infer<typeof questionSchema>
export type FollowUp = z.infer<typeof followUpSchema>
export type ChecklistItem = z.infer<typeof checklistItemSchema>
export type ConstraintCard = z.infer<typeof constraintCardSchema>

/** The three rungs, least giving first. */
export const RUNGS = ['nudge', 'pointer', 'giveAway'] as const
export const rungSchema = z.enum(RUNGS)
export type Rung = z.infer<typeof rungSchema>
export const RUNG_NAMES: Record<Rung, string> = { nudge: 'Nudge', pointer: 'Pointer', giveAway: 'Give-away' }
