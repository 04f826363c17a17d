import { boardSchemaHash } from '@drawbar/shared/board/board-schema.ts'
import type { Command } from '@drawbar/shared/interview/command.ts'
import type { RoundState } from '@drawbar/shared/interview/interview.ts'
import { inAudience } from '@drawbar/shared/log/audience.ts'
import { SERVER, type EventEntry } from '@drawbar/shared/log/entry.ts'
import { can } from '@drawbar/shared/people/can.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import { questionView, type QuestionView, type RoundPlan } from '@drawbar/shared/question/question-view.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import type { CloseReason } from '@drawbar/shared/wire/close-code.ts'
import { controlDownSchema } from '@drawbar/shared/wire/control-down.ts'
import { controlUpSchema } from '@drawbar/shared/wire/control-up.ts'
import { decodeFrame, type DecodedFrame } from '@drawbar/shared/wire/frame.ts'
import type { Bus, BusMessage } from '../bus/bus.ts'
import type { LogStore, NewEntry } from '../store/log-store.ts'
import type { BoardDoc } from './board-doc.ts'
import { ClientIds } from './client-ids.ts'
import { FanOut } from './fan-out.ts'
import type { Journal } from './journal.ts'
import type { Lane } from './lane.ts'
import type { RoundLimits } from './limits.ts'
import type { LiveRound, RoundConnection, RoundSocket } from './live-round.ts'
import { Peer } from './peer.ts'
import { PresenceHub } from './presence-hub.ts'
import { done, refused, type Outcome } from './refusal.ts'
import { RoundCommands } from './round-commands.ts'
import { RoundEdits } from './round-edits.ts'
import type { LoadedRound } from './round-loader.ts'
import type { LogNews, RoundLog } from './round-log.ts'
import type { RefusedReason, RoundTelemetry } from './telemetry.ts'

export interface RoundOptions {
  readonly loaded: LoadedRound
  readonly log: LogStore
  readonly bus: Bus
  readonly journal: Journal
  readonly now: () => number
  /** An id of so many random bytes. */
  readonly random: (bytes: number) => string
  readonly events: RoundTelemetry
  readonly limits: RoundLimits
  /** True where no other process shares the store: nothing has to be asked for. */
  readonly alone: boolean
  /** The participants of the room whose link is still good. */
  stillIn(): Promise<ReadonlySet<string>>
  /** The round is over for this process, by itself: the next who asks gets a fresh one. */
  onEnded(round: Round): void
}

/** Entries read at once when a log is read on. */
const PAGE = 500

const ID_BYTES = 12

/** One round in memory. Routes what comes from sockets, commands, the journal and the bus to the parts that decide. */
export class Round implements LiveRound {
  readonly roundId: string
  readonly roomId: string
  readonly question: Question
  readonly plan: RoundPlan

  readonly #options: RoundOptions
  readonly #epoch: number
  readonly #board: BoardDoc
  readonly #log: RoundLog
  readonly #lane: Lane
  readonly #fanOut = new FanOut()
  readonly #ids: ClientIds
  readonly #hub: PresenceHub
  readonly #edits: RoundEdits
  readonly #commands: RoundCommands
  readonly #unsubscribe: () => void
  #ended = false
  #draining = false
  #sealing = false
  #usedAt: number
  #askedAt: number
  #polledAt: number
  #accessCheckedAt: number
  #reading: Promise<void> | undefined
  #readAgain = false
  /** Board entries in the log, and how many of them the last snapshot holds. */
  #boards: number
  #snapshotted = 0
  #snapshotting = false
  /** Whether the document holds edits that will never be in the log. */
  #astray = false

