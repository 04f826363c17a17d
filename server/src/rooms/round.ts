import type { Command } from '@drawbar/shared/interview/command.ts'
import type { RoundState } from '@drawbar/shared/interview/interview.ts'
import { inAudience } from '@drawbar/shared/log/audience.ts'
import { SERVER, type EventEntry } from '@drawbar/shared/log/entry.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import { questionView, type QuestionView, type RoundPlan } from '@drawbar/shared/question/question-view.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import type { CloseReason } from '@drawbar/shared/wire/close-code.ts'
import type { Bus, BusMessage } from '../bus/bus.ts'
import type { LogStore, NewEntry } from '../store/log-store.ts'
import type { BoardDoc } from './board-doc.ts'
import type { Journal } from './journal.ts'
import type { Lane } from './lane.ts'
import type { RoundLimits } from './limits.ts'
import type { LiveRound, RoundConnection, RoundSocket } from './live-round.ts'
import { LogFollower } from './log-follower.ts'
import type { Peer } from './peer.ts'
import { refused, type Outcome } from './refusal.ts'
import { RoundCommands } from './round-commands.ts'
import { RoundConnections } from './round-connections.ts'
import type { LoadedRound } from './round-loader.ts'
import type { LogNews, RoundLog } from './round-log.ts'
import { Snapshots } from './snapshots.ts'
import type { RoundTelemetry } from './telemetry.ts'

export interface RoundOptions {
  readonly loaded: LoadedRound
  readonly store: LogStore
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

/**
 * One round in memory: its log, its life and its end. What comes by socket goes to `RoundConnections`, what is to be
 * an event to `RoundCommands`; both append through the lane, and what has been appended comes back here.
 */
export class Round implements LiveRound {
  readonly roundId: string
  readonly roomId: string
  readonly question: Question
  readonly plan: RoundPlan

  readonly #options: RoundOptions
  readonly #board: BoardDoc
  readonly #log: RoundLog
  readonly #lane: Lane
  readonly #connections: RoundConnections
  readonly #commands: RoundCommands
  readonly #follower: LogFollower
  readonly #snapshots: Snapshots
  readonly #unsubscribe: () => void
  #ended = false
  #draining = false
  #sealing = false
  #usedAt: number
  #askedAt: number
  #polledAt: number
  #accessCheckedAt: number
  /** Whether the document holds edits that will never be in the log. */
  #astray = false

