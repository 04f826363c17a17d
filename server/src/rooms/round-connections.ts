import { boardSchemaHash } from '@drawbar/shared/board/board-schema.ts'
import type { RoundState } from '@drawbar/shared/interview/interview.ts'
import { can } from '@drawbar/shared/people/can.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import type { CloseReason } from '@drawbar/shared/wire/close-code.ts'
import type { ControlDown } from '@drawbar/shared/wire/control-down.ts'
import { decodeFrame, type DecodedFrame } from '@drawbar/shared/wire/frame.ts'
import type { BusMessage } from '../bus/bus.ts'
import type { BoardDoc } from './board-doc.ts'
import { callEveryone, readCall } from './bring-here.ts'
import { ClientIds } from './client-ids.ts'
import { FanOut } from './fan-out.ts'
import type { Lane } from './lane.ts'
import type { RoundLimits } from './limits.ts'
import type { RoundConnection, RoundSocket } from './live-round.ts'
import { Peer } from './peer.ts'
import { PresenceHub } from './presence-hub.ts'
import { done, refused, type Outcome } from './refusal.ts'
import { RoundEdits } from './round-edits.ts'
import type { RefusedReason, RoundTelemetry } from './telemetry.ts'

interface RoundConnectionsOptions {
  readonly roundId: string
  readonly epoch: number
  readonly board: BoardDoc
  readonly lane: Lane
  readonly now: () => number
  readonly random: (bytes: number) => string
  readonly limits: RoundLimits
  readonly events: RoundTelemetry
  readonly alone: boolean
  publish(message: BusMessage): void
  state(): RoundState
  /** The last committed entry. */
  seq(): number
  sealing(): boolean
  /** Someone has left. */
  onLeft(): void
  /** Runs what a peer has brought about; a bug in it is not the caller's. */
  guard(run: () => void, sender: Peer): void
}

const ID_BYTES = 12

/** The sockets of a round: who may connect, what each frame is for, and what is said to whom. */
export class RoundConnections {
  readonly fanOut = new FanOut()
  readonly hub: PresenceHub
  readonly edits: RoundEdits
  readonly #options: RoundConnectionsOptions
  readonly #ids: ClientIds
  /** Whether everyone connected has been told that the board is large. */
  #large = false

  constructor(options: RoundConnectionsOptions) {
    const { roundId, board, lane, now, limits, events, alone, publish, state, sealing } = options
    this.#options = options
    this.#ids = new ClientIds({ alone, heldElsewhere: (clientId) => this.hub.heldElsewhere(clientId) })
    this.#ids.reserve(board.clientId)
    this.hub = new PresenceHub({
      now,
      limits,
      hold: (clientId, { connectionId }) => {
        const peer = this.fanOut.get(connectionId)
        return peer !== undefined && this.#ids.hold(clientId, peer)
      },
      deliver: ({ clientId, frame, from }) => {
        for (const peer of this.fanOut.peers()) {
          if (peer.connectionId === from) continue
          if (!peer.sendPresence(clientId, frame)) events.presenceHeld()
        }
      },
      publish: (update) => publish({ kind: 'presence', update }),
    })
    this.edits = new RoundEdits({
      roundId,
      board,
      ids: this.#ids,
      fanOut: this.fanOut,
      lane,
      now,
      limits,
      events,
      state,
      takesEdits: () => !lane.frozen && !sealing(),
      refuse: (peer, close, reason) => this.#refuse(peer, close, reason),
    })
  }

  /** Whether a cursor waits to be told. */
  get holdsPresence(): boolean {
    return this.hub.waiting || this.fanOut.peers().some((peer) => peer.holdsPresence)
  }

  connect(participant: Participant, socket: RoundSocket): Outcome<RoundConnection> {
    const { now, limits, events, random, guard, roundId } = this.#options
    const full = this.#fullFor(participant)
    if (full) return full
    const peer = new Peer({
      connectionId: random(ID_BYTES),
      participant,
      socket,
      limits,
      now: now(),
      onClosed: (closed, code) => this.#closed(closed, code),
    })
    this.fanOut.add(peer)
    events.connected({ roundId, connectionId: peer.connectionId, role: participant.role })
    this.#greet(peer)
    return done({
      id: peer.connectionId,
      participant,
      receive: (bytes: Uint8Array) => {
        if (!peer.closed) guard(() => this.#receive(peer, bytes), peer)
      },
      left: () => peer.left(),
    })
  }

  /** A call to everyone, from another process. */
  heardCall(json: string): void {
    const call = readCall(json)
    if (call !== undefined) this.fanOut.control(call)
  }

  /** Tells the cursors that had to wait, where they may go now. */
  flushPresence(): void {
    this.hub.flush()
    for (const peer of this.fanOut.peers()) peer.flushPresence()
  }

  /** Looks for readers that do not keep up, and for people whose process is gone. */
  check(): void {
    const now = this.#options.now()
    this.hub.expire()
    for (const peer of this.fanOut.peers()) peer.checkSpeed(now)
    this.#checkSize()
  }

  drop(stillIn: (participantId: string) => boolean): void {
    for (const peer of this.fanOut.peers()) if (!stillIn(peer.participantId)) peer.close('forbidden')
  }

  #fullFor({ id }: Participant): Outcome<never> | undefined {
    const { connectionsPerRound, connectionsPerParticipant } = this.#options.limits
    const peers = this.fanOut.peers()
    if (peers.length >= connectionsPerRound) {
      return refused(
        'rate-limited',
        `This round has ${connectionsPerRound} open pages, which is all it takes.`,
      )
    }
    if (peers.filter(({ participantId }) => participantId === id).length >= connectionsPerParticipant) {
      const what = 'You have this round open too many times.'
      return refused('rate-limited', what, 'Close one of the other pages.')
    }
    return undefined
  }

