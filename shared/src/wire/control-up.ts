import { z } from 'zod'

/** Asks everyone in the round to look at a place on the board. Interviewers only. */
export const askBringHereSchema = z.object({
  type: z.literal('bring-here'),
  pageId: z.string().max(200),
  center: z.object({ x: z.number(), y: z.number() }),
  zoom: z.number().positive().max(8),
})

/** Everything a client may say in a control frame. */
export const controlUpSchema = z.discriminatedUnion('type', [askBringHereSchema])
export type ControlUp = z.infer<typeof controlUpSchema>
