import { PARTICIPANT_COLORS } from '@drawbar/shared/people/participant.ts'
import type { Joined } from '@drawbar/shared/wire/http.ts'
import type { Rounds } from '../rooms/live-round.ts'
import { done, refused, type Outcome } from '../rooms/refusal.ts'
import type { RoomStore, StoredParticipant } from '../store/room-store.ts'
import { publicParticipant } from './authenticate.ts'
import { checkLink } from './check-link.ts'
import { digestOf, newId, newSecret, type RandomBytes } from './secret.ts'

/** How many people a room takes in over its life; a link that went round too far fills no database. */
export const PEOPLE_PER_ROOM = 200

/** Takes someone with a good link into its room and tells the newest round. */
export async function joinRoom(options: {
  readonly rooms: RoomStore
  readonly rounds: Rounds
  readonly random: RandomBytes
  readonly now: number
  readonly claim: { readonly roomId: string; readonly capability: string; readonly name: string }
}): Promise<Outcome<Joined>> {
  const { rooms, rounds, random, now, claim } = options
  const checked = await checkLink(rooms, claim)
  if (!checked.ok) return checked
  const { link, room } = checked.value
  const [people, roundsOfRoom] = await Promise.all([rooms.participantsOf(room.id), rooms.roundsOf(room.id)])
  if (people.length >= PEOPLE_PER_ROOM) {
    return refused('conflict', `This room has taken in ${PEOPLE_PER_ROOM} people, and takes no more.`)
  }
  const newest = roundsOfRoom.at(-1)
  if (!newest) return refused('not-found', 'This room has no round.')

  // Loaded before anything is kept: while the store is away nobody joins half.
  const opened = await rounds.open(newest.id)
  if (!opened.ok) return opened
  const token = newSecret(random)
  const participant: StoredParticipant = {
    id: newId(random),
    roomId: room.id,
    linkId: link.id,
    role: link.role,
    name: claim.name,
    color: nextColor(people),
    tokenDigest: digestOf(token),
    joinedAt: now,
  }
  await rooms.addParticipant(participant)
  const told = await opened.value.joined(publicParticipant(participant))
  if (!told.ok) return told
  return done({
    token,
    participantId: participant.id,
    role: link.role,
    roomId: room.id,
    roundId: newest.id,
  })
}

/** The colour that is worn least, the first of them in the palette's order. */
export function nextColor(people: readonly { readonly color: string }[]): string {
  let best: string = PARTICIPANT_COLORS[0]
  let wornBest = Number.POSITIVE_INFINITY
  for (const color of PARTICIPANT_COLORS) {
    const worn = people.filter((person) => person.color === color).length
    if (worn < wornBest) {
      best = color
      wornBest = worn
    }
  }
  return best
}
