import type { StoredAsset } from '../asset-store.ts'
import type { NewEntry } from '../log-store.ts'
import type { StoredLink, StoredParticipant, StoredRoom, StoredRound } from '../room-store.ts'
import type { Store } from '../store.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'

export const NOON = Date.UTC(2030, 0, 1, 12)

/** A room called `id` with one round, `<id>-round`, and a link for each role, `<id>-<role>`. */
export function sampleRoom(id: string): {
  readonly room: StoredRoom
  readonly round: StoredRound
  readonly links: readonly StoredLink[]
} {
  return {
    room: { id, hostName: 'Alice 🎈', createdAt: NOON },
    round: {
      id: `${id}-round`,
      roomId: id,
      question: sampleQuestion(),
      level: 'senior',
      minutes: 45,
      createdAt: NOON,
      epoch: 1,
    },
    links: (['interviewer', 'candidate', 'observer'] as const).map((role) => ({
      id: `${id}-${role}`,
      roomId: id,
      role,
      digest: `digest of ${id}-${role}`,
      createdAt: NOON,
      revokedAt: null,
    })),
  }
}

/** Makes {@link sampleRoom} in `store`; returns the id of its round. */
export async function makeRoom(store: Store, id = 'room'): Promise<string> {
  const made = sampleRoom(id)
  await store.rooms.createRoom(made)
  return made.round.id
}

/** Someone who came by the candidate's link of the sample room. */
export function sampleParticipant(name: string, roomId = 'room'): StoredParticipant {
  return {
    id: name,
    roomId,
    linkId: `${roomId}-candidate`,
    role: 'candidate',
    name,
    color: '#2563eb',
    tokenDigest: `digest of ${name}'s token`,
    joinedAt: NOON,
  }
}

export function sampleImage(roundId: string, name: string, bytes: Uint8Array): StoredAsset {
  return { roundId, name, mimeType: 'image/png', bytes, uploadedBy: 'bob', at: NOON }
}

export function boardEntry(...bytes: readonly number[]): NewEntry & { kind: 'board' } {
  return { kind: 'board', at: NOON, by: 'bob', audience: 'all', update: Uint8Array.from(bytes) }
}

export function eventEntry(commandId: string, by = 'alice'): NewEntry & { kind: 'event' } {
  return { kind: 'event', at: NOON, by, audience: 'all', commandId, event: { type: 'prompt-presented' } }
}
