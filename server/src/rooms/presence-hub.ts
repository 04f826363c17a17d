import type { Participant } from '@drawbar/shared/people/participant.ts'
import { encodeFrame } from '@drawbar/shared/wire/frame.ts'
import { presenceSchema, type AwarenessState } from '@drawbar/shared/wire/presence.ts'
import { z } from 'zod'
import { decodeAwareness, encodeAwareness, type AwarenessEntry } from './awareness-codec.ts'
import type { RoundLimits } from './limits.ts'
import { parseJson } from './parse-json.ts'
import { TokenBucket } from './token-bucket.ts'

/** A connection as the hub knows it. */
export interface PresenceSource {
  readonly connectionId: string
  readonly participant: Participant
}

/** What a connection is to be sent of one client id: its newest state, or that it left. */
export interface PresenceNews {
  readonly clientId: number
  readonly frame: Uint8Array
  /** The connection it came from, if it is one of this process. */
  readonly from: string | undefined
}

export type PresenceVerdict =
  | { readonly kind: 'taken'; readonly foreign: number }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-large' }

interface PresenceOptions {
  readonly now: () => number
  readonly limits: Pick<RoundLimits, 'awarenessBytes' | 'awarenessPerSecond' | 'presenceTimeoutMs'>
  /** Binds a client id to a connection; false where it is someone else's. */
  hold(clientId: number, source: PresenceSource): boolean
  /** Tells the connections of this process. */
  deliver(news: PresenceNews): void
  /** Tells the other processes. */
  publish(update: Uint8Array): void
}

interface Peer {
  readonly clientId: number
  readonly participantId: string
  /** Undefined for someone connected to another process. */
  readonly source: PresenceSource | undefined
  readonly bucket: TokenBucket | undefined
  clock: number
  state: string
  frame: Uint8Array
  heardAt: number
  /** Whether `state` has changed since it was last told. */
  unsaid: boolean
}

const GONE = 'null'

/** What a client may say of itself; anything else it sends is not passed on. */
const claimSchema = z.object({ presence: presenceSchema })
const stampedSchema = z.object({ owner: z.object({ participantId: z.string() }) })

/** An awareness update without entries, between processes: who is with you? */
const ROLL_CALL = encodeAwareness([])

/**
 * Who is here and what they point at. One client id per connection; the server writes the owner over whatever a client
 * claims, and its own clock, so that nobody can be impersonated, frozen or left behind as a ghost (V1 to V8).
 */
export class PresenceHub {
  readonly #options: PresenceOptions
  readonly #peers = new Map<number, Peer>()
  readonly #clientOf = new Map<string, number>()
  #unsaid = 0

  constructor(options: PresenceOptions) {
    this.#options = options
  }

  /** Whether someone's newest state has yet to be told. */
  get waiting(): boolean {
    return this.#unsaid > 0
  }

  /** One awareness frame of a connection. Entries about others are counted in `foreign` and never passed on. */
  receive(source: PresenceSource, update: Uint8Array): PresenceVerdict {
    const { awarenessBytes } = this.#options.limits
    // Room for the echo of someone else's full state with its owner.
    if (update.byteLength > 2 * awarenessBytes) return { kind: 'too-large' }
    const entries = decodeAwareness(update)
    if (entries === undefined) return { kind: 'malformed' }
    let foreign = 0
    for (const entry of entries) {
      const state = parseJson(entry.json)
      if (state === undefined) return { kind: 'malformed' }
      if (!this.#isOwn(source, entry.clientId, state)) {
        foreign += 1
      } else if (entry.json.length > awarenessBytes) {
        return { kind: 'too-large' }
      } else if (state === null) {
        this.leave(source.connectionId)
      } else {
        this.#say(source, entry.clientId, stamped(source.participant, state))
      }
    }
    return { kind: 'taken', foreign }
  }

  /** The connection is gone, or no longer shows itself. */
  leave(connectionId: string): void {
    const clientId = this.#clientOf.get(connectionId)
    if (clientId === undefined) return
    this.#clientOf.delete(connectionId)
    const peer = this.#peers.get(clientId)
    // A newer connection may have taken the id over.
    if (peer?.source?.connectionId === connectionId) this.#remove(peer)
  }