  constructor(options: RoundOptions) {
    const { loaded, store, now, limits, events, journal, bus } = options
    const { stored, board, log } = loaded
    this.roundId = stored.id
    this.roomId = stored.roomId
    this.question = stored.question
    this.plan = { level: stored.level, minutes: stored.minutes }
    this.#options = options
    this.#board = board
    this.#log = log
    this.#usedAt = this.#askedAt = this.#polledAt = this.#accessCheckedAt = now()
    const { roundId, question, plan } = this
    this.#lane = journal.lane({
      roundId,
      takesBoards: () => this.state !== 'sealed',
      eventSeq: () => log.interview.seq,
      committed: (firstSeq, entries) => this.#guard(() => this.#committed(firstSeq, entries)),
      readOn: () => this.#follower.readOn(),
      lost: () => {
        this.#astray = true
      },
      froze: () => this.#guard(() => this.#froze()),
      thawed: () => this.#guard(() => this.#thawed()),
      gone: () => this.#end('noRound'),
    })
    this.#connections = new RoundConnections({
      ...options,
      roundId,
      epoch: stored.epoch,
      board,
      lane: this.#lane,
      publish: (message) => bus.publish(roundId, message),
      state: () => this.state,
      seq: () => log.seq,
      sealing: () => this.#sealing,
      onLeft: () => this.touch(),
      guard: (run, sender) => this.#guard(run, sender),
    })
    this.#commands = new RoundCommands({
      log,
      lane: this.#lane,
      question,
      plan,
      now,
      limits,
      readOn: () => this.#follower.readOn(),
      sealing: (underWay) => {
        this.#sealing = underWay
        if (!underWay && this.state !== 'sealed') this.#connections.edits.askAgain()
      },
    })
    this.#follower = new LogFollower({
      roundId,
      store,
      log,
      ended: () => this.#ended,
      take: (news) => this.#guard(() => this.#readNews(news)),
    })
    this.#snapshots = new Snapshots({
      roundId,
      store,
      board,
      now,
      events,
      behind: loaded.boards,
      exactSeq: () => {
        const exact = !this.#ended && !this.#astray && !this.#lane.hasWork && log.readTo === log.seq
        return exact ? log.seq : undefined
      },
    })
    if (this.state !== 'sealed') {
      for (const update of [loaded.upgrade, loaded.repaired?.update])
        if (update) this.#lane.board(SERVER, update)
    }
    this.#unsubscribe = bus.subscribe(roundId, (message) => this.#guard(() => this.#heard(message)))
    this.#connections.hub.callRoll()
  }

  get state(): RoundState {
    return this.#log.interview.state
  }

  get seq(): number {
    return this.#log.seq
  }

  /** Whether this object is no longer the round of this process. */
  get ended(): boolean {
    return this.#ended
  }

  get peers(): readonly Peer[] {
    return this.#connections.fanOut.peers()
  }

  get holdsPresence(): boolean {
    return this.#connections.holdsPresence
  }

  connect(participant: Participant, socket: RoundSocket): Outcome<RoundConnection> {
    if (this.#ended || this.#draining) {
      return refused('unavailable', 'The server is restarting.', 'Try again in a moment.')
    }
    if (this.state === 'sealed') return refused('wrong-state', 'The round has ended and its board is frozen.')
    return this.#connections.connect(participant, socket)
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
    const reader = { participantId: id, role }
    return this.#log.events.filter((entry) => inAudience(reader, entry.audience, entry.by))
  }

  questionFor({ role }: Participant): QuestionView {
    this.touch()
    return questionView({ question: this.question, plan: this.plan, role, interview: this.#log.interview })
  }

  dropUnless(stillIn: (participantId: string) => boolean): void {
    this.#connections.drop(stillIn)
    this.#options.bus.publish(this.roundId, { kind: 'access-changed' })
  }

  /** Someone uses the round: it stays in memory for another while. */
  touch(): void {
    this.#usedAt = this.#options.now()
  }

  /** Whether nobody has used the round for `ms` and nothing of it waits. */
  idle(ms: number): boolean {
    const quiet = this.#options.now() - this.#usedAt >= ms && this.peers.length === 0
    return quiet && !this.#lane.hasWork && !this.#commands.busy && !this.#snapshots.storing
  }

  /** What has to be done now and then; called a few times a second for as long as the round is in memory. */
  tick(): void {
    this.#guard(() => {
      const { limits, alone, now } = this.#options
      const { edits } = this.#connections
      edits.recheck()
      edits.acknowledge()
      this.#connections.check()
      if (now() - this.#askedAt >= limits.askMs) {
        this.#askedAt = now()
        edits.askAgain()
      }
      if (!alone) this.#askOthers()
      if (this.#snapshots.behind >= limits.snapshotEvery) void this.snapshot()
    })
  }

  /** Tells the cursors that had to wait, where they may go now. */
  flushPresence(): void {
    this.#guard(() => this.#connections.flushPresence())
  }

  /** The same bytes to everyone, such as a heartbeat. */
  send(frame: Uint8Array): void {
    this.#connections.fanOut.frame(frame)
  }

  /** Stores the board as it is in the log, where it is that now. */
  snapshot(): Promise<void> {
    return this.#snapshots.store()
  }

  /** Takes no more connections, and tells those there are. */
  startDraining(inMs: number): void {
    this.#draining = true
    this.#connections.fanOut.control({ type: 'going-away', inMs })
  }

  /** Takes the round out of memory. Idempotent. */
  end(reason: CloseReason): void {
    if (this.#ended) return
    this.#ended = true
    this.#unsubscribe()
    this.#connections.fanOut.close(reason)
    this.#lane.close()
    this.#board.dispose()
    this.#options.events.unloaded({ roundId: this.roundId })
  }

  #end(reason: CloseReason): void {
    if (this.#ended) return
    this.end(reason)
    this.#options.onEnded(this)
  }

  #heard(message: BusMessage): void {
    switch (message.kind) {
      case 'grown':
        if (message.seq > this.#log.readTo) this.#readOn()
        return
      case 'presence':
        this.#connections.hub.receiveRemote(message.update)
        return
      case 'control':
        this.#connections.heardCall(message.json)
        return
      case 'access-changed':
        void this.#checkAccess()
    }
  }

  /** What fails here is made up for by the next poll. */
  #readOn(): void {
    this.#follower.readOn().catch(() => undefined)
  }

  #committed(firstSeq: number, entries: readonly NewEntry[]): void {
    this.#snapshots.grown(entries.filter(({ kind }) => kind === 'board').length)
    this.#take(this.#log.committed(firstSeq, entries))
    this.#options.bus.publish(this.roundId, { kind: 'grown', seq: this.#log.seq })
    // Entries of other processes lie in between.
    if (this.#log.readTo < this.#log.seq) this.#readOn()
  }

  #readNews(news: LogNews): void {
    const entries = news.boards.length + news.events.length
    this.#snapshots.grown(news.boards.length)
    this.#take(news)
    if (entries > 0) this.#options.events.readOn({ roundId: this.roundId, entries })
  }

  /** What the log has brought: boards into the document, events to their audience, and the end of the round. */
  #take({ boards, events }: LogNews): void {
    const { edits, fanOut } = this.#connections
    edits.foreign(boards)
    for (const entry of events) fanOut.event(entry)
    edits.acknowledge()
    if (events.some(({ event }) => event.type === 'round-sealed')) this.#sealed()
  }

  /** The event has been sent to everyone; nothing is written any more (S1 to S6). */
  #sealed(): void {
    this.#connections.fanOut.close('sealed')
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
    this.#connections.fanOut.control({ type: 'frozen' })
  }

  #thawed(): void {
    this.#options.events.thawed({ roundId: this.roundId })
    this.#connections.fanOut.control({ type: 'unfrozen' })
    this.#connections.edits.askAgain()
  }

  /** Other processes may have appended, or put someone out, without a word reaching this one. */
  #askOthers(): void {
    const { limits, bus } = this.#options
    const now = this.#options.now()
    if (now - this.#polledAt >= (bus.connected ? limits.pollMs : limits.pollDisconnectedMs)) {
      this.#polledAt = now
      this.#readOn()
    }
    if (now - this.#accessCheckedAt >= limits.accessCheckMs && this.peers.length > 0) void this.#checkAccess()
  }

  async #checkAccess(): Promise<void> {
    this.#accessCheckedAt = this.#options.now()
    try {
      const stillIn = await this.#options.stillIn()
      this.#connections.drop((participantId) => stillIn.has(participantId))
    } catch {
      // Asked again after the next pause; meanwhile nobody is thrown out by an outage.
    }
  }

  /**
   * A bug in here must not leave a round that is half right in memory: it ends, its clients come back to a fresh one
   * folded from the log. Whoever sent what brought it about does not come back with the same bytes (D10).
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
