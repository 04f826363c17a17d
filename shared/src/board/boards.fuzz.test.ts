import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Store } from '@tldraw/store'
import type { TLRecord } from '@tldraw/tlschema'
import { BoardIndex } from './board-index.ts'
import { createBoardSchema, isBoardRecordType } from './board-schema.ts'
import { repairBoard } from './integrity.ts'
import { REPAIR_ORIGIN, recordsOf } from './layout.ts'
import { readAllRecords, touchedIds } from './read-record.ts'
import { boardOf, box, copyOf, frame } from './testing/boards.ts'
import { act, pick, randomOf } from './testing/random-edits.ts'
import type { Random } from './testing/random-edits.ts'
import { faultsOf } from './testing/sound-board.ts'
import { inspectUpdate } from './update-admission.ts'

/** A few seeds for ever, to which every one that finds a fault is added; the last is new on every run. */
const SEEDS = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, Math.floor(Math.random() * 2 ** 31)]
const STEPS = 250

/** Three documents; every update travels to both others on its own, in any order, sometimes twice. */
class Mesh {
  readonly peers: Y.Doc[]
  readonly #inFlight: { readonly to: Y.Doc; readonly update: Uint8Array }[] = []
  readonly #random: Random

  constructor(start: Y.Doc, random: Random) {
    this.#random = random
    this.peers = [start, copyOf(start), copyOf(start)]
    for (const [i, peer] of this.peers.entries()) {
      peer.clientID = 101 + i
      peer.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === this) return
        for (const to of this.peers) if (to !== peer) this.#inFlight.push({ to, update })
      })
    }
  }

  deliverSome(): void {
    while (this.#random(3) > 0 && this.#inFlight.length > 0) this.#deliver(this.#random(8) === 0)
  }

  deliverAll(): void {
    while (this.#inFlight.length > 0) this.#deliver(false)
  }

  #deliver(again: boolean): void {
    const at = this.#random(this.#inFlight.length)
    const [message] = again ? this.#inFlight.slice(at, at + 1) : this.#inFlight.splice(at, 1)
    if (message !== undefined) Y.applyUpdate(message.to, message.update, this)
  }
}

interface Client {
  readonly doc: Y.Doc
  readonly up: Uint8Array[]
  readonly down: Uint8Array[]
}

/** A server and three clients; each has a queue in either direction, first in first out, like a socket. */
class Star {
  readonly server: Y.Doc
  readonly index: BoardIndex
  readonly clients: readonly Client[]
  readonly #log: (line: string) => void
  #touched = new Set<string>()

  constructor(start: Y.Doc, log: (line: string) => void) {
    this.server = start
    this.#log = log
    this.index = new BoardIndex(start)
    repairBoard(start, { touched: 'all', index: this.index })
    recordsOf(start).observeDeep((events, { origin }) => {
      if (origin === REPAIR_ORIGIN) return
      for (const id of touchedIds(events, recordsOf(start))) this.#touched.add(id)
    })
    this.clients = [101, 102, 103].map((clientId) => {
      const client: Client = { doc: copyOf(start), up: [], down: [] }
      client.doc.clientID = clientId
      client.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== this) client.up.push(update)
      })
      return client
    })
  }

  flush(client: Client, direction: 'up' | 'down', now: number): void {
    const update = client[direction].shift()
    if (update === undefined) return
    if (direction === 'down') Y.applyUpdate(client.doc, update, this)
    else this.#receive(update, now)
  }

  flushAll(now: number): void {
    while (this.clients.some(({ up, down }) => up.length + down.length > 0)) {
      for (const client of this.clients) {
        this.flush(client, 'up', now)
        this.flush(client, 'down', now)
      }
    }
  }

  repair(now: number): void {
    const touched = this.#touched
    this.#touched = new Set()
    for (const { rule, id, reason } of repairBoard(this.server, { touched, index: this.index, now })
      .repaired) {
      this.#log(`  ${rule} ${id} ${reason}`)
    }
  }

  #receive(update: Uint8Array, now: number): void {
    expect(inspectUpdate(update)).toMatchObject({ ok: true })
    const parts: Uint8Array[] = []
    const collect = (part: Uint8Array) => parts.push(part)
    this.server.on('update', collect)
    Y.applyUpdate(this.server, update, this)
    this.repair(now)
    this.server.off('update', collect)
    for (const client of this.clients) client.down.push(Y.mergeUpdates(parts))
  }
}