  #greet(peer: Peer): void {
    const { state, seq, now, epoch, lane } = this.#options
    const { participant } = peer
    peer.sendControl({
      type: 'hello',
      connectionId: peer.connectionId,
      participantId: participant.id,
      role: participant.role,
      mayWrite: can(participant.role, 'edit-board', state()).allowed,
      seq: seq(),
      serverTime: now(),
      schemaHash: boardSchemaHash(),
      epoch,
    })
    if (lane.frozen) peer.sendControl({ type: 'frozen' })
    if (this.#large) peer.sendControl(this.#boardLarge())
    this.#showEveryone(peer)
  }

  #checkSize(): void {
    const { board, limits, now } = this.#options
    const large = board.exceeds(limits.documentSoftBytes, now())
    if (large && !this.#large) this.fanOut.control(this.#boardLarge())
    this.#large = large
  }

  #boardLarge(): ControlDown {
    return { type: 'board-large', limitBytes: this.#options.limits.documentHardBytes }
  }

  #showEveryone(peer: Peer): void {
    for (const { clientId, frame, from } of this.hub.frames()) {
      if (from !== peer.connectionId) peer.sendPresence(clientId, frame)
    }
  }

  #closed(peer: Peer, code: number | undefined): void {
    const { now, events, roundId, onLeft } = this.#options
    const { connectionId, connectedAt } = peer
    this.fanOut.remove(peer)
    this.#ids.release(connectionId)
    this.hub.leave(connectionId)
    onLeft()
    events.disconnected({ roundId, connectionId, code, ms: now() - connectedAt })
  }

  #receive(peer: Peer, bytes: Uint8Array): void {
    const { limits, now } = this.#options
    if (bytes.byteLength > limits.frameBytes) {
      this.#refuse(peer, 'tooLarge', 'too-large')
      return
    }
    const decoded = decodeFrame(bytes)
    const excess = peer.meter(decoded.ok ? decoded.frame.type : 'unknown', bytes.byteLength, now())
    if (excess !== undefined) this.#refuse(peer, 'rateLimited', excess)
    else this.#route(peer, decoded, bytes.byteLength)
  }

  #route(peer: Peer, decoded: DecodedFrame, bytes: number): void {
    const { events, limits } = this.#options
    if (!decoded.ok) {
      // A frame of a type this version does not know may come from a newer client; it asks for nothing.
      if (decoded.reason === 'malformed') this.#refuse(peer, 'badFrame', 'malformed')
      else events.refused({ reason: 'unknown-frame' })
      return
    }
    const { frame } = decoded
    switch (frame.type) {
      case 'sync-step1':
        this.edits.answer(peer, frame.stateVector)
        return
      case 'sync-step2':
      case 'sync-update':
        this.edits.receive(peer, frame)
        return
      case 'awareness':
        this.#presence(peer, frame.update)
        return
      case 'query-awareness':
        this.#showEveryone(peer)
        return
      case 'control':
        if (bytes > limits.controlBytes) this.#refuse(peer, 'badFrame', 'too-large')
        else this.#control(peer, frame.json)
        return
      case 'mark':
        this.edits.mark(peer, frame.n)
        return
      case 'heartbeat':
    }
  }

  #presence(peer: Peer, update: Uint8Array): void {
    const verdict = this.hub.receive(peer, update)
    if (verdict.kind !== 'taken') this.#refuse(peer, 'badFrame', verdict.kind)
    else if (verdict.foreign > 0) this.#options.events.refused({ reason: 'foreign-presence' })
  }

  #control(peer: Peer, json: string): void {
    const { state, events, publish } = this.#options
    const call = callEveryone(peer.participant, state(), json)
    if (!call.ok) {
      events.refused({ reason: 'control' })
      peer.sendControl({ type: 'refused', code: call.refusal.code, message: call.refusal.message })
      return
    }
    this.fanOut.control(call.value, peer)
    publish({ kind: 'control', json: JSON.stringify(call.value) })
  }

  #refuse(peer: Peer, close: CloseReason, reason: RefusedReason): void {
    this.#options.events.refused({ reason })
    peer.close(close)
  }
}
