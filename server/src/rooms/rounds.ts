import { encodeFrame } from '@drawbar/shared/wire/frame.ts'
import type { Bus } from '../bus/bus.ts'
import type { Store } from '../store/store.ts'
import { Journal } from './journal.ts'
import { ROUND_LIMITS, type RoundLimits } from './limits.ts'
import type { LiveRound, Rounds } from './live-round.ts'
import type { Peer } from './peer.ts'
import { done, refused, type Outcome } from './refusal.ts'
import { Round } from './round.ts'
import { loadRound, type LoadedRound } from './round-loader.ts'
import type { RoundTelemetry } from './telemetry.ts'
import { every, type Timer, type Timers } from './timers.ts'

export interface RoundsOptions {
  readonly store: Pick<Store, 'rooms' | 'log'>
  readonly bus: Bus
  /** Epoch milliseconds. */
  readonly now: () => number
  /** An id of so many random bytes, in URL-safe characters. */
  readonly random: (bytes: number) => string
  readonly timers: Timers
  readonly events: RoundTelemetry
  readonly limits?: RoundLimits
  /** Whether this is the only process on its store. Default false: the log is polled for what others append. */
  readonly alone?: boolean
}

const TICK_MS = 250
const PRESENCE_MS = 40

/** A round in memory, or on its way there. */
interface Slot {
  readonly opened: Promise<Outcome<Round>>
  round: Round | undefined
}

interface Failure {
  readonly waitMs: number
  readonly until: number
}

/** The live rounds of this process; the only maker of {@link Round}. */
export function createRounds(options: RoundsOptions): Rounds {
  return new RoundRegistry(options)
}

class RoundRegistry implements Rounds {
  readonly #options: RoundsOptions
  readonly #limits: RoundLimits
  readonly #journal: Journal
  readonly #slots = new Map<string, Slot>()
  readonly #failures = new Map<string, Failure>()
  readonly #stops: (() => void)[]
  #draining = false
  #disposed = false