  constructor(options: RoundOptions) {
    const { loaded, now, limits, events, journal, bus } = options
    const { stored, board, log } = loaded
    this.roundId = stored.id
    this.roomId = stored.roomId
    this.question = stored.question
    this.plan = { level: stored.level, minutes: stored.minutes }
    this.#epoch = stored.epoch
    this.#options = options
    this.#board = board
    this.#log = log
    this.#boards = loaded.boards
    this.#usedAt = this.#askedAt = this.#polledAt = this.#accessCheckedAt = now()
    this.#lane = journal.lane({
      roundId: stored.id,
      takesBoards: () => this.state !== 'sealed',
      eventSeq: () => log.interview.seq,
      committed: (firstSeq, entries) => this.#guard(() => this.#committed(firstSeq, entries)),
      readOn: () => this.readOn(),
      lost: () => {
        this.#astray = true
      },
      froze: () => this.#guard(() => this.#froze()),
      thawed: () => this.#guard(() => this.#thawed()),
      gone: () => this.#end('noRound'),
    })
    this.#hub = new PresenceHub({
      now,
      limits,
      hold: (clientId, source) => {
        const peer = this.#peerOf(source.connectionId)
        return peer !== undefined && this.#ids.hold(clientId, peer)
      },
      deliver: (news) => {
        for (const peer of this.#peers()) {
          if (peer.connectionId === news.from) continue
          if (!peer.sendPresence(news.clientId, news.frame)) events.presenceHeld()
        }
      },
      publish: (update) => bus.publish(this.roundId, { kind: 'presence', update }),
    })
    this.#ids = new ClientIds({
      alone: options.alone,
      heldElsewhere: (clientId) => this.#hub.heldElsewhere(clientId),
    })
    this.#ids.reserve(board.clientId)
    this.#edits = new RoundEdits({
      roundId: this.roundId,
      board,
      ids: this.#ids,
      fanOut: this.#fanOut,
      lane: this.#lane,
      now,
      limits,
      events,
      state: () => this.state,
      takesEdits: () => !this.#lane.frozen && !this.#sealing,
      refuse: (peer, close, reason) => this.#refuse(peer, close, reason),
    })
    this.#commands = new RoundCommands({
      log,
      lane: this.#lane,
      question: this.question,
      plan: this.plan,
      now,
      limits,
      readOn: () => this.readOn(),
      sealing: (underWay) => {
        this.#sealing = underWay
        if (!underWay && this.state !== 'sealed') this.#edits.askAgain()
      },
    })
    if (loaded.repaired !== undefined && this.state !== 'sealed')
      this.#lane.board(SERVER, loaded.repaired.update)
    this.#unsubscribe = bus.subscribe(this.roundId, (message) => this.#guard(() => this.#heard(message)))
    this.#hub.callRoll()
  }

  get state(): RoundState {
    return this.#log.interview.state
  }

  get seq(): number {
    return this.#log.seq
  }

  get connections(): number {
    return this.#fanOut.size
  }

  get peers(): Iterable<Peer> {
    return this.#fanOut.peers
  }

  /** Whether a cursor waits to be told. */
  get holdsPresence(): boolean {
    return this.#hub.waiting || this.#peers().some((peer) => peer.holdsPresence)
  }

  connect(participant: Participant, socket: RoundSocket): Outcome<RoundConnection> {
    const { now, limits, events, random } = this.#options
    if (this.#ended || this.#draining) {
      return refused('unavailable', 'The server is restarting.', 'Try again in a moment.')
    }
    if (this.state === 'sealed') return refused('wrong-state', 'The round has ended and its board is frozen.')
    if (this.#fanOut.size >= limits.connectionsPerRound) {
      return refused(
        'rate-limited',
        `This round has ${limits.connectionsPerRound} open pages, which is all it takes.`,
      )
    }
    if (this.#fanOut.of(participant.id).length >= limits.connectionsPerParticipant) {
      return refused(
        'rate-limited',
        'You have this round open too many times.',
        'Close one of the other pages.',
      )
    }
    const peer = new Peer({
      connectionId: random(ID_BYTES),
      participant,
      socket,
      limits,
      now: now(),
      onClosed: (closed, code) => this.#closed(closed, code),
    })
    this.#fanOut.add(peer)
    events.connected({ roundId: this.roundId, connectionId: peer.connectionId, role: participant.role })
    this.#greet(peer)
    return done({
      id: peer.connectionId,
      participant,
      receive: (bytes: Uint8Array) => this.#receive(peer, bytes),
      left: () => peer.left(),
    })
  }

  async command(participant: Participant, command: Command): Promise<Outcome<{ readonly seq: number }>> {
    this.touch()
    return this.#commands.command(participant, command)
  }

  async joined(participant: Participant): Promise<Outcome<{ readonly seq: number }>> {
    this.touch()
    return this.#commands.joined(participant)
  }

  eventsFor({ id, role }: Participant): readonly EventEntry[] {
    this.touch()
    return this.#log.events.filter((entry) =>
      inAudience({ participantId: id, role }, entry.audience, entry.by),
    )
  }

  questionFor({ role }: Participant): QuestionView {
    this.touch()
    return questionView({ question: this.question, plan: this.plan, role, interview: this.#log.interview })
  }

  dropUnless(stillIn: (participantId: string) => boolean): void {
    this.#drop(stillIn)
    this.#options.bus.publish(this.roundId, { kind: 'access-changed' })
  }

  /** Someone uses the round: it stays in memory for another while. */
  touch(): void {
    this.#usedAt = this.#options.now()
  }

  /** Whether nobody has used the round for `ms` and nothing of it waits. */
  idle(ms: number): boolean {
    const quiet = this.#options.now() - this.#usedAt >= ms && !this.#snapshotting
    return quiet && this.#fanOut.size === 0 && !this.#lane.hasWork && !this.#commands.busy
  }

  /** What has to be done now and then; called a few times a second for as long as the round is in memory. */
  tick(): void {
    this.#guard(() => {
      const now = this.#options.now()
      this.#edits.recheck()
      this.#edits.acknowledge()
      this.#hub.expire()
      for (const peer of this.#peers()) peer.checkSpeed(now)
      if (now - this.#askedAt >= this.#options.limits.askMs) {
        this.#askedAt = now
        this.#edits.askAgain()
      }
      if (!this.#options.alone) this.#pollIfDue(now)
      if (this.#boards - this.#snapshotted >= this.#options.limits.snapshotEvery) void this.snapshot()
    })
  }

  /** Tells the cursors that had to wait, where they may go now. */
  flushPresence(): void {
    this.#guard(() => {
      this.#hub.flush()
      for (const peer of this.#peers()) peer.flushPresence()
    })
  }

  /** The same bytes to everyone, such as a heartbeat. */
  send(frame: Uint8Array): void {
    this.#fanOut.frame(frame)
  }

  /** Reads what other processes have appended. Rejects when the store does not answer. */
  readOn(): Promise<void> {
    this.#readAgain = true
    this.#reading ??= this.#readToEnd()
    return this.#reading
  }

  /**
   * Stores the board as it is in the log. Does nothing while edits wait for their commit: a snapshot holds exactly the
   * entries up to its `seq`.
   */
  async snapshot(): Promise<void> {
    const { log, now, events } = this.#options
    const exact = !this.#lane.hasWork && this.#log.readTo === this.#log.seq && !this.#astray
    if (!exact || this.#ended || this.#snapshotting || this.#boards === this.#snapshotted) return
    const startedAt = now()
    const state = this.#board.snapshot()
    const boards = this.#boards
    this.#snapshotting = true
    try {
      await log.putSnapshot(this.roundId, { seq: this.#log.seq, state })
      this.#snapshotted = boards
      events.snapshotStored({ roundId: this.roundId, bytes: state.byteLength, ms: now() - startedAt })
    } catch (error) {
      events.snapshotFailed({ roundId: this.roundId, error })
    } finally {
      this.#snapshotting = false
    }
  }

  /** Takes no more connections, and tells those there are. */
  startDraining(inMs: number): void {
    this.#draining = true
    this.#fanOut.control({ type: 'going-away', inMs })
  }

  /** Takes the round out of memory. Idempotent. */
  end(reason: CloseReason): void {
    if (this.#ended) return
    this.#ended = true
    this.#unsubscribe()
    this.#fanOut.close(reason)
    this.#lane.close()
    this.#board.dispose()
    this.#options.events.unloaded({ roundId: this.roundId })
  }

  #end(reason: CloseReason): void {
    if (this.#ended) return
    this.end(reason)
    this.#options.onEnded(this)
  }

  #peers(): Peer[] {
    return [...this.#fanOut.peers]
  }

  #peerOf(connectionId: string): Peer | undefined {
    return this.#peers().find((peer) => peer.connectionId === connectionId)
  }

  #greet(peer: Peer): void {
    const { participant } = peer
    peer.sendControl({
      type: 'hello',
      connectionId: peer.connectionId,
      participantId: participant.id,
      role: participant.role,
      mayWrite: can(participant.role, 'edit-board', this.state).allowed,
      seq: this.#log.seq,
      serverTime: this.#options.now(),
      schemaHash: boardSchemaHash(),
      epoch: this.#epoch,
    })
    if (this.#lane.frozen) peer.sendControl({ type: 'frozen' })
    this.#showEveryone(peer)
  }

  #showEveryone(peer: Peer): void {
    for (const { clientId, frame, from } of this.#hub.frames()) {
      if (from !== peer.connectionId) peer.sendPresence(clientId, frame)
    }
  }

  #closed(peer: Peer, code: number | undefined): void {
    const { now, events } = this.#options
    this.#fanOut.remove(peer)
    this.#ids.release(peer.connectionId)
    this.#hub.leave(peer.connectionId)
    this.touch()
    events.disconnected({
      roundId: this.roundId,
      connectionId: peer.connectionId,
      code,
      ms: now() - peer.connectedAt,
    })
  }

  #receive(peer: Peer, bytes: Uint8Array): void {
    if (peer.closed) return
    this.#guard(() => {
      const { limits, now } = this.#options
      if (bytes.byteLength > limits.frameBytes) {
        this.#refuse(peer, 'tooLarge', 'too-large')
        return
      }
      const decoded = decodeFrame(bytes)
      const excess = peer.meter(decoded.ok ? decoded.frame.type : 'unknown', bytes.byteLength, now())
      if (excess !== undefined) this.#refuse(peer, 'rateLimited', excess)
      else this.#route(peer, decoded, bytes.byteLength)
    }, peer)
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
        this.#edits.answer(peer, frame.stateVector)
        return
      case 'sync-step2':
      case 'sync-update':
        this.#edits.receive(peer, frame)
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
        this.#edits.mark(peer, frame.n)
        return
      case 'heartbeat':
    }
  }

  #presence(peer: Peer, update: Uint8Array): void {
    const verdict = this.#hub.receive(peer, update)
    if (verdict.kind === 'malformed') this.#refuse(peer, 'badFrame', 'malformed')
    else if (verdict.kind === 'too-large') this.#refuse(peer, 'badFrame', 'too-large')
    else if (verdict.foreign > 0) this.#options.events.refused({ reason: 'foreign-presence' })
  }

  #control(peer: Peer, json: string): void {
    const message = controlUpSchema.safeParse(parseJson(json))
    if (!message.success) {
      this.#options.events.refused({ reason: 'control' })
      peer.sendControl({ type: 'refused', code: 'bad-request', message: 'This message is not understood.' })
      return
    }
    const { pageId, center, zoom } = message.data
    const permission = can(peer.participant.role, 'bring-everyone', this.state)
    if (!permission.allowed) {
      this.#options.events.refused({ reason: 'control' })
      peer.sendControl({ type: 'refused', code: 'forbidden', message: permission.reason })
      return
    }
    const call = { type: 'bring-here', by: peer.participantId, pageId, center, zoom } as const
    this.#fanOut.control(call, peer)
    this.#options.bus.publish(this.roundId, { kind: 'control', json: JSON.stringify(call) })
  }

  #heard(message: BusMessage): void {
    switch (message.kind) {
      case 'grown':
        // What fails here is made up for by the next poll.
        if (message.seq > this.#log.readTo) this.readOn().catch(() => undefined)
        return
      case 'presence':
        this.#hub.receiveRemote(message.update)
        return
      case 'control': {
        const control = controlDownSchema.safeParse(parseJson(message.json))
        if (control.success && control.data.type === 'bring-here') this.#fanOut.control(control.data)
        return
      }
      case 'access-changed':
        void this.#checkAccess()
    }
  }

  #committed(firstSeq: number, entries: readonly NewEntry[]): void {
    this.#boards += entries.filter(({ kind }) => kind === 'board').length
    this.#take(this.#log.committed(firstSeq, entries))
    this.#options.bus.publish(this.roundId, { kind: 'grown', seq: this.#log.seq })
    // Entries of other processes lie in between.
    if (this.#log.readTo < this.#log.seq) this.readOn().catch(() => undefined)
  }

  async #readToEnd(): Promise<void> {
    try {
      while (this.#readAgain && !this.#ended) {
        this.#readAgain = false
        while (await this.#readPage()) if (this.#ended) return
      }
    } finally {
      // Without an await since the last look at `readAgain`, so that no request to read on is missed.
      this.#reading = undefined
    }
  }

  /** Whether there may be more. */
  async #readPage(): Promise<boolean> {
    const { log, events } = this.#options
    const entries = await log.read(this.roundId, { after: this.#log.readTo, limit: PAGE })
    this.#guard(() => {
      const news = this.#log.read(entries)
      const count = news.boards.length + news.events.length
      this.#boards += news.boards.length
      this.#take(news)
      if (count > 0) events.readOn({ roundId: this.roundId, entries: count })
    })
    return entries.length === PAGE
  }

  /** What the log has brought: boards into the document, events to their audience, and the end of the round. */
  #take({ boards, events }: LogNews): void {
    this.#edits.foreign(boards)
    for (const entry of events) this.#fanOut.event(entry)
    this.#edits.acknowledge()
    if (events.some(({ event }) => event.type === 'round-sealed')) this.#sealed()
  }

  /** The event has been sent to everyone; nothing is written any more (S1 to S4). */
  #sealed(): void {
    this.#fanOut.close('sealed')
    if (this.#lane.hasWork || this.#astray) {
      // Edits of this process came too late for the log, so its document is not the round's any more.
      this.#astray = true
      this.#end('sealed')
      return
    }
    void this.snapshot()
  }

  #froze(): void {
    this.#options.events.frozen({ roundId: this.roundId })
    this.#fanOut.control({ type: 'frozen' })
  }

  #thawed(): void {
    this.#options.events.thawed({ roundId: this.roundId })
    this.#fanOut.control({ type: 'unfrozen' })
    this.#edits.askAgain()
  }

  #pollIfDue(now: number): void {
    const { limits, bus } = this.#options
    if (now - this.#polledAt >= (bus.connected ? limits.pollMs : limits.pollDisconnectedMs)) {
      this.#polledAt = now
      this.readOn().catch(() => undefined)
    }
    if (now - this.#accessCheckedAt >= limits.accessCheckMs && this.#fanOut.size > 0) void this.#checkAccess()
  }

  async #checkAccess(): Promise<void> {
    this.#accessCheckedAt = this.#options.now()
    try {
      const stillIn = await this.#options.stillIn()
      this.#drop((participantId) => stillIn.has(participantId))
    } catch {
      // Asked again after the next pause; meanwhile nobody is thrown out by an outage.
    }
  }

  #drop(stillIn: (participantId: string) => boolean): void {
    for (const peer of this.#peers()) if (!stillIn(peer.participantId)) peer.close('forbidden')
  }

  #refuse(peer: Peer, close: CloseReason, reason: RefusedReason): void {
    this.#options.events.refused({ reason })
    peer.close(close)
  }

  /**
   * A bug in here must not leave a round that is half right in memory: it ends, its clients come back to a fresh one
   * folded from the log. Whoever sent what brought it about does not come back with the same bytes.
   */
  #guard(run: () => void, sender?: Peer): void {
    if (this.#ended) return
    try {
      run()
    } catch (error) {
      this.#options.events.roundFailed({ roundId: this.roundId, error })
      sender?.close('badFrame')
      this.#end('internal')
    }
  }
}

function parseJson(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json)
    return value
  } catch {
    return undefined
  }
}
