import { ROLES, type Role } from '@drawbar/shared/people/role.ts'
import type { Length, Level } from '@drawbar/shared/question/level.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import type { RoomStore, StoredLink } from '../store/room-store.ts'
import { digestOf, newId, newSecret, type RandomBytes } from './secret.ts'

export interface NewRoom {
  readonly roomId: string
  readonly roundId: string
  /** One capability for each role; told once, kept only as digests. */
  readonly capabilities: Readonly<Record<Role, string>>
}

/** Makes a room with one round and a link for each role. */
export async function createRoom(options: {
  readonly rooms: RoomStore
  readonly random: RandomBytes
  readonly now: number
  readonly hostName: string
  readonly question: Question
  readonly level: Level
  readonly minutes: Length
}): Promise<NewRoom> {
  const { rooms, random, now, question, level, minutes } = options
  const roomId = newId(random)
  const roundId = newId(random)
  const capabilities = {
    interviewer: newSecret(random),
    candidate: newSecret(random),
    observer: newSecret(random),
  }
  await rooms.createRoom({
    room: { id: roomId, hostName: options.hostName, createdAt: now },
    round: { id: roundId, roomId, question, level, minutes, createdAt: now, epoch: 1 },
    links: ROLES.map((role) => newLink({ roomId, role, capability: capabilities[role], random, now })),
  })
  return { roomId, roundId, capabilities }
}

/** A link of a room as it is stored. */
export function newLink(options: {
  readonly roomId: string
  readonly role: Role
  readonly capability: string
  readonly random: RandomBytes
  readonly now: number
}): StoredLink {
  const { roomId, role, capability, random, now } = options
  return { id: newId(random), roomId, role, digest: digestOf(capability), createdAt: now, revokedAt: null }
}
