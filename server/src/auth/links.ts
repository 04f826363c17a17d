import type { Role } from '@drawbar/shared/people/role.ts'
import type { Link } from '@drawbar/shared/wire/http.ts'
import type { Bus } from '../bus/bus.ts'
import type { Rounds } from '../rooms/live-round.ts'
import { done, refused, type Outcome } from '../rooms/refusal.ts'
import type { RoomStore, StoredLink, StoredParticipant } from '../store/room-store.ts'
import { newLink } from './create-room.ts'
import { newSecret, type RandomBytes } from './secret.ts'

export const LINKS_PER_ROOM = 100

/** A link as interviewers see it. */
export function publicLink(link: StoredLink): Link {
  return { id: link.id, role: link.role, createdAt: link.createdAt, revokedAt: link.revokedAt }
}

/** Makes one more link for a role. The capability is told this once. */
export async function addLink(options: {
  readonly rooms: RoomStore
  readonly random: RandomBytes
  readonly now: number
  readonly roomId: string
  readonly role: Role
}): Promise<Outcome<{ readonly link: Link; readonly capability: string }>> {
  const { rooms, random, now, roomId, role } = options
  const links = await rooms.linksOf(roomId)
  if (links.length >= LINKS_PER_ROOM) {
    return refused('conflict', `A room has at most ${LINKS_PER_ROOM} links, revoked ones included.`)
  }
  const capability = newSecret(random)
  const link = newLink({ roomId, role, capability, random, now })
  await rooms.addLink(link)
  return done({ link: publicLink(link), capability })
}

/** Revokes a link and ends the sessions of everyone who joined by it, on every server process. */
export async function revokeLink(options: {
  readonly rooms: RoomStore
  readonly rounds: Rounds
  readonly bus: Bus
  readonly now: number
  readonly by: StoredParticipant
  readonly linkId: string
}): Promise<Outcome<Link>> {
  const { rooms, rounds, bus, now, by, linkId } = options
  const { roomId } = by
  const found = (await rooms.linksOf(roomId)).find((link) => link.id === linkId)
  if (!found) return refused('not-found', 'This room has no such link.')
  if (linkId === by.linkId) {
    return refused(
      'conflict',
      'This is the link you joined by yourself: revoking it would put you out of the room.',
      'Make a new interviewer link, join by it, and revoke this one from there.',
    )
  }
  await rooms.revokeLink({ roomId, linkId, at: now })
  await dropRevoked({ rooms, rounds, roomId })
  for (const round of await rooms.roundsOf(roomId)) bus.publish(round.id, { kind: 'access-changed' })
  const links = await rooms.linksOf(roomId)
  return done(publicLink(links.find((link) => link.id === linkId) ?? found))
}

async function dropRevoked(options: {
  readonly rooms: RoomStore
  readonly rounds: Rounds
  readonly roomId: string
}): Promise<void> {
  const { rooms, rounds, roomId } = options
  const [links, people] = await Promise.all([rooms.linksOf(roomId), rooms.participantsOf(roomId)])
  const good = new Set(links.filter((link) => link.revokedAt === null).map((link) => link.id))
  const stillIn = new Set(people.filter((person) => good.has(person.linkId)).map((person) => person.id))
  for (const round of rounds.live) {
    if (round.roomId === roomId) round.dropUnless((participantId) => stillIn.has(participantId))
  }
}
