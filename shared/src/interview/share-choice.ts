import { z } from 'zod'

/** What of the interviewer's material the candidate's copy of the record shows. */
export const shareChoiceSchema = z.object({
  /** Checklist items with their marks. */
  checklist: z.boolean(),
  /** The result by dimension, without the items. */
  summary: z.boolean(),
  /** Ids of the interviewer's notes to include. */
  noteIds: z.array(z.string()).max(500),
  /** The follow-ups' good answers, key points and reference designs of the question. */
  answers: z.boolean(),
  /** A few lines to the candidate, written for the record. */
  message: z.string().max(4000),
})
export type ShareChoice = z.infer<typeof shareChoiceSchema>

/** What is shared until the interviewer has chosen: nothing. */
export const SHARE_NOTHING: ShareChoice = {
  checklist: false,
  summary: false,
  noteIds: [],
  answers: false,
  message: '',
}
