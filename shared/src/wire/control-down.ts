import { z } from 'zod'
import { eventEntrySchema } from '../log/entry.ts'
import { roleSchema } from '../people/role.ts'

/** First frame on a connection: who you are here, and how far the log has committed. Sent once. */
export const helloSchema = z.object({
  type: z.literal('hello'),
  connectionId: z.string(),
  participantId: z.string(),
  role: roleSchema,
  /** The state the round was in when the connection was made. */
  mayWrite: z.boolean(),
  seq: z.number().int().nonnegative(),
  /** Server clock, epoch milliseconds. */
  serverTime: z.number(),
  schemaHash: z.string(),
  epoch: z.number().int(),
})

/** An event of the interview that you may see, after it has committed. In `seq` order on one connection. */
export const eventMessageSchema = z.object({ type: z.literal('event'), entry: eventEntrySchema })

/** The store does not answer: the board takes no edits until `unfrozen`; keep yours, nothing is lost. */
export const frozenSchema = z.object({ type: z.literal('frozen') })
export const unfrozenSchema = z.object({ type: z.literal('unfrozen') })

/** Some of your records could not stay as you sent them. Their repaired form follows as an update. */
export const repairedSchema = z.object({
  type: z.literal('repaired'),
  repairs: z.array(z.object({ id: z.string(), rule: z.string(), reason: z.string() })),
})

/** The board has grown past half of what one may hold (`limitBytes`, encoded). Sent once a connection. */
export const boardLargeSchema = z.object({ type: z.literal('board-large'), limitBytes: z.number() })

/** The interviewer asks everyone to look at this place. Never stored. */
export const bringHereSchema = z.object({
  type: z.literal('bring-here'),
  by: z.string(),
  pageId: z.string().max(200),
  center: z.object({ x: z.number(), y: z.number() }),
  zoom: z.number().positive(),
})

/** A control message of yours was not carried out. */
export const refusedSchema = z.object({ type: z.literal('refused'), code: z.string(), message: z.string() })

/** The server will close this connection with `draining` in `inMs` milliseconds. */
export const goingAwaySchema = z.object({ type: z.literal('going-away'), inMs: z.number() })

/** Everything the server may say in a control frame. */
export const controlDownSchema = z.discriminatedUnion('type', [
  helloSchema,
  eventMessageSchema,
  frozenSchema,
  unfrozenSchema,
  repairedSchema,
  boardLargeSchema,
  bringHereSchema,
  refusedSchema,
  goingAwaySchema,
])
export type ControlDown = z.infer<typeof controlDownSchema>