function contentOf(doc: Y.Doc): unknown {
  return recordsOf(doc).toJSON()
}

function expectTldrawOpens(doc: Y.Doc): void {
  const store = new Store<TLRecord>({ schema: createBoardSchema(), props: {} })
  store.mergeRemoteChanges(() => store.put(readAllRecords(doc)))
  // tldraw adds session records of its own: a camera per page and the like.
  const shared = store.allRecords().filter(({ typeName }) => isBoardRecordType(typeName))
  expect(shared).toHaveLength(recordsOf(doc).size)
}

function expectSameIndex(kept: BoardIndex, doc: Y.Doc): void {
  const fresh = new BoardIndex(doc)
  expect(repairBoard(doc, { touched: 'all', index: fresh }).repaired).toEqual([])
  expect(kept.size).toBe(fresh.size)
  expect(kept.shapes).toEqual(fresh.shapes)
  expect(kept.bindings).toEqual(fresh.bindings)
  expect(kept.pages).toEqual(fresh.pages)
  for (const id of fresh.ids()) {
    expect(kept.accepted(id)).toEqual(fresh.accepted(id))
    expect(new Set(kept.childrenOf(id))).toEqual(new Set(fresh.childrenOf(id)))
    expect(new Set(kept.bindingsOf(id))).toEqual(new Set(fresh.bindingsOf(id)))
  }
}

/** Runs a story and, when it fails, tells the seed and every step up to there. */
function tell(seed: number, story: (random: Random, log: (line: string) => void) => void): void {
  const steps: string[] = []
  try {
    story(randomOf(seed), (line) => steps.push(line))
  } catch (cause) {
    throw new Error(`seed ${seed} failed after:\n${steps.join('\n')}`, { cause })
  }
  const repairs = steps.filter((step) => step.startsWith('  ')).length
  console.info(`seed ${seed}: ${steps.length - repairs} steps, ${repairs} repairs`)
}

describe('boards', () => {
  it.each(SEEDS)(
    '[R15] peers agree over any network, and one repair makes the board sound: seed %i',
    (seed) => {
      tell(seed, (random, log) => {
        const alice = boardOf(box('n0'), frame('n1'))
        const mesh = new Mesh(alice, random)
        for (let i = 0; i < STEPS; i++) {
          log(act(pick(random, mesh.peers) ?? alice, random))
          mesh.deliverSome()
        }
        mesh.deliverAll()
        for (const peer of mesh.peers) expect(contentOf(peer)).toEqual(contentOf(alice))

        for (const { rule, id } of repairBoard(alice, { touched: 'all' }).repaired) log(`  ${rule} ${id}`)
        mesh.deliverAll()
        for (const peer of mesh.peers) {
          expect(contentOf(peer)).toEqual(contentOf(alice))
          expect(faultsOf(peer)).toEqual([])
          expectTldrawOpens(peer)
        }
        expect(repairBoard(alice, { touched: 'all' }).repaired).toEqual([])
      })
    },
  )

  it.each(SEEDS)(
    '[R15] a server that repairs each update in its tick never holds a broken board: seed %i',
    (seed) => {
      tell(seed, (random, log) => {
        const star = new Star(boardOf(box('n0'), frame('n1')), log)
        let now = 0
        for (let i = 0; i < STEPS; i++) {
          now += random(300)
          const client = pick(random, star.clients)
          if (client !== undefined) log(act(client.doc, random))
          for (let n = random(4); n > 0; n--) {
            const other = pick(random, star.clients)
            if (other !== undefined) star.flush(other, random(2) === 0 ? 'up' : 'down', now)
          }
          expect(star.server.store.pendingStructs).toBeNull()
          expect(faultsOf(star.server, 'allowed')).toEqual([])
        }
        star.flushAll(now)
        for (const { doc } of star.clients) expect(contentOf(doc)).toEqual(contentOf(star.server))
        star.repair(now + 10_000)
        expect(faultsOf(star.server)).toEqual([])
        expectTldrawOpens(star.server)
        expectSameIndex(star.index, star.server)
      })
    },
  )
})
