import * as Y from 'yjs'
import { LOCAL_ORIGIN, recordsOf } from '@drawbar/shared/board/layout.ts'
import { readAllRecords } from '@drawbar/shared/board/read-record.ts'
import { removeRecord, writeRecord } from '@drawbar/shared/board/write-record.ts'
import type { EventEntry } from '@drawbar/shared/log/entry.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import { controlDownSchema, type ControlDown } from '@drawbar/shared/wire/control-down.ts'
import { decodeFrame, encodeFrame, type Frame } from '@drawbar/shared/wire/frame.ts'
import { decodeAwareness, encodeAwareness } from '../awareness-codec.ts'
import type { LiveRound, RoundConnection } from '../live-round.ts'
import type { Outcome } from '../refusal.ts'
import { FakeSocket } from './fake-socket.ts'

/** A tldraw record, named without importing tldraw. */
export type BoardRecord = Parameters<typeof writeRecord>[2]

/**
 * A peer as y-websocket is one: answers step 1, sends its own at the start, sends local updates at once. Frames in
 * both directions wait in queues until `flush`.
 */
export class TestClient {
  readonly participant: Participant
  readonly doc: Y.Doc
  /** Frames received, decoded, of the present connection and those before it. */
  readonly received: Frame[] = []
  readonly controls: ControlDown[] = []
  readonly acks: number[] = []
  /** Newest awareness state by client id; null for those who left. */
  readonly presence = new Map<number, { readonly clock: number; readonly state: unknown }>()
  socket = new FakeSocket()
  synced = false
  /** How it answers a step 1; a hostile page answers otherwise. */
  answer = (stateVector: Uint8Array): Uint8Array => Y.encodeStateAsUpdate(this.doc, stateVector)
  #connection: RoundConnection | undefined
  #up: Uint8Array[] = []
  #clock = 0
  #marks = 0

  constructor(participant: Participant, clientId: number) {
    this.participant = participant
    this.doc = new Y.Doc()
    this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.connected) this.send({ type: 'sync-update', update })
    })
  }

  get connected(): boolean {
    return this.#connection !== undefined && this.socket.closedWith === undefined
  }

  get closedWith(): number | undefined {
    return this.socket.closedWith
  }

  get events(): EventEntry[] {
    return this.controls.flatMap((control) => (control.type === 'event' ? [control.entry] : []))
  }

  get lastMark(): number {
    return this.#marks
  }

  /** Opens a connection and says step 1, as y-websocket does. */
  connect(round: LiveRound): this {
    const outcome = this.tryConnect(round)
    if (!outcome.ok) throw new Error(`not connected: ${outcome.refusal.code}`)
    this.send({ type: 'sync-step1', stateVector: Y.encodeStateVector(this.doc) })
    return this
  }

  tryConnect(round: LiveRound): Outcome<RoundConnection> {
    this.disconnect()
    this.socket = new FakeSocket()
    this.synced = false
    const outcome = round.connect(this.participant, this.socket)
    if (outcome.ok) this.#connection = outcome.value
    return outcome
  }

  /** The line breaks: what is under way in both directions is lost. */
  disconnect(): void {
    this.#up = []
    this.socket.lose()
    this.#connection?.left()
    this.#connection = undefined
  }

  send(frame: Frame): void {
    this.sendRaw(encodeFrame(frame))
  }

  sendRaw(bytes: Uint8Array): void {
    this.#up.push(bytes)
  }

  /** Bytes that reach the server although the socket is closed, as ws delivers what was buffered. */
  sendLate(bytes: Uint8Array): void {
    this.#connection?.receive(bytes)
  }

  mark(): number {
    this.#marks += 1
    this.send({ type: 'mark', n: this.#marks })
    return this.#marks
  }

  awareness(state: unknown, clientId = this.doc.clientID): void {
    this.#clock += 1
    this.send({
      type: 'awareness',
      update: encodeAwareness([{ clientId, clock: this.#clock, json: JSON.stringify(state) }]),
    })
  }

  put(next: BoardRecord, prev?: BoardRecord): void {
    writeRecord(this.doc, prev, next)
  }

  remove(id: string): void {
    removeRecord(this.doc, id)
  }

  /** A write past the binding, as a broken or hostile page does it. */
  write(change: (records: Y.Map<Y.Map<unknown>>) => void): void {
    this.doc.transact(() => change(recordsOf(this.doc)), LOCAL_ORIGIN)
  }

  records(): BoardRecord[] {
    return readAllRecords(this.doc).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** One frame up; false where there is none. */
  flushUp(): boolean {
    const bytes = this.#up.shift()
    if (bytes === undefined) return false
    this.#connection?.receive(bytes)
    return true
  }

  /** One frame down; false where there is none. */
  flushDown(): boolean {
    const bytes = this.socket.take()
    if (bytes === undefined) return false
    this.#take(bytes)
    return true
  }

  /** Everything in both directions, until nothing moves; whether anything did. */
  flush(): boolean {
    let moved = false
    while (this.flushUp() || this.flushDown()) moved = true
    return moved
  }

  #take(bytes: Uint8Array): void {
    const decoded = decodeFrame(bytes)
    if (!decoded.ok) throw new Error(`the server sent a frame that is ${decoded.reason}`)
    const { frame } = decoded
    this.received.push(frame)
    switch (frame.type) {
      case 'sync-step1':
        this.send({ type: 'sync-step2', update: this.answer(frame.stateVector) })
        return
      case 'sync-step2':
        this.synced = true
        Y.applyUpdate(this.doc, frame.update, this)
        return
      case 'sync-update':
        Y.applyUpdate(this.doc, frame.update, this)
        return
      case 'awareness':
        for (const { clientId, clock, json } of decodeAwareness(frame.update) ?? []) {
          const known = this.presence.get(clientId)
          if (known === undefined || clock > known.clock)
            this.presence.set(clientId, { clock, state: JSON.parse(json) })
        }
        return
      case 'control':
        this.controls.push(controlDownSchema.parse(JSON.parse(frame.json)))
        return
      case 'mark':
        this.acks.push(frame.n)
        return
      case 'query-awareness':
      case 'heartbeat':
    }
  }
}
