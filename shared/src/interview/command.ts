import { z } from 'zod'
import { rungSchema } from '../question/question.ts'
import { evidenceSchema } from './evidence.ts'
import { markSchema, NOTE_LENGTH } from './event.ts'
import { shareChoiceSchema } from './share-choice.ts'
import { MAX_WALK_STOPS, walkIdSchema, walkPageIdSchema, walkPathSchema } from './walk.ts'

/** Made by the client, so that a command sent twice is one event. */
export const commandIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

const id = commandIdSchema
const noteText = z.string().trim().min(1, 'A note needs some text.').max(NOTE_LENGTH)
const noteId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const questionPart = z.string().min(1).max(120)

/** Body of `POST /api/rounds/:roundId/commands`: what a participant asks for. The server decides; see `decide.ts`. */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({ id, type: z.literal('start-round') }),
  z.object({ id, type: z.literal('present-prompt') }),
  z.object({ id, type: z.literal('start-phase'), phaseId: questionPart }),
  z.object({ id, type: z.literal('pause-clock') }),
  z.object({ id, type: z.literal('resume-clock') }),
  z.object({ id, type: z.literal('reveal-follow-up'), followUpId: questionPart }),
  z.object({ id, type: z.literal('reveal-hint'), followUpId: questionPart, rung: rungSchema }),
  z.object({ id, type: z.literal('play-constraint'), cardId: questionPart }),
  z.object({
    id,
    type: z.literal('mark-item'),
    itemId: questionPart,
    mark: markSchema.nullable(),
    evidence: evidenceSchema.nullable(),
  }),
  z.object({ id, type: z.literal('take-note'), noteId, text: noteText, evidence: evidenceSchema.nullable() }),
  z.object({ id, type: z.literal('edit-note'), noteId, text: noteText }),
  z.object({ id, type: z.literal('remove-note'), noteId }),
  z.object({
    id,
    type: z.literal('start-walk'),
    walkId: walkIdSchema,
    pageId: walkPageIdSchema,
    path: walkPathSchema,
    evidence: evidenceSchema.nullable(),
  }),
  z.object({
    id,
    type: z.literal('step-walk'),
    walkId: walkIdSchema,
    step: z
      .number()
      .int()
      .min(0)
      .max(MAX_WALK_STOPS - 1),
  }),
  z.object({ id, type: z.literal('end-walk'), walkId: walkIdSchema }),
  z.object({ id, type: z.literal('start-debrief') }),
  z.object({ id, type: z.literal('seal-round') }),
  z.object({ id, type: z.literal('share-record'), choice: shareChoiceSchema }),
])
export type Command = z.infer<typeof commandSchema>
export type CommandType = Command['type']

/** A command as a caller writes it: the id is added where it is sent. */
export type CommandBody = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never

/** Answer to an accepted command: the `seq` of the event it caused (the first one's, where it caused several). */
export const commandAcceptedSchema = z.object({ seq: z.number().int().positive() })
