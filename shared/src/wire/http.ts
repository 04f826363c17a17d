import { z } from 'zod'
import { eventEntrySchema } from '../log/entry.ts'
import { participantNameSchema, participantSchema } from '../people/participant.ts'
import { roleSchema } from '../people/role.ts'
import { lengthSchema, levelSchema } from '../question/level.ts'

/** Body of every refusal: what happened, and where there is one, what to do. */
export const errorBodySchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string().optional() }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>

/** `POST /api/rooms` */
export const createRoomSchema = z.object({
  questionId: z.string().min(1).max(120),
  level: levelSchema.default('senior'),
  minutes: lengthSchema.default(45),
  hostName: participantNameSchema,
})
export type CreateRoom = z.input<typeof createRoomSchema>

export const roomCreatedSchema = z.object({
  roomId: z.string(),
  roundId: z.string(),
  /** `<origin>/r/<roomId>#<capability>`, told this once: the server keeps only a digest. */
  links: z.record(roleSchema, z.string()),
})
export type RoomCreated = z.infer<typeof roomCreatedSchema>

/** `POST /api/join` */
export const joinSchema = z.object({
  roomId: z.string().min(1).max(64),
  capability: z.string().min(1).max(128),
  name: participantNameSchema,
})

export const joinedSchema = z.object({
  token: z.string(),
  participantId: z.string(),
  role: roleSchema,
  roomId: z.string(),
  roundId: z.string(),
})
export type Joined = z.infer<typeof joinedSchema>

/** `POST /api/join/check` `{roomId, capability}`: whether a link is good before a name is asked for, and for which role. */
export const checkLinkSchema = joinSchema.omit({ name: true })
export const linkCheckedSchema = z.object({ role: roleSchema, hostName: z.string() })

/** A link as interviewers see it in a list: never the capability itself. */
export const linkSchema = z.object({
  id: z.string(),
  role: roleSchema,
  createdAt: z.number(),
  revokedAt: z.number().nullable(),
})
export type Link = z.infer<typeof linkSchema>

/** `GET /api/rooms/:roomId`. `links` is there for interviewers only. */
export const roomSchema = z.object({
  roomId: z.string(),
  me: participantSchema,
  people: z.array(participantSchema),
  rounds: z.array(z.object({ roundId: z.string(), createdAt: z.number() })),
  links: z.array(linkSchema).optional(),
})
export type RoomView = z.infer<typeof roomSchema>

/** `POST /api/rooms/:roomId/links` `{role}`: a new link; older ones of the role stay good until revoked. Interviewers. */
export const createLinkSchema = z.object({ role: roleSchema })
export const linkCreatedSchema = z.object({ link: linkSchema, url: z.string() })

/** `GET /api/rounds/:roundId`: the events you may see (fold them), and the server's clock. */
export const roundSchema = z.object({
  roundId: z.string(),
  roomId: z.string(),
  serverTime: z.number(),
  /** The last committed entry of the whole log. */
  seq: z.number().int().nonnegative(),
  events: z.array(eventEntrySchema),
})
export type RoundView = z.infer<typeof roundSchema>

/** `POST /api/rounds/:roundId/assets`, an image as the raw body. `src` goes into the tldraw asset record. */
export const assetStoredSchema = z.object({
  src: z.string(),
  width: z.number(),
  height: z.number(),
  mimeType: z.string(),
})
export type AssetStored = z.infer<typeof assetStoredSchema>
