import type { EventEntry } from '@drawbar/shared/log/entry.ts'
import { inAudience } from '@drawbar/shared/log/audience.ts'
import type { CloseReason } from '@drawbar/shared/wire/close-code.ts'
import type { ControlDown } from '@drawbar/shared/wire/control-down.ts'
import { encodeFrame } from '@drawbar/shared/wire/frame.ts'
import type { Peer } from './peer.ts'

/** The connections of a round, and what is said to several of them: one frame is built and shared by all who get it. */
export class FanOut {
  readonly #peers = new Map<string, Peer>()

  /** A copy: sending may close a connection, which takes it out. */
  peers(): Peer[] {
    return [...this.#peers.values()]
  }

  get(connectionId: string): Peer | undefined {
    return this.#peers.get(connectionId)
  }

  add(peer: Peer): void {
    this.#peers.set(peer.connectionId, peer)
  }

  /** Takes out exactly this connection, not one that came after it. */
  remove(peer: Peer): void {
    if (this.#peers.get(peer.connectionId) === peer) this.#peers.delete(peer.connectionId)
  }

  /** A board update, to everyone but its sender. */
  update(update: Uint8Array, except?: Peer): void {
    if (this.#peers.size === 0 || (this.#peers.size === 1 && except !== undefined)) return
    this.frame(encodeFrame({ type: 'sync-update', update }), except)
  }

  control(message: ControlDown, except?: Peer): void {
    this.frame(encodeFrame({ type: 'control', json: JSON.stringify(message) }), except)
  }

  /** An event, to its audience only (E4). */
  event(entry: EventEntry): void {
    const message: ControlDown = { type: 'event', entry }
    const frame = encodeFrame({ type: 'control', json: JSON.stringify(message) })
    for (const peer of this.peers()) {
      const reader = { participantId: peer.participantId, role: peer.participant.role }
      if (inAudience(reader, entry.audience, entry.by)) peer.send(frame)
    }
  }

  frame(frame: Uint8Array, except?: Peer): void {
    for (const peer of this.peers()) if (peer !== except) peer.send(frame)
  }

  close(reason: CloseReason): void {
    for (const peer of this.peers()) peer.close(reason)
  }
}
