import type { Guide } from '@drawbar/shared/question/guide.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import type { Request } from 'express'
import { authenticate, publicParticipant } from '../auth/authenticate.ts'
import { bearerToken } from '../auth/bearer-token.ts'
import type { RandomBytes } from '../auth/secret.ts'
import type { Bus } from '../bus/bus.ts'
import type { Shelf } from '../questions/shelf.ts'
import type { LiveRound, Rounds } from '../rooms/live-round.ts'
import { done, refused, type Outcome } from '../rooms/refusal.ts'
import type { AssetBounds } from '../store/asset-store.ts'
import type { StoredParticipant } from '../store/room-store.ts'
import type { Store } from '../store/store.ts'
import type { Events } from '../telemetry/events.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import { clientAddress } from './client-address.ts'
import type { RateLimits } from './rate-limits.ts'

/** What the routes stand on. */
export interface HttpContext {
  readonly store: Store
  readonly rounds: Rounds
  readonly bus: Bus
  readonly shelf: Shelf
  readonly guide: Guide
  readonly events: Events
  readonly metrics: Metrics
  readonly limits: RateLimits
  /** What the images of a round may come to. */
  readonly images: AssetBounds
  readonly random: RandomBytes
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly publicUrl: string | undefined
  /** Trusted reverse proxies before this server. */
  readonly proxies: number
}

export function addressOf(context: HttpContext, request: Request): string {
  return clientAddress(request, context.proxies)
}

/** The participant who asks, in the room they ask about. */
export async function memberOf(
  context: HttpContext,
  request: Request,
  roomId: string,
): Promise<Outcome<StoredParticipant>> {
  const me = await signedIn(context, request)
  if (!me.ok || me.value.roomId === roomId) return me
  if (await context.store.rooms.room(roomId)) return elsewhere('room')
  return refused('not-found', 'There is no such room on this server.')
}

export interface InRound {
  readonly stored: StoredParticipant
  readonly participant: Participant
  readonly round: LiveRound
}

/** The participant who asks, with the round they ask about. */
export async function inRound(
  context: HttpContext,
  request: Request,
  roundId: string,
): Promise<Outcome<InRound>> {
  const me = await signedIn(context, request)
  if (!me.ok) return me
  const opened = await context.rounds.open(roundId)
  if (!opened.ok) return opened
  if (opened.value.roomId !== me.value.roomId) return elsewhere('round')
  return done({ stored: me.value, participant: publicParticipant(me.value), round: opened.value })
}

/** The holder of the request's token; each one's requests are counted. */
async function signedIn(context: HttpContext, request: Request): Promise<Outcome<StoredParticipant>> {
  const me = await authenticate(context.store.rooms, bearerToken(request.headers.authorization))
  if (!me.ok) return me
  const taken = await context.limits.calls.take(me.value.id)
  return taken.ok ? me : taken
}

function elsewhere(what: 'room' | 'round') {
  return refused(
    'forbidden',
    `Your place is in another room: it does not open this ${what}.`,
    'Open the invitation link of this room.',
  )
}
