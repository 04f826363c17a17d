import type { Entry, EventEntry } from '@drawbar/shared/log/entry.ts'
import type { Append, AppendResult, LogHead, LogStore, Snapshot } from '../../store/log-store.ts'
import type {
  RoomStore,
  StoredLink,
  StoredParticipant,
  StoredRoom,
  StoredRound,
} from '../../store/room-store.ts'

/** A log in memory that can be told to fail, to hang and to lie. Shared by two processes in the multi-node tests. */
export class MemoryLog implements LogStore {
  readonly #logs = new Map<string, Entry[]>()
  readonly #snapshots = new Map<string, Snapshot[]>()
  /** What every call first waits for, and may reject with. */
  obstacle: (call: keyof LogStore, roundIds: readonly string[]) => Promise<void> | undefined = () => undefined
  appends = 0

  create(roundId: string): void {
    this.#logs.set(roundId, [])
  }

  forget(roundId: string): void {
    this.#logs.delete(roundId)
  }

  entries(roundId: string): readonly Entry[] {
    return this.#logs.get(roundId) ?? []
  }

  snapshots(roundId: string): readonly Snapshot[] {
    return this.#snapshots.get(roundId) ?? []
  }

  async append(appends: readonly Append[]): Promise<AppendResult[]> {
    await this.obstacle(
      'append',
      appends.map(({ roundId }) => roundId),
    )
    this.appends += 1
    return appends.map((append) => this.#appendOne(append))
  }

  async read(roundId: string, { after, limit }: { after: number; limit: number }): Promise<Entry[]> {
    await this.obstacle('read', [roundId])
    return this.entries(roundId)
      .filter(({ seq }) => seq > after)
      .slice(0, limit)
  }

  async readEvents(roundId: string, after: number): Promise<EventEntry[]> {
    await this.obstacle('readEvents', [roundId])
    return this.entries(roundId).flatMap((entry) =>
      entry.kind === 'event' && entry.seq > after ? [entry] : [],
    )
  }

  async head(roundId: string): Promise<LogHead | undefined> {
    await this.obstacle('head', [roundId])
    const log = this.#logs.get(roundId)
    return log && { seq: log.length, eventSeq: lastEvent(log) }
  }

  async latestSnapshot(roundId: string): Promise<Snapshot | undefined> {
    await this.obstacle('latestSnapshot', [roundId])
    return this.snapshots(roundId).at(-1)
  }

  async putSnapshot(roundId: string, snapshot: Snapshot): Promise<void> {
    await this.obstacle('putSnapshot', [roundId])
    this.#snapshots.set(roundId, [...this.snapshots(roundId), snapshot])
  }

  #appendOne({ roundId, entries, expectEventSeq }: Append): AppendResult {
    const log = this.#logs.get(roundId)
    if (log === undefined) return { kind: 'no-round' }
    for (const entry of entries) {
      if (entry.kind !== 'event') continue
      const earlier = log.find((other) => other.kind === 'event' && other.commandId === entry.commandId)
      if (earlier) return { kind: 'duplicate', seq: earlier.seq }
    }
    if (expectEventSeq !== undefined && expectEventSeq !== lastEvent(log)) return { kind: 'conflict' }
    const firstSeq = log.length + 1
    for (const entry of entries) log.push({ ...entry, seq: log.length + 1 })
    return { kind: 'appended', firstSeq, lastSeq: log.length }
  }
}

function lastEvent(log: readonly Entry[]): number {
  return log.findLast(({ kind }) => kind === 'event')?.seq ?? 0
}

/** Rooms in memory: what a live round reads of them, and what a test puts there. */
export class MemoryRooms implements RoomStore {
  readonly rounds = new Map<string, StoredRound>()
  readonly links: StoredLink[] = []
  readonly people: StoredParticipant[] = []
  readonly #rooms = new Map<string, StoredRoom>()

  async createRoom(made: {
    room: StoredRoom
    round: StoredRound
    links: readonly StoredLink[]
  }): Promise<void> {
    this.#rooms.set(made.room.id, made.room)
    this.rounds.set(made.round.id, made.round)
    this.links.push(...made.links)
  }

  async room(roomId: string): Promise<StoredRoom | undefined> {
    return this.#rooms.get(roomId)
  }

  async round(roundId: string): Promise<StoredRound | undefined> {
    return this.rounds.get(roundId)
  }

  async roundsOf(roomId: string): Promise<StoredRound[]> {
    return [...this.rounds.values()].filter((round) => round.roomId === roomId)
  }

  async linkByDigest(digest: string): Promise<StoredLink | undefined> {
    return this.links.find((link) => link.digest === digest)
  }

  async linksOf(roomId: string): Promise<StoredLink[]> {
    return this.links.filter((link) => link.roomId === roomId)
  }

  async addLink(link: StoredLink): Promise<void> {
    this.links.push(link)
  }

  async revokeLink({ linkId, at }: { roomId: string; linkId: string; at: number }): Promise<boolean> {
    const index = this.links.findIndex((link) => link.id === linkId && link.revokedAt === null)
    const link = this.links[index]
    if (link === undefined) return false
    this.links[index] = { ...link, revokedAt: at }
    return true
  }

  async addParticipant(participant: StoredParticipant): Promise<void> {
    this.people.push(participant)
  }

  async participantByToken(tokenDigest: string): Promise<StoredParticipant | undefined> {
    return this.people.find((participant) => participant.tokenDigest === tokenDigest)
  }

  async participantsOf(roomId: string): Promise<StoredParticipant[]> {
    return this.people.filter((participant) => participant.roomId === roomId)
  }
}
