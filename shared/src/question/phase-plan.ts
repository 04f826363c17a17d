import { z } from 'zod'
import type { Length } from './level.ts'
import type { Question } from './question.ts'

/** A phase of the interview and how many minutes it is given. */
export const phaseSchema = z.object({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: z.string().min(1).max(60),
  minutes: z.number().int().min(1).max(60),
  watchFor: z.string().max(200).optional(),
})
export type Phase = z.infer<typeof phaseSchema>

/** Phases in order for each length; a length that is missing uses the default plan. */
export const phasePlansSchema = z
  .object({
    35: z.array(phaseSchema).min(2).max(12),
    45: z.array(phaseSchema).min(2).max(12),
    60: z.array(phaseSchema).min(2).max(12),
  })
  .partial()

/** Minutes for 35, 45 and 60 in that order. */
interface DefaultPhase {
  readonly id: string
  readonly name: string
  readonly minutes: readonly [number, number, number]
  readonly watchFor?: string
}

const DESIGN_PHASES: readonly DefaultPhase[] = [
  { id: 'intro', name: 'Intro and prompt', minutes: [2, 3, 5] },
  {
    id: 'requirements',
    name: 'Requirements and scope',
    minutes: [5, 6, 8],
    watchFor: 'Asks before drawing; splits functional from non-functional; says what is out of scope',
  },
  {
    id: 'estimation',
    name: 'Estimation',
    minutes: [3, 4, 5],
    watchFor: 'Only the numbers that will change the design',
  },
  {
    id: 'api-data',
    name: 'API and data model',
    minutes: [4, 5, 7],
    watchFor: 'Entities, contracts, keys',
  },
  {
    id: 'high-level',
    name: 'High-level design',
    minutes: [10, 12, 15],
    watchFor: 'A complete path end to end, then a stop',
  },
  {
    id: 'deep-dive',
    name: 'Deep dives',
    minutes: [8, 10, 14],
    watchFor: 'One hard part (mid), two (senior and staff), chosen by the candidate from senior up',
  },
  {
    id: 'constraint',
    name: 'Constraint and failure',
    minutes: [2, 3, 4],
    watchFor: 'Redesigns calmly; knows the blast radius',
  },
  { id: 'wrap-up', name: 'Wrap-up', minutes: [1, 2, 2], watchFor: 'A summary and what would come next' },
]

/** A told experience is drawn from early on: the sketch is what the probes and the constraint hold on to. */
const EXPERIENCE_PHASES: readonly DefaultPhase[] = [
  { id: 'intro', name: 'Intro and prompt', minutes: [2, 3, 4] },
  {
    id: 'situation',
    name: 'Situation and task',
    minutes: [5, 6, 8],
    watchFor: 'One concrete case, its size in numbers, and what was asked of this person',
  },
  {
    id: 'sketch',
    name: 'The system, drawn',
    minutes: [7, 9, 12],
    watchFor: 'The board shows what was really there, the sore spot included',
  },
  {
    id: 'action',
    name: 'What was done',
    minutes: [9, 12, 16],
    watchFor: '"I" where it was them, "we" where it was not; what was considered and dropped',
  },
  {
    id: 'result',
    name: 'What came of it',
    minutes: [4, 5, 7],
    watchFor: 'A measure before and after, and what was not solved',
  },
  {
    id: 'constraint',
    name: 'The same again, otherwise',
    minutes: [6, 7, 10],
    watchFor: 'Carries the lesson over to a case they have not rehearsed',
  },
  { id: 'wrap-up', name: 'Wrap-up', minutes: [2, 3, 3], watchFor: 'What they would do differently' },
]

const DEFAULT_PHASES: Record<Question['kind'], readonly DefaultPhase[]> = {
  design: DESIGN_PHASES,
  experience: EXPERIENCE_PHASES,
}

const COLUMN: Record<Length, 0 | 1 | 2> = { 35: 0, 45: 1, 60: 2 }

/** The plan a question has for a length: its own, else the default one of its kind. Minutes add up to the length. */
export function phasePlan(length: Length, question: Pick<Question, 'kind' | 'phases'>): Phase[] {
  const own = question.phases[length]
  if (own) return own
  return DEFAULT_PHASES[question.kind].map((phase) => ({ ...phase, minutes: phase.minutes[COLUMN[length]] }))
}
