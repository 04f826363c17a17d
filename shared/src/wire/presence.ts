import { z } from 'zod'
import { roleSchema } from '../people/role.ts'

const point = z.object({ x: z.number(), y: z.number() })

/** Where someone is and what they point at: the part of an awareness state its owner writes. */
export const presenceSchema = z.object({
  currentPageId: z.string().max(200),
  cursor: z
    .object({ x: z.number(), y: z.number(), type: z.string().max(40), rotation: z.number() })
    .nullable(),
  camera: z.object({ x: z.number(), y: z.number(), z: z.number() }).nullable(),
  screenBounds: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }).nullable(),
  selectedShapeIds: z.array(z.string().max(200)).max(200),
  brush: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }).nullable(),
  /** Laser strokes that are still glowing. */
  scribbles: z
    .array(
      z.object({
        id: z.string().max(100),
        points: z.array(point.extend({ z: z.number().optional() })).max(60),
        size: z.number(),
        color: z.string().max(30),
        opacity: z.number(),
        state: z.enum(['starting', 'paused', 'active', 'complete', 'stopping']),
        delay: z.number(),
        shrink: z.number(),
        taper: z.boolean(),
      }),
    )
    .max(4),
  /** Participant id of whom this person follows. */
  followingUserId: z.string().max(100).nullable(),
  chatMessage: z.string().max(200),
  lastActivityTimestamp: z.number(),
})
export type Presence = z.infer<typeof presenceSchema>

/** The part the server writes over whatever a client claims. */
export const presenceOwnerSchema = z.object({
  participantId: z.string(),
  name: z.string(),
  color: z.string(),
  role: roleSchema,
})
export type PresenceOwner = z.infer<typeof presenceOwnerSchema>

/** One awareness state as others receive it. `presence` is null for someone who has not moved yet. */
export const awarenessStateSchema = z.object({
  owner: presenceOwnerSchema,
  presence: presenceSchema.nullable(),
})
export type AwarenessState = z.infer<typeof awarenessStateSchema>
