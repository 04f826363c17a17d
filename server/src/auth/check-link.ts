import { done, refused, type Outcome } from '../rooms/refusal.ts'
import type { RoomStore, StoredLink, StoredRoom } from '../store/room-store.ts'
import { digestOf } from './secret.ts'

/** The link a capability opens, with its room; refused by name where it is unknown, of another room, or revoked. */
export async function checkLink(
  rooms: RoomStore,
  claimed: { readonly roomId: string; readonly capability: string },
): Promise<Outcome<{ readonly link: StoredLink; readonly room: StoredRoom }>> {
  const link = await rooms.linkByDigest(digestOf(claimed.capability))
  const room = link && link.roomId === claimed.roomId ? await rooms.room(link.roomId) : undefined
  if (!link || !room) {
    return refused(
      'not-found',
      'This link does not open any room on this server.',
      'Check that the whole link was copied, up to its last character, or ask for it again.',
    )
  }
  if (link.revokedAt !== null) {
    return refused(
      'link-revoked',
      'This link has been revoked.',
      'Ask the interviewer for a new one. Nothing you did in the room is lost.',
    )
  }
  return done({ link, room })
}
