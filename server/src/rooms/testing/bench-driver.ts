/** The other side of `fan-out.bench.ts`, in a process of its own: everyone in every room. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { boardSchemaHash } from '@drawbar/shared/board/board-schema.ts'
import { seedBoard } from '@drawbar/shared/board/layout.ts'
import { box } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { decodeFrame, encodeFrame, FRAME, type Frame } from '@drawbar/shared/wire/frame.ts'
import { encodeAwareness } from '../awareness-codec.ts'

export interface DriveOrder {
  readonly kind: 'relay' | 'rounds'
  readonly port: number
  readonly roundIds: readonly string[]
  readonly people: number
  readonly writers: number
  readonly seconds: number
}

export type DriveReport = { readonly kind: 'started' } | { readonly kind: 'done'; readonly delivered: number }

/** Drags come at 60 a second for 60 % of the time, cursors at 25 a second. */
const TICK_MS = 1000 / 60
const DRAGGING = 0.6
const CURSOR_EVERY = Math.round(1000 / 25 / TICK_MS)
const MARK_EVERY = 6

class Person {
  readonly doc = new Y.Doc()
  delivered = 0
  readonly #socket: WebSocket
  readonly #name: string
  #ticks = Math.floor(Math.random() * 100)
  #clock = 0

  constructor(url: string, name: string) {
    this.#name = name
    this.#socket = new WebSocket(url, { perMessageDeflate: false })
    this.#socket.on('message', (data: Buffer) => this.#receive(data))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === null || typeof origin === 'symbol') this.#send({ type: 'sync-update', update })
    })
  }

  /** In step with the server; a relay has nothing to be in step with. */
  async join(kind: DriveOrder['kind']): Promise<void> {
    await once(this.#socket, 'open')
    if (kind === 'relay') {
      const seed = new Y.Doc()
      seed.clientID = 1
      seedBoard(seed, { schemaHash: boardSchemaHash(), epoch: 1 })
      Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(seed), 'seed')
      return
    }
    this.#send({ type: 'sync-step1', stateVector: Y.encodeStateVector(this.doc) })
    while (!this.doc.getMap('records').has('page:page'))
      await new Promise((resolve) => setTimeout(resolve, 5))
  }

  start(): void {
    writeRecord(this.doc, undefined, box(this.#name))
    this.delivered = 0
  }

  tick(kind: DriveOrder['kind']): void {
    this.#ticks += 1
    if (this.#ticks % 100 < 100 * DRAGGING) {
      const before = box(this.#name, { x: this.#ticks - 1 })
      writeRecord(this.doc, before, box(this.#name, { x: this.#ticks }))
    }
    if (this.#ticks % CURSOR_EVERY === 0) this.#point()
    if (kind === 'rounds' && this.#ticks % MARK_EVERY === 0) this.#send({ type: 'mark', n: this.#ticks })
  }

  leave(): void {
    this.#socket.close()
  }

  #point(): void {
    this.#clock += 1
    const presence = {
      currentPageId: 'page:page',
      cursor: { x: this.#ticks, y: 0, type: 'default', rotation: 0 },
      camera: { x: 0, y: 0, z: 1 },
      screenBounds: { x: 0, y: 0, w: 1440, h: 900 },
      selectedShapeIds: [`shape:${this.#name}`],
      brush: null,
      scribbles: [],
      followingUserId: null,
      chatMessage: '',
      lastActivityTimestamp: this.#ticks,
    }
    const json = JSON.stringify({ presence })
    const update = encodeAwareness([{ clientId: this.doc.clientID, clock: this.#clock, json }])
    this.#send({ type: 'awareness', update })
  }

  #send(frame: Frame): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(encodeFrame(frame))
  }

  #receive(data: Buffer): void {
    const [type] = data
    if (type === FRAME.awareness) {
      this.delivered += 1
      return
    }
    const decoded = type === FRAME.sync ? decodeFrame(data) : undefined
    if (!decoded?.ok) return
    const { frame } = decoded
    if (frame.type === 'sync-update') this.delivered += 1
    else if (frame.type === 'sync-step2') Y.applyUpdate(this.doc, frame.update, 'remote')
    else if (frame.type === 'sync-step1') {
      this.#send({ type: 'sync-step2', update: Y.encodeStateAsUpdate(this.doc, frame.stateVector) })
    }
  }
}

async function drive(order: DriveOrder): Promise<void> {
  const { kind, port, roundIds, people, writers, seconds } = order
  const all = roundIds.map((roundId) =>
    Array.from({ length: people }, (_, i) => new Person(`ws://127.0.0.1:${port}/${roundId}/${i}`, `w${i}`)),
  )
  await Promise.all(all.flat().map((person) => person.join(kind)))
  const writing = all.flatMap((room) => room.slice(0, writers))
  for (const person of writing) person.start()
  // What joining cost is not what is measured.
  await new Promise((resolve) => setTimeout(resolve, 500))
  for (const person of all.flat()) person.delivered = 0
  process.send?.({ kind: 'started' } satisfies DriveReport)
  const timer = setInterval(() => {
    for (const person of writing) person.tick(kind)
  }, TICK_MS)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  clearInterval(timer)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const delivered = all.flat().reduce((sum, person) => sum + person.delivered, 0)
  process.send?.({ kind: 'done', delivered } satisfies DriveReport)
  for (const person of all.flat()) person.leave()
}

process.on('message', (order: DriveOrder) => void drive(order))
