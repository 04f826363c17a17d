import { roleSchema } from '@drawbar/shared/people/role.ts'
import { z } from 'zod'

const rememberedRoomSchema = z.object({
  roomId: z.string(),
  roundId: z.string(),
  participantId: z.string(),
  role: roleSchema,
  token: z.string(),
  /** Under which name this person was there. */
  name: z.string(),
  /** The question's title, once this role may know it. */
  title: z.string().nullable(),
  /** The question's id, as soon as the title is known; rooms remembered long ago have none. */
  questionId: z.string().nullable().default(null),
  /** Last time there, epoch milliseconds. */
  at: z.number(),
})

/** A room this browser has been in, with what is needed to go back in. */
export type RememberedRoom = z.infer<typeof rememberedRoomSchema>

const KEY = 'drawbar.rooms'

/** More than anyone looks through; the oldest are forgotten first. */
const MOST_ROOMS = 50

/** The rooms this browser has been in, last one first. `storage` is the browser's localStorage. */
export function rememberedRooms(storage: Storage): RememberedRoom[] {
  const parsed = z.array(z.unknown()).safeParse(parseJson(storage.getItem(KEY) ?? '[]'))
  if (!parsed.success) return []
  return parsed.data.flatMap((row) => {
    const room = rememberedRoomSchema.safeParse(row)
    return room.success ? [room.data] : []
  })
}

/** Puts a room first in the list. One row per participant: an interviewer may also have opened the candidate's link. */
export function rememberRoom(storage: Storage, room: RememberedRoom): void {
  const others = rememberedRooms(storage).filter((other) => other.participantId !== room.participantId)
  save(storage, [room, ...others].slice(0, MOST_ROOMS))
}

/** Adds the question to a remembered room; nothing happens for one that was forgotten. */
export function nameRememberedRoom(
  storage: Storage,
  participantId: string,
  question: { readonly id: string; readonly title: string },
): void {
  save(
    storage,
    rememberedRooms(storage).map((room) =>
      room.participantId === participantId
        ? { ...room, title: question.title, questionId: question.id }
        : room,
    ),
  )
}

export function forgetRoom(storage: Storage, participantId: string): void {
  save(
    storage,
    rememberedRooms(storage).filter((room) => room.participantId !== participantId),
  )
}

function save(storage: Storage, rooms: readonly RememberedRoom[]): void {
  storage.setItem(KEY, JSON.stringify(rooms))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
