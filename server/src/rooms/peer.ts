import type { Participant } from '@drawbar/shared/people/participant.ts'
import { CLOSE, type CloseReason } from '@drawbar/shared/wire/close-code.ts'
import type { ControlDown } from '@drawbar/shared/wire/control-down.ts'
import { encodeFrame, type Frame } from '@drawbar/shared/wire/frame.ts'
import type { Holder } from './client-ids.ts'
import type { RoundLimits } from './limits.ts'
import type { RoundSocket } from './live-round.ts'
import type { RefusedReason } from './telemetry.ts'
import { TokenBucket } from './token-bucket.ts'

/** A frame that waits for the connection's step 2: an update with a gap, or a mark behind one. */
export type HeldFrame =
  | { readonly type: 'sync-update'; readonly update: Uint8Array }
  | { readonly type: 'mark'; readonly n: number }

interface PeerOptions {
  readonly connectionId: string
  readonly participant: Participant
  readonly socket: RoundSocket
  readonly limits: RoundLimits
  readonly now: number
  /** The connection is over: by the server with a code, or by its peer. Called once. */
  onClosed(peer: Peer, code: number | undefined): void
}

interface Mark {
  readonly n: number
  readonly ticket: number
  readonly at: number
}

/** What the server knows of one connection. Decides nothing; bounds what goes in and out. */
export class Peer implements Holder {
  readonly connectionId: string
  readonly participant: Participant
  readonly connectedAt: number
  /** Whether the connection's first step 2 has been taken. */
  settled = false
  /** Whether it sent an update that was not taken, and has to be asked for what it has once more. */
  waiting = false
  /** How often it had to be asked again because of what it brought. */
  asks = 0
  /** Whether it has been asked for what it has, with the server's own step 1. */
  asked = false
  /** Client ids it has brought that the document did not know. */
  newIds = 0
  /** Records of its own that had to be repaired. */
  invalidRecords = 0

  readonly #socket: RoundSocket
  readonly #limits: RoundLimits
  readonly #onClosed: PeerOptions['onClosed']
  readonly #messages: TokenBucket
  readonly #awareness: TokenBucket
  readonly #bytes: TokenBucket
  readonly #handshakes: TokenBucket
  readonly #items: TokenBucket
  readonly #presence = new Map<number, Uint8Array>()
  #closed = false
  #held: HeldFrame[] = []
  #heldBytes = 0
  #marks: Mark[] = []
  #sent = 0
  /** Unsent bytes of answers to step 1: a large board may not make its reader slow. */
  #answering = 0
  #watched: { readonly at: number; readonly sent: number } | undefined

