import { BoardIndex } from '@drawbar/shared/board/board-index.ts'
import { repairBoard } from '@drawbar/shared/board/integrity.ts'
import { recordsOf } from '@drawbar/shared/board/layout.ts'
import { touchedIds } from '@drawbar/shared/board/read-record.ts'
import * as Y from 'yjs'
import { createPeer, type Peer } from './peer.ts'
import type { Random } from './random.ts'

interface Line {
  readonly peer: Peer
  connected: boolean
  /** To the server, in order: a socket keeps it. */
  up: Uint8Array[]
  /** From the server; two servers between which updates race may deliver in any order, and twice. */
  down: Uint8Array[]
}

const SERVER = 'server'

/**
 * A server that repairs what it is sent, and peers on lines that lose what is under way when they break. Queues are
 * moved by hand.
 */
export class LossyRoom {
  readonly doc: Y.Doc
  readonly lines: readonly Line[]
  readonly #random: Random
  readonly #index: BoardIndex
  #now = 0

  constructor(doc: Y.Doc, names: readonly string[], random: Random) {
    this.doc = doc
    // Who wins between two writers depends on their ids: the seed decides.
    this.doc.clientID = 1
    this.#random = random
    this.#index = new BoardIndex(doc)
    repairBoard(doc, { touched: 'all', index: this.#index })
    this.lines = names.map((name) => this.#join(name))
  }

  get peers(): readonly Peer[] {
    return this.lines.map(({ peer }) => peer)
  }

  /** Moves one frame somewhere, or breaks or mends a line. */
  step(): void {
    const line = this.#random.pick(this.lines)
    if (!line) return
    if (!line.connected) {
      if (this.#random.chance(0.3)) this.connect(line)
    } else if (this.#random.chance(0.04)) {
      this.#disconnect(line)
    } else if (this.#random.chance(0.5)) {
      this.#moveUp(line)
    } else {
      this.#moveDown(line)
    }
  }

  /** Mends every line and moves everything there is until nothing moves, past every grace the server gives. */
  settle(): void {
    for (let round = 0; round < 20; round += 1) {
      for (const line of this.lines) if (!line.connected) this.connect(line)
      for (const { peer } of this.lines) peer.binding.flush()
      for (const line of this.lines) while (line.up.length > 0) this.#moveUp(line)
      for (const line of this.lines) while (line.down.length > 0) this.#moveDown(line)
      this.#now += 60_000
      const { repaired } = this.#repair(new Set())
      for (const { peer } of this.lines) peer.binding.flush()
      const quiet = this.lines.every(({ up, down }) => up.length + down.length === 0)
      if (quiet && repaired.length === 0) return
    }
    throw new Error('The room does not come to rest.')
  }

  /** Both sides send what the other lacks, as y-websocket and the server do. */
  connect(line: Line): void {
    line.connected = true
    line.up = []
    line.down = []
    this.#receive(line, Y.encodeStateAsUpdate(line.peer.doc, Y.encodeStateVector(this.doc)))
    const missing = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(line.peer.doc))
    Y.applyUpdate(line.peer.doc, missing, SERVER)
  }

  #join(name: string): Line {
    const doc = new Y.Doc()
    doc.clientID = 100 + this.#random.below(1_000_000)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc))
    const line: Line = { peer: createPeer(name, doc), connected: true, up: [], down: [] }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== SERVER && line.connected) line.up.push(update)
    })
    return line
  }

  #disconnect(line: Line): void {
    line.connected = false
    line.up = []
    line.down = []
  }

  #moveUp(line: Line): void {
    const update = line.up.shift()
    if (update) this.#receive(line, update)
  }

  #moveDown(line: Line): void {
    const at = this.#random.chance(0.3) ? this.#random.below(line.down.length) : 0
    const update = line.down[at]
    if (!update) return
    const again = this.#random.chance(0.05)
    if (!again) line.down.splice(at, 1)
    Y.applyUpdate(line.peer.doc, update, SERVER)
  }

  #receive(from: Line, update: Uint8Array): void {
    const touched = new Set<string>()
    const records = recordsOf(this.doc)
    const watch = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const id of touchedIds(events, records)) touched.add(id)
    }
    records.observeDeep(watch)
    Y.applyUpdate(this.doc, update, from)
    records.unobserveDeep(watch)
    const { repair } = this.#repair(touched)
    for (const line of this.lines) {
      if (!line.connected) continue
      if (line !== from) line.down.push(update)
      // Sometimes apart, as between two servers: the guard of each page must bear what was not repaired yet.
      for (const part of repair) line.down.push(part)
    }
  }

  #repair(touched: ReadonlySet<string>) {
    const repair: Uint8Array[] = []
    const collect = (update: Uint8Array) => repair.push(update)
    this.doc.on('update', collect)
    const { repaired } = repairBoard(this.doc, { touched, index: this.#index, now: this.#now })
    this.doc.off('update', collect)
    if (touched.size === 0) for (const line of this.lines) if (line.connected) line.down.push(...repair)
    return { repair, repaired }
  }
}