  constructor(options: RoundsOptions) {
    const { timers, store, now, events, limits = ROUND_LIMITS } = options
    this.#options = options
    this.#limits = limits
    this.#journal = new Journal({ log: store.log, now, timers, events, limits })
    this.#stops = [
      every(timers, TICK_MS, () => this.#tick()),
      every(timers, PRESENCE_MS, () => this.#flushPresence()),
      every(timers, limits.heartbeatMs, () => this.#beat()),
    ]
  }

  get live(): Iterable<LiveRound> {
    return this.#rounds()
  }

  async open(roundId: string): Promise<Outcome<LiveRound>> {
    if (this.#draining) return restarting()
    const failure = this.#failures.get(roundId)
    if (failure !== undefined && this.#options.now() < failure.until) return cannotLoad()
    let slot = this.#slots.get(roundId)
    if (slot === undefined) {
      slot = { opened: this.#load(roundId), round: undefined }
      this.#slots.set(roundId, slot)
      void this.#settle(roundId, slot)
    }
    const opened = await slot.opened
    if (this.#draining) return restarting()
    if (opened.ok) opened.value.touch()
    return opened
  }

  async drain(ms: number): Promise<void> {
    if (this.#draining) return
    this.#draining = true
    for (const round of this.#rounds()) round.startDraining(ms)
    await this.#saved()
    await this.#hangUp(ms)
    await this.#saved()
    await Promise.all(this.#rounds().map((round) => round.snapshot()))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#disposed) return
    this.#disposed = true
    this.#draining = true
    for (const stop of this.#stops) stop()
    await Promise.all([...this.#slots.values()].map(({ opened }) => opened))
    for (const round of this.#rounds()) round.end('draining')
    this.#slots.clear()
    this.#journal.dispose()
  }

  #rounds(): Round[] {
    return [...this.#slots.values()].flatMap(({ round }) => round ?? [])
  }

  async #load(roundId: string): Promise<Outcome<Round>> {
    const { now, events, store } = this.#options
    const startedAt = now()
    try {
      const loaded = await this.#inTime(
        loadRound({ roundId, rooms: store.rooms, log: store.log, now, clientId: () => this.#clientId() }),
      )
      this.#failures.delete(roundId)
      if (loaded === undefined) return refused('not-found', 'There is no such round on this server.')
      if (loaded.incomplete) events.logIncomplete({ roundId })
      events.loaded({ roundId, entries: loaded.entries, ms: now() - startedAt })
      return done(this.#make(loaded))
    } catch (error) {
      const waitMs = Math.min(
        this.#limits.reloadMaxMs,
        (this.#failures.get(roundId)?.waitMs ?? this.#limits.reloadMinMs / 2) * 2,
      )
      this.#failures.set(roundId, { waitMs, until: now() + waitMs })
      events.loadFailed({ roundId, error })
      return cannotLoad()
    }
  }

  #make(loaded: LoadedRound): Round {
    const { store, bus, now, random, events, alone = false } = this.#options
    const { roomId } = loaded.stored
    return new Round({
      loaded,
      store: store.log,
      bus,
      journal: this.#journal,
      now,
      random,
      events,
      limits: this.#limits,
      alone,
      stillIn: () => this.#stillIn(roomId),
      onEnded: (round) => this.#forget(round),
    })
  }

  /** A failed load leaves no slot behind; a good one shows its round. */
  async #settle(roundId: string, slot: Slot): Promise<void> {
    const opened = await slot.opened
    if (opened.ok && !opened.value.ended) slot.round = opened.value
    else if (this.#slots.get(roundId) === slot) this.#slots.delete(roundId)
  }

  #forget(round: Round): void {
    if (this.#slots.get(round.roundId)?.round === round) this.#slots.delete(round.roundId)
  }

  async #inTime(loading: Promise<LoadedRound | undefined>): Promise<LoadedRound | undefined> {
    const { timers } = this.#options
    const { loadTimeoutMs } = this.#limits
    let timer: Timer
    let late = false
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = timers.set(() => {
        late = true
        reject(new Error(`the round did not load within ${loadTimeoutMs} ms`))
      }, loadTimeoutMs)
    })
    try {
      return await Promise.race([loading, timeout])
    } finally {
      timers.clear(timer)
      if (late) loading.then((loaded) => loaded?.board.dispose()).catch(() => undefined)
    }
  }

  async #stillIn(roomId: string): Promise<ReadonlySet<string>> {
    const { rooms } = this.#options.store
    const [links, people] = await Promise.all([rooms.linksOf(roomId), rooms.participantsOf(roomId)])
    const good = new Set(links.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id))
    return new Set(people.filter(({ linkId }) => good.has(linkId)).map(({ id }) => id))
  }

  #tick(): void {
    for (const round of this.#rounds()) {
      round.tick()
      if (round.idle(this.#limits.lingerMs)) void this.#unload(round)
    }
    this.#shed()
  }

  /** Takes an idle round out of memory, unless someone has come while its snapshot was stored. */
  async #unload(round: Round): Promise<void> {
    await round.snapshot()
    if (!round.idle(this.#limits.lingerMs) || this.#slots.get(round.roundId)?.round !== round) return
    this.#slots.delete(round.roundId)
    round.end('internal')
  }

  /** The process keeps its unsent bytes within bounds by giving up on its slowest reader. */
  #shed(): void {
    const peers = this.#rounds().flatMap((round) => [...round.peers])
    let buffered = peers.reduce((sum, peer) => sum + peer.buffered, 0)
    if (buffered <= this.#limits.processBufferedBytes) return
    const slowest = peers.toSorted((a: Peer, b: Peer) => b.buffered - a.buffered)
    for (const peer of slowest) {
      if (buffered <= this.#limits.processBufferedBytes) return
      buffered -= peer.buffered
      peer.close('slowConsumer')
    }
  }

  #flushPresence(): void {
    for (const round of this.#rounds()) if (round.holdsPresence) round.flushPresence()
  }

  #beat(): void {
    const frame = encodeFrame({ type: 'heartbeat', at: Math.floor(this.#options.now()) })
    for (const round of this.#rounds()) round.send(frame)
  }

  /** Hangs up a share of the connections at a time, so that they do not all come back at once. */
  async #hangUp(ms: number): Promise<void> {
    const { timers } = this.#options
    const steps = Math.max(1, Math.floor(ms / TICK_MS))
    for (let step = steps; step > 0; step -= 1) {
      const peers = this.#rounds().flatMap((round) => [...round.peers])
      for (const peer of peers.slice(0, Math.ceil(peers.length / step))) peer.close('draining')
      if (peers.length === 0) return
      if (step > 1) await new Promise<void>((resolve) => timers.set(resolve, TICK_MS))
    }
  }

  /** Resolves once nothing waits for its commit, or after a while where the store does not answer. */
  async #saved(): Promise<void> {
    const { timers } = this.#options
    let timer: Timer
    const timeout = new Promise<void>((resolve) => {
      timer = timers.set(resolve, this.#limits.drainMs)
    })
    await Promise.race([this.#journal.settled(), timeout])
    timers.clear(timer)
  }

  #clientId(): number {
    return hash32(this.#options.random(8))
  }
}

function restarting(): Outcome<never> {
  return refused('unavailable', 'The server is restarting.', 'Try again in a moment.')
}

function cannotLoad(): Outcome<never> {
  return refused(
    'unavailable',
    'The board of this round cannot be loaded just now.',
    'Try again in a moment.',
  )
}

/** FNV-1a: Yjs wants an unsigned 32-bit number where everything else takes a string. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
