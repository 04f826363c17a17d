import type { Participant } from '@drawbar/shared/people/participant.ts'
import { done, refused, type Outcome } from '../rooms/refusal.ts'
import type { RoomStore, StoredParticipant } from '../store/room-store.ts'
import { digestOf } from './secret.ts'

/** Who holds this token. Tokens end with the link they came by. */
export async function authenticate(
  rooms: RoomStore,
  token: string | undefined,
): Promise<Outcome<StoredParticipant>> {
  const holder = token === undefined ? undefined : await rooms.participantByToken(digestOf(token))
  if (holder) return done(holder)
  return refused(
    'signed-out',
    'You are not signed in to this room.',
    'Open your invitation link again. If it has been revoked, ask the interviewer for a new one.',
  )
}

/** What everyone in the room may know of a participant. */
export function publicParticipant(stored: StoredParticipant): Participant {
  return { id: stored.id, name: stored.name, color: stored.color, role: stored.role }
}
