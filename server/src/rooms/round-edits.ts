import * as Y from 'yjs'
import type { Repair } from '@drawbar/shared/board/repair-pass.ts'
import { inspectUpdate } from '@drawbar/shared/board/update-admission.ts'
import type { RoundState } from '@drawbar/shared/interview/interview.ts'
import { SERVER, type BoardEntry } from '@drawbar/shared/log/entry.ts'
import { can } from '@drawbar/shared/people/can.ts'
import type { CloseReason } from '@drawbar/shared/wire/close-code.ts'
import { encodeFrame, type Frame } from '@drawbar/shared/wire/frame.ts'
import { admitUpdate } from './admit.ts'
import type { BoardDoc, Repaired } from './board-doc.ts'
import type { ClientIds } from './client-ids.ts'
import type { FanOut } from './fan-out.ts'
import type { Lane } from './lane.ts'
import type { RoundLimits } from './limits.ts'
import type { Peer } from './peer.ts'
import type { RefusedReason, RoundTelemetry } from './telemetry.ts'

type UpdateFrame = Extract<Frame, { readonly type: 'sync-step2' | 'sync-update' }>

export interface RoundEditsOptions {
  readonly roundId: string
  readonly board: BoardDoc
  readonly ids: ClientIds
  readonly fanOut: FanOut
  readonly lane: Lane
  readonly now: () => number
  readonly limits: RoundLimits
  readonly events: RoundTelemetry
  state(): RoundState
  /** False while the store does not answer and while the round is being sealed. */
  takesEdits(): boolean
  refuse(peer: Peer, close: CloseReason, reason: RefusedReason): void
}

/** Records that were not what their type may be; what two honest people broke together is nobody's fault. */
const SENDERS_FAULT: ReadonlySet<Repair['rule']> = new Set(['R1', 'R2', 'R3', 'R13'])

/** The most repairs told one by one; the update that follows holds them all. */
const REPAIRS_TOLD = 50

/** How a drag gets into the board: admission, the document, everyone else, the journal, and at last the ack. */
export class RoundEdits {
  readonly #options: RoundEditsOptions

  constructor(options: RoundEditsOptions) {
    this.#options = options
  }