  /** Everyone's newest state, one frame each. */
  frames(): PresenceNews[] {
    return [...this.#peers.values()].map(newsOf)
  }

  /** The participant who uses a client id at another process. */
  heldElsewhere(clientId: number): string | undefined {
    const peer = this.#peers.get(clientId)
    return peer !== undefined && peer.source === undefined ? peer.participantId : undefined
  }

  /** An update of another process; the owners in it are stamped already. */
  receiveRemote(update: Uint8Array): void {
    const entries = decodeAwareness(update)
    if (entries === undefined) return
    if (entries.length === 0) this.#answerRollCall()
    for (const entry of entries) this.#takeRemote(entry)
  }

  /** Asks the other processes who is with them. */
  callRoll(): void {
    this.#options.publish(ROLL_CALL)
  }

  /** Tells what had to wait because its owner moved too often. */
  flush(): void {
    if (this.#unsaid === 0) return
    for (const peer of this.#peers.values()) {
      if (peer.unsaid && peer.bucket?.take(this.#options.now()) === true) this.#tell(peer)
    }
  }

  /** Forgets those whose process has not been heard of for too long. */
  expire(): void {
    const { now, limits } = this.#options
    for (const peer of this.#peers.values()) {
      if (peer.source === undefined && now() - peer.heardAt > limits.presenceTimeoutMs) this.#remove(peer)
    }
  }

  #isOwn(source: PresenceSource, clientId: number, state: unknown): boolean {
    const own = this.#clientOf.get(source.connectionId)
    if (own !== undefined) return own === clientId
    // What a client echoes of others carries their stamp.
    const stamp = stampedSchema.safeParse(state)
    if (stamp.success && stamp.data.owner.participantId !== source.participant.id) return false
    return state !== null && this.#options.hold(clientId, source)
  }

  #say(source: PresenceSource, clientId: number, state: string): void {
    const { now, limits } = this.#options
    this.#clientOf.set(source.connectionId, clientId)
    const known = this.#peers.get(clientId)
    if (known?.unsaid === true) this.#unsaid -= 1
    const perSecond = limits.awarenessPerSecond
    const peer: Peer = {
      clientId,
      participantId: source.participant.id,
      source,
      bucket: known?.bucket ?? new TokenBucket({ perSecond, burst: perSecond / 3, now: now() }),
      clock: known?.clock ?? 0,
      state,
      frame: known?.frame ?? new Uint8Array(),
      heardAt: now(),
      unsaid: true,
    }
    this.#peers.set(clientId, peer)
    this.#unsaid += 1
    if (peer.bucket?.take(now()) === true) this.#tell(peer)
  }

  #tell(peer: Peer): void {
    this.#unsaid -= 1
    peer.unsaid = false
    // Later than anything this or another process has said under this id, even before a restart.
    peer.clock = Math.max(peer.clock + 1, Math.floor(this.#options.now()))
    const update = encodeAwareness([{ clientId: peer.clientId, clock: peer.clock, json: peer.state }])
    peer.frame = encodeFrame({ type: 'awareness', update })
    this.#options.deliver(newsOf(peer))
    this.#options.publish(update)
  }

  #remove(peer: Peer): void {
    if (peer.unsaid) this.#unsaid -= 1
    this.#peers.delete(peer.clientId)
    const clock = Math.max(peer.clock + 1, Math.floor(this.#options.now()))
    const update = encodeAwareness([{ clientId: peer.clientId, clock, json: GONE }])
    const frame = encodeFrame({ type: 'awareness', update })
    this.#options.deliver({ clientId: peer.clientId, frame, from: peer.source?.connectionId })
    if (peer.source !== undefined) this.#options.publish(update)
  }

  #answerRollCall(): void {
    for (const peer of this.#peers.values()) {
      if (peer.source === undefined || peer.frame.byteLength === 0) continue
      this.#options.publish(
        encodeAwareness([{ clientId: peer.clientId, clock: peer.clock, json: peer.state }]),
      )
    }
  }

  #takeRemote({ clientId, clock, json }: AwarenessEntry): void {
    const known = this.#peers.get(clientId)
    // Whoever is connected here is known better here.
    if (known?.source !== undefined || (known !== undefined && clock < known.clock)) return
    if (json === GONE) {
      if (known !== undefined) this.#remove(known)
      return
    }
    const stamp = stampedSchema.safeParse(parseJson(json))
    if (!stamp.success) return
    const update = encodeAwareness([{ clientId, clock, json }])
    const peer: Peer = {
      clientId,
      participantId: stamp.data.owner.participantId,
      source: undefined,
      bucket: undefined,
      clock,
      state: json,
      frame: encodeFrame({ type: 'awareness', update }),
      heardAt: this.#options.now(),
      unsaid: false,
    }
    this.#peers.set(clientId, peer)
    if (known?.clock !== clock) this.#options.deliver(newsOf(peer))
  }
}

/** The state others receive: the owner as the server knows them, and of the client's claim only what the schema names. */
function stamped({ id, name, color, role }: Participant, state: unknown): string {
  const claim = claimSchema.safeParse(state)
  const full: AwarenessState = {
    owner: { participantId: id, name, color, role },
    presence: claim.success ? claim.data.presence : null,
  }
  return JSON.stringify(full)
}

function newsOf(peer: Peer): PresenceNews {
  return { clientId: peer.clientId, frame: peer.frame, from: peer.source?.connectionId }
}