  constructor(options: PeerOptions) {
    const { limits, now } = options
    this.connectionId = options.connectionId
    this.participant = options.participant
    this.connectedAt = now
    this.#socket = options.socket
    this.#limits = limits
    this.#onClosed = options.onClosed
    this.#messages = new TokenBucket({
      perSecond: limits.messagesPerSecond,
      burst: limits.messagesBurst,
      now,
    })
    this.#bytes = new TokenBucket({ perSecond: limits.bytesPerSecond, burst: limits.bytesBurst, now })
    this.#awareness = new TokenBucket({
      perSecond: limits.awarenessMessagesPerSecond,
      burst: limits.awarenessMessagesBurst,
      now,
    })
    this.#items = new TokenBucket({ perSecond: limits.itemsPerSecond, burst: limits.itemsBurst, now })
    this.#handshakes = new TokenBucket({
      perSecond: limits.handshakesPerSecond,
      burst: limits.handshakesBurst,
      now,
    })
  }

  get participantId(): string {
    return this.participant.id
  }

  get closed(): boolean {
    return this.#closed
  }

  get buffered(): number {
    return this.#socket.buffered
  }

  get heldBytes(): number {
    return this.#heldBytes
  }

  get holdsFrames(): boolean {
    return this.#held.length > 0
  }

  /** Why a frame of this size and kind comes too soon; undefined where it does not. */
  meter(frame: Frame['type'] | 'unknown', bytes: number, now: number): RefusedReason | undefined {
    if (!this.#bytes.take(now, bytes)) return 'byte-rate'
    if (frame === 'awareness') return this.#awareness.take(now) ? undefined : 'awareness-rate'
    if (!this.#messages.take(now)) return 'message-rate'
    if (frame === 'sync-step1' && !this.#handshakes.take(now)) return 'handshake-rate'
    return undefined
  }

  /** Whether it may bring so many items now. */
  takeItems(items: number, now: number): boolean {
    return this.#items.take(now, items)
  }

  send(frame: Uint8Array): void {
    if (this.#closed) return
    this.#socket.send(frame)
    this.#sent += frame.byteLength
    if (this.#socket.buffered > this.#limits.slowConsumerBytes + this.#answering) this.close('slowConsumer')
  }

  sendControl(message: ControlDown): void {
    this.send(encodeFrame({ type: 'control', json: JSON.stringify(message) }))
  }

  /** The answer to a step 1, as large as it has to be. A reader that has not taken the last one gets no other. */
  sendAnswer(frame: Uint8Array): void {
    if (this.#socket.buffered > this.#limits.slowConsumerBytes) {
      this.close('slowConsumer')
      return
    }
    this.#answering = frame.byteLength
    this.send(frame)
  }

  /** Sends where someone is, or keeps the newest of it while the reader is slow; true where it was sent. */
  sendPresence(clientId: number, frame: Uint8Array): boolean {
    if (this.#socket.buffered > this.#limits.holdPresenceBytes) {
      this.#presence.set(clientId, frame)
      return false
    }
    this.#presence.delete(clientId)
    this.send(frame)
    return true
  }

  get holdsPresence(): boolean {
    return this.#presence.size > 0
  }

  flushPresence(): void {
    if (this.#presence.size === 0 || this.#socket.buffered > this.#limits.holdPresenceBytes) return
    const frames = [...this.#presence.values()]
    this.#presence.clear()
    for (const frame of frames) this.send(frame)
  }

  /** Closes a reader whose oldest unsent byte has waited too long. Call it now and then. */
  checkSpeed(now: number): void {
    const { buffered } = this.#socket
    if (buffered <= this.#limits.slowConsumerBytes) this.#answering = 0
    if (buffered === 0) {
      this.#watched = undefined
      return
    }
    const gone = this.#sent - buffered
    if (this.#watched === undefined || gone >= this.#watched.sent)
      this.#watched = { at: now, sent: this.#sent }
    else if (now - this.#watched.at > this.#limits.slowConsumerMs) this.close('slowConsumer')
  }

  hold(frame: HeldFrame): void {
    // A later mark says all that an earlier one beside it does.
    if (frame.type === 'mark' && this.#held.at(-1)?.type === 'mark') this.#held.pop()
    this.#held.push(frame)
    if (frame.type === 'sync-update') this.#heldBytes += frame.update.byteLength
  }

  takeHeld(): HeldFrame[] {
    const held = this.#held
    this.#held = []
    this.#heldBytes = 0
    return held
  }

  /** Remembers to acknowledge `n` once the journal has settled `ticket`. */
  mark(mark: Mark): void {
    const last = this.#marks.at(-1)
    if (last?.ticket === mark.ticket) this.#marks.splice(-1, 1, { ...last, n: mark.n })
    else this.#marks.push(mark)
  }

  /** Acknowledges what is durable now; how long each acknowledged mark has waited, in ms. */
  acknowledge(settled: number, now: number): number[] {
    const due = this.#marks.filter(({ ticket }) => ticket <= settled)
    const last = due.at(-1)
    if (last === undefined) return []
    this.#marks = this.#marks.slice(due.length)
    this.send(encodeFrame({ type: 'mark', n: last.n }))
    return due.map(({ at }) => now - at)
  }

  close(reason: CloseReason): void {
    if (this.#closed) return
    this.#closed = true
    this.#socket.close(CLOSE[reason])
    this.#over(CLOSE[reason])
  }

  /** The peer is gone. */
  left(): void {
    if (this.#closed) return
    this.#closed = true
    this.#over(undefined)
  }

  #over(code: number | undefined): void {
    this.#held = []
    this.#heldBytes = 0
    this.#marks = []
    this.#presence.clear()
    this.#onClosed(this, code)
  }
}
