import type { Participant } from '@drawbar/shared/people/participant.ts'
import type { Role } from '@drawbar/shared/people/role.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import { ROUND_LIMITS, type RoundLimits } from '../limits.ts'
import type { LiveRound, Rounds } from '../live-round.ts'
import { createRounds } from '../rounds.ts'
import { FakeClock } from './fake-clock.ts'
import { MemoryBus } from './memory-bus.ts'
import { MemoryLog, MemoryRooms } from './memory-store.ts'
import { RecordedTelemetry } from './recorded-telemetry.ts'
import { sampleQuestion } from './sample-question.ts'
import { TestClient } from './test-client.ts'

export const ROUND_ID = 'round-1'
export const ROOM_ID = 'room-1'

export interface WorldOptions {
  readonly limits?: Partial<RoundLimits>
  readonly question?: Question
  readonly seed?: number
}

/** A process of the world: its rounds, and what it told its telemetry. */
export interface Node {
  readonly rounds: Rounds
  readonly telemetry: RecordedTelemetry
  open(roundId?: string): Promise<LiveRound>
}

/** A store, a bus, a clock and any number of processes on them. */
export class World implements AsyncDisposable {
  readonly clock = new FakeClock()
  readonly log = new MemoryLog()
  readonly rooms = new MemoryRooms()
  readonly bus = new MemoryBus()
  readonly limits: RoundLimits
  readonly question: Question
  readonly #nodes: Node[] = []
  readonly #clients: TestClient[] = []
  #ids = 0

  constructor(options: WorldOptions = {}) {
    this.limits = { ...ROUND_LIMITS, ...options.limits }
    this.question = options.question ?? sampleQuestion()
    this.#ids = (options.seed ?? 0) * 100_000
    this.addRound(ROUND_ID)
  }

  addRound(id: string): void {
    this.rooms.rounds.set(id, {
      id,
      roomId: ROOM_ID,
      question: this.question,
      level: 'senior',
      minutes: 45,
      createdAt: this.clock.now(),
      epoch: 1,
    })
    this.log.create(id)
  }

  node(options: { readonly alone?: boolean } = {}): Node {
    const telemetry = new RecordedTelemetry()
    const rounds = createRounds({
      store: { rooms: this.rooms, log: this.log },
      bus: this.bus.node(),
      now: this.clock.now,
      random: () => this.#nextId(),
      timers: this.clock,
      events: telemetry.events,
      limits: this.limits,
      alone: options.alone ?? true,
    })
    const node: Node = {
      rounds,
      telemetry,
      open: async (roundId = ROUND_ID) => {
        const opened = await rounds.open(roundId)
        if (!opened.ok) throw new Error(`not opened: ${opened.refusal.code}`)
        return opened.value
      },
    }
    this.#nodes.push(node)
    return node
  }

  /** Someone in the room, by a link of their own with the id `l-<name>`. */
  person(name: string, role: Role): Participant {
    const participant = { id: `p-${name}`, name, color: '#2563eb', role }
    if (!this.rooms.people.some(({ id }) => id === participant.id)) {
      const linkId = `l-${name}`
      const createdAt = this.clock.now()
      this.rooms.links.push({ id: linkId, roomId: ROOM_ID, role, digest: linkId, createdAt, revokedAt: null })
      this.rooms.people.push({
        ...participant,
        roomId: ROOM_ID,
        linkId,
        tokenDigest: name,
        joinedAt: createdAt,
      })
    }
    return participant
  }

  /** A client of a Yjs document, connected by `client.connect(round)`. */
  client(name: string, role: Role = name === 'alice' ? 'interviewer' : 'candidate'): TestClient {
    this.#ids += 1
    const client = new TestClient(this.person(name, role), this.#ids + 1000)
    this.#clients.push(client)
    return client
  }

  /** Lets time pass and every frame arrive, until nothing moves. */
  async rest(ms = 300): Promise<void> {
    for (let i = 0; i < 20; i += 1) {
      await this.clock.advance(Math.ceil(ms / 20))
      for (let moved = true; moved;) {
        moved = false
        for (const client of this.#clients) moved = client.flush() || moved
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#clients) client.doc.destroy()
    for (const { rounds } of this.#nodes) await rounds[Symbol.asyncDispose]()
  }

  #nextId(): string {
    this.#ids += 1
    return `id-${this.#ids}`
  }
}
