import { z } from 'zod'
import { interviewEventSchema } from '../interview/event.ts'
import { audienceSchema, type Audience } from './audience.ts'
import type { InterviewEvent } from '../interview/event.ts'

/** `by` of what the server itself did (seeding the board, repairing it). */
export const SERVER = 'server'

/**
 * One row of a round's log. `seq` counts from 1 without gaps; `at` is the server's clock in epoch milliseconds;
 * `by` is a participant id or {@link SERVER}.
 */
interface EntryStamp {
  readonly seq: number
  readonly at: number
  readonly by: string
  readonly audience: Audience
}

/** A change of the board: one Yjs update (V1 bytes). */
export interface BoardEntry extends EntryStamp {
  readonly kind: 'board'
  readonly update: Uint8Array
}

/** One fact of the interview. */
export interface EventEntry extends EntryStamp {
  readonly kind: 'event'
  /** The client-made id of the command that caused it, or one the server made. */
  readonly commandId: string
  readonly event: InterviewEvent
}

export type Entry = BoardEntry | EventEntry

/** An event entry as it travels in JSON: control frames, the interview state call, the record. */
export const eventEntrySchema = z.object({
  kind: z.literal('event'),
  seq: z.number().int().positive(),
  at: z.number(),
  by: z.string(),
  audience: audienceSchema,
  commandId: z.string(),
  event: interviewEventSchema,
})

/** A board entry as it travels in JSON: the update in base64. */
export const boardEntryJsonSchema = z.object({
  kind: z.literal('board'),
  seq: z.number().int().positive(),
  at: z.number(),
  by: z.string(),
  audience: audienceSchema,
  update: z.base64(),
})

/** `GET /api/rounds/:roundId/entries`: a page of the log as far as the reader may see it. */
export const entriesPageSchema = z.object({
  entries: z.array(z.discriminatedUnion('kind', [eventEntrySchema, boardEntryJsonSchema])),
  /** Ask again with `after` set to this; null at the log's end. */
  next: z.number().int().nullable(),
})
export type EntriesPage = z.infer<typeof entriesPageSchema>
