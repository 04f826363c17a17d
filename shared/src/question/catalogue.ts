import { z } from 'zod'
import { lengthSchema, levelSchema } from './level.ts'
import { questionKindSchema, type Question } from './question.ts'

/** What anyone may know of a question: one row of `GET /api/questions`. */
export const catalogueEntrySchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: questionKindSchema,
  levels: z.array(levelSchema),
  topics: z.array(z.string()),
  minutes: z.array(lengthSchema),
  summary: z.string(),
})
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>

export const catalogueSchema = z.object({ questions: z.array(catalogueEntrySchema) })

/** The public cut of a question. Fields are named one by one so that a new field stays private until it is added here. */
export function catalogueEntry(question: Question): CatalogueEntry {
  return {
    id: question.id,
    title: question.title,
    kind: question.kind,
    levels: question.levels,
    topics: question.topics,
    minutes: question.minutes,
    summary: question.summary,
  }
}
