import { CLOSE, type CloseCode } from '@drawbar/shared/wire/close-code.ts'
import { PROTOCOL_VERSION } from '@drawbar/shared/wire/protocol-version.ts'
import { authenticate } from '../auth/authenticate.ts'
import type { LiveRound, Rounds } from '../rooms/live-round.ts'
import type { RoomStore, StoredParticipant } from '../store/room-store.ts'
import { REFUSAL_CLOSE } from './refusal-close.ts'
import type { SocketRequest } from './socket-request.ts'

/** How an upgrade ends: with a round to talk to, or with a close code that says why not. */
export type Admission =
  | { readonly ok: true; readonly holder: StoredParticipant; readonly round: LiveRound }
  | { readonly ok: false; readonly close: CloseCode }

/** Decides who may talk to a round. Its order is from what costs nothing to what loads a board. */
export async function admitSocket(options: {
  readonly rooms: RoomStore
  readonly rounds: Rounds
  readonly schemaHash: string
  readonly wanted: SocketRequest
  /** Counts the connection to a room; false where its address has no place left there. */
  readonly enterRoom: (roomId: string) => boolean
}): Promise<Admission> {
  const { rooms, rounds, schemaHash, wanted, enterRoom } = options
  const outdated =
    !wanted.speaksOurs ||
    (wanted.version !== undefined && wanted.version !== PROTOCOL_VERSION) ||
    (wanted.schemaHash !== undefined && wanted.schemaHash !== schemaHash)
  if (outdated) return turnedAway(CLOSE.outdated)

  const holder = await authenticate(rooms, wanted.token)
  if (!holder.ok) return turnedAway(CLOSE.signedOut)
  if (!enterRoom(holder.value.roomId)) return turnedAway(CLOSE.rateLimited)
  if (wanted.epoch !== undefined) {
    const stored = await rooms.round(wanted.roundId)
    if (stored && stored.epoch !== wanted.epoch) return turnedAway(CLOSE.epochChanged)
  }
  const opened = await rounds.open(wanted.roundId)
  if (!opened.ok) return turnedAway(REFUSAL_CLOSE[opened.refusal.code])
  if (opened.value.roomId !== holder.value.roomId) return turnedAway(CLOSE.forbidden)
  return { ok: true, holder: holder.value, round: opened.value }
}

function turnedAway(close: CloseCode): Admission {
  return { ok: false, close }
}
