import { z } from 'zod'
import { lengthSchema, levelSchema } from './level.ts'
import { phasePlan, phaseSchema } from './phase-plan.ts'
import { questionKindSchema, questionSchema, type Question } from './question.ts'

/** What anyone may know of a question: one row of `GET /api/questions`. */
export const catalogueEntrySchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: questionKindSchema,
  levels: z.array(levelSchema),
  topics: z.array(z.string()),
  minutes: z.array(lengthSchema),
  summary: z.string(),
  /** The pack it comes from; null for the questions that come with Drawbar. */
  pack: z.string().nullable(),
  /** Whether the whole of it may be read outside a room. */
  readable: z.boolean(),
})
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>

export const catalogueSchema = z.object({ questions: z.array(catalogueEntrySchema) })

/** `GET /api/question-terms?text=`: ids of questions with such a term. What their terms are is not told. */
export const questionsByTermSchema = z.object({ ids: z.array(z.string()) })

/** `GET /api/questions/:questionId?spoilers=accepted`: all of a question, for someone who prepares to interview. */
export const wholeQuestionSchema = z.object({
  question: questionSchema,
  /** The plan for each length it is offered in, the default ones included. */
  plans: z.array(z.object({ minutes: lengthSchema, phases: z.array(phaseSchema) })),
})
export type WholeQuestion = z.infer<typeof wholeQuestionSchema>

/** The public cut of a question. Fields are named one by one so that a new field stays private until it is added here. */
export function catalogueEntry(
  question: Question,
  { pack, readable }: Pick<CatalogueEntry, 'pack' | 'readable'>,
): CatalogueEntry {
  return {
    id: question.id,
    title: question.title,
    kind: question.kind,
    levels: question.levels,
    topics: question.topics,
    minutes: question.minutes,
    summary: question.summary,
    pack,
    readable,
  }
}

/** All of a question, for whoever may read it outside a room. */
export function wholeQuestion(question: Question): WholeQuestion {
  const plans = question.minutes.map((minutes) => ({ minutes, phases: phasePlan(minutes, question) }))
  return { question, plans }
}
