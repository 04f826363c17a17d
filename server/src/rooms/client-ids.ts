import { SERVER } from '@drawbar/shared/log/entry.ts'

/** Someone who is connected and writes, or shows a cursor, under a Yjs client id. */
export interface Holder {
  readonly connectionId: string
  readonly participantId: string
  /** Whether the connection's first step 2 has been taken: what it had, the document has. */
  readonly settled: boolean
}

/** `later`: not while the id's holder may still bring it themselves. */
export type Permit = 'yes' | 'later' | 'no'

interface ClientIdsOptions {
  /** Whether this process is the only one: what a connected person has brought is then all they have. */
  readonly alone: boolean
  /** The participant who uses an id at another process, as far as this one has heard. */
  heldElsewhere(clientId: number): string | undefined
}

/**
 * Who may add to the document under which Yjs client id. Two peers that write different things under one id and
 * clock would part for ever with equal state vectors, so an id belongs to the first participant who writes under it,
 * and to nobody else while they are connected (A5, A6).
 */
export class ClientIds {
  readonly #owners = new Map<number, string>()
  readonly #holders = new Map<number, Holder>()
  readonly #options: ClientIdsOptions

  constructor(options: ClientIdsOptions) {
    this.#options = options
  }

  /** Whether `participantId` may add items under an id in a frame of this kind. */
  mayAdd(clientId: number, participantId: string, kind: 'update' | 'step2'): Permit {
    const holder = this.#holders.get(clientId)
    const elsewhere = this.#options.heldElsewhere(clientId)
    const owner = holder?.participantId ?? elsewhere ?? this.#owners.get(clientId)
    if (owner === undefined || owner === participantId) return 'yes'
    if (kind === 'update') return 'no'
    // After a crash, peers bring what the one who made it has not brought yet.
    if (holder === undefined) return elsewhere === undefined ? 'yes' : 'later'
    if (!holder.settled) return 'yes'
    return this.#options.alone || holder.participantId === SERVER ? 'no' : 'later'
  }

  /** An id in an accepted `update` frame is the sender's from now on. */
  claim(clientId: number, holder: Holder): void {
    if (!this.#owners.has(clientId)) this.#owners.set(clientId, holder.participantId)
    this.#holders.set(clientId, holder)
  }

  /** The server's own id: nobody else's, ever. */
  reserve(clientId: number): void {
    this.claim(clientId, { connectionId: SERVER, participantId: SERVER, settled: true })
  }

  /** Notes that a connection shows itself under an id; false where the id is someone else's. */
  hold(clientId: number, holder: Holder): boolean {
    const owner = this.#owners.get(clientId) ?? this.#options.heldElsewhere(clientId)
    if (owner !== undefined && owner !== holder.participantId) return false
    const current = this.#holders.get(clientId)
    if (current !== undefined && current.participantId !== holder.participantId) return false
    this.#holders.set(clientId, holder)
    return true
  }

  /** Forgets what a connection held. What it owned stays its participant's. */
  release(connectionId: string): void {
    for (const [clientId, holder] of this.#holders) {
      if (holder.connectionId === connectionId) this.#holders.delete(clientId)
    }
  }
}