  /** Step 1 of a peer: its answer is the board as it is now, so that *synced* is true (J2, J3). */
  answer(peer: Peer, stateVector: Uint8Array): void {
    const update = this.#options.board.answer(stateVector)
    if (update === undefined) {
      this.#options.refuse(peer, 'badFrame', 'malformed')
      return
    }
    peer.sendAnswer(encodeFrame({ type: 'sync-step2', update }))
    if (!peer.asked && this.#mayWrite(peer)) this.#ask(peer)
  }

  receive(peer: Peer, frame: UpdateFrame): void {
    const { board, ids, limits, now, state, takesEdits, refuse } = this.#options
    const kind = frame.type === 'sync-update' ? 'update' : 'step2'
    const verdict = admitUpdate(
      { kind, bytes: frame.update.byteLength, inspect: () => inspectUpdate(frame.update) },
      {
        role: peer.participant.role,
        settled: peer.settled,
        heldBytes: peer.heldBytes,
        newIds: peer.newIds,
        mayAdd: (clientId) => ids.mayAdd(clientId, peer.participantId, kind),
      },
      {
        state: state(),
        takesEdits: takesEdits(),
        full: board.exceeds(limits.documentHardBytes, now()),
        clockOf: (clientId) => board.clockOf(clientId),
        limits,
      },
    )
    switch (verdict.kind) {
      case 'accept':
        if (!peer.takeItems(verdict.items, now())) {
          refuse(peer, 'rateLimited', 'item-rate')
          return
        }
        peer.newIds += verdict.newIds
        this.#apply(peer, frame, verdict.clients)
        return
      case 'hold':
        this.#hold(peer, frame)
        return
      case 'wait':
        this.#wait(peer)
        return
      case 'ignore':
        return
      case 'refuse':
        refuse(peer, verdict.close, verdict.reason)
    }
  }

  /** "Tell me when everything I have sent is durable." */
  mark(peer: Peer, n: number): void {
    if (peer.holdsFrames || peer.waiting) {
      peer.hold({ type: 'mark', n })
      return
    }
    const { lane, now } = this.#options
    peer.mark({ n, ticket: lane.issued, at: now() })
    this.#acknowledge(peer)
  }

  /** Acknowledges whatever has become durable. */
  acknowledge(): void {
    for (const peer of this.#options.fanOut.peers()) this.#acknowledge(peer)
  }

  /** Whoever had to wait is asked for what it has, where the round can take it now (A6, D7). */
  askAgain(): void {
    if (!this.#options.takesEdits()) return
    for (const peer of this.#options.fanOut.peers()) {
      if (!peer.waiting) continue
      peer.waiting = false
      peer.settled = false
      this.#ask(peer)
    }
  }

  /** Entries of other processes, in the order of the log. */
  foreign(entries: readonly BoardEntry[]): void {
    if (entries.length === 0) return
    const { board, now, fanOut, events, roundId } = this.#options
    const updates = entries.map(({ update }) => update)
    const { news, repaired, whole } = board.applyLogged(updates, now())
    if (!whole) events.logIncomplete({ roundId })
    if (news !== undefined) fanOut.update(news)
    if (repaired !== undefined) this.#spread(repaired)
  }

  /** Puts right what was only wrong for a while. */
  recheck(): void {
    const { board, now, takesEdits } = this.#options
    if (!takesEdits()) return
    const repaired = board.recheck(now())
    if (repaired !== undefined) this.#spread(repaired)
  }

  #mayWrite(peer: Peer): boolean {
    return can(peer.participant.role, 'edit-board', this.#options.state()).allowed
  }

  #wait(peer: Peer): void {
    const { takesEdits, refuse, limits } = this.#options
    peer.waiting = true
    if (!takesEdits()) return
    // It brings what someone else should have brought by now.
    peer.asks += 1
    if (peer.asks > limits.asks) refuse(peer, 'badFrame', 'forged-client')
  }

  #ask(peer: Peer): void {
    peer.asked = true
    peer.send(encodeFrame({ type: 'sync-step1', stateVector: this.#options.board.stateVector() }))
  }

  #apply(peer: Peer, frame: UpdateFrame, clients: readonly number[]): void {
    const { board, ids, fanOut, lane, now, events } = this.#options
    const startedAt = now()
    const { news, repaired, whole } = board.apply(frame.update, startedAt)
    // What came by step 2 may be others' edits, brought back after a crash.
    if (frame.type === 'sync-update') for (const client of clients) ids.claim(client, peer)
    if (news !== undefined) {
      lane.board(peer.participantId, news)
      fanOut.update(repaired === undefined ? news : Y.mergeUpdates([news, repaired.update]), peer)
      events.updateApplied({ bytes: frame.update.byteLength, ms: now() - startedAt })
    }
    if (repaired !== undefined) this.#tellRepaired(peer, repaired)
    if (peer.closed) return
    if (!whole) {
      this.#holdOrRefuse(peer, frame)
    } else if (frame.type === 'sync-step2') {
      peer.settled = true
      peer.asks = 0
      this.#replayHeld(peer)
    }
  }

  #holdOrRefuse(peer: Peer, frame: UpdateFrame): void {
    const { limits, refuse } = this.#options
    const fits = peer.heldBytes + frame.update.byteLength <= limits.heldUpdateBytes
    if (!peer.settled && fits && frame.type === 'sync-update') this.#hold(peer, frame)
    else refuse(peer, 'badFrame', 'gap')
  }

  #hold(peer: Peer, { update }: UpdateFrame): void {
    peer.hold({ type: 'sync-update', update })
  }

  #replayHeld(peer: Peer): void {
    for (const frame of peer.takeHeld()) {
      if (peer.closed) return
      if (frame.type === 'mark') this.mark(peer, frame.n)
      else this.receive(peer, frame)
    }
  }

  #tellRepaired(peer: Peer, { update, repairs }: Repaired): void {
    const { lane, limits, refuse } = this.#options
    lane.board(SERVER, update)
    this.#count(repairs)
    peer.send(encodeFrame({ type: 'sync-update', update }))
    peer.sendControl({
      type: 'repaired',
      repairs: repairs.slice(0, REPAIRS_TOLD).map(({ id, rule, reason }) => ({ id, rule, reason })),
    })
    peer.invalidRecords += repairs.filter(({ rule }) => SENDERS_FAULT.has(rule)).length
    if (peer.invalidRecords > limits.invalidRecords) refuse(peer, 'invalidRecords', 'invalid-records')
  }

  #spread({ update, repairs }: Repaired): void {
    const { lane, fanOut } = this.#options
    lane.board(SERVER, update)
    this.#count(repairs)
    fanOut.update(update)
  }

  #count(repairs: readonly Repair[]): void {
    for (const { rule, reason } of repairs) this.#options.events.repaired({ rule, reason })
  }

  #acknowledge(peer: Peer): void {
    const { lane, now, events } = this.#options
    for (const ms of peer.acknowledge(lane.settled, now())) events.acked({ ms })
  }
}
