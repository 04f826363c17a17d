import { CLOSE, mayReconnect } from '@drawbar/shared/wire/close-code.ts'
import { controlDownSchema, type ControlDown } from '@drawbar/shared/wire/control-down.ts'
import type { ControlUp } from '@drawbar/shared/wire/control-up.ts'
import { encodeFrame, FRAME } from '@drawbar/shared/wire/frame.ts'
import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import { offeredProtocols, PROTOCOL_VERSION } from '@drawbar/shared/wire/protocol-version.ts'
import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { backoffMs } from './backoff.ts'
import { sendOnlyOwnPresence } from './own-presence.ts'
import {
  acknowledged,
  changed,
  inherited,
  lost,
  markDue,
  marked,
  NOTHING_MADE,
  opened,
  saveState,
  type SaveProgress,
  type SaveState,
} from './save-state.ts'
import type { Surroundings } from './surroundings.ts'
import { createSyncHandler } from './sync-handler.ts'
import { watchOwnChanges } from './watch-own-changes.ts'

/** Silence after which the line counts as dead: the server says something every 15 s. */
const SILENCE_MS = LIMITS.heartbeatMs + 7_000
const WATCH_EVERY_MS = 3_000
/** A connection that is not made by then is tried again. */
const CONNECT_TIMEOUT_MS = 10_000

export interface ConnectionOptions {
  readonly roundId: string
  readonly token: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly schemaHash: string
  /** The rebuild of the board this page's copy belongs to; null while it has none. Asked at every attempt. */
  readonly epoch: () => number | null
  readonly surroundings: Surroundings
  readonly onControl: (message: ControlDown) => void
  /** Up: connected and compared with the server. Down: not any more, trying again. */
  readonly onLine: (up: boolean) => void
  readonly onSave: (save: SaveState) => void
  /** The server hung up for good. */
  readonly onClosed: (code: number) => void
}

/**
 * The socket of a round. y-websocket speaks the Yjs half; around it: when to come back (its own backoff has no
 * jitter), marks and acks, control messages, and the line's pulse.
 */
export class Connection {
  readonly #options: ConnectionOptions
  readonly #provider: WebsocketProvider
  readonly #cleanups: (() => void)[] = []
  #progress: SaveProgress = NOTHING_MADE
  /** Null until the first attempt has ended one way or the other. */
  #up: boolean | null = null
  #attempt = 0
  #left = false
  #final = false
  #cancelRetry: (() => void) | null = null
  #connectingSince: number | null = null

  constructor(options: ConnectionOptions) {
    this.#options = options
    const { doc, awareness, surroundings, token } = options
    const provider = new WebsocketProvider(`${surroundings.socketOrigin}/ws/rounds`, options.roundId, doc, {
      connect: false,
      disableBc: true,
      awareness,
      protocols: offeredProtocols(token),
      WebSocketPolyfill: surroundings.WebSocket,
      shouldReconnect: ({ code }) => mayReconnect(code),
    })
    this.#provider = provider
    this.#handleMessages(provider)
    provider.on('connection-close', (event) => this.#closed(event?.code))
    provider.on('closed', ({ code }) => this.#finished(code))
    provider.on('sync', (synced) => {
      if (synced) this.#synced()
    })

    this.#cleanups.push(
      watchOwnChanges(doc, surroundings.now, (continues) =>
        this.#advance(changed(this.#progress, continues)),
      ),
    )
    sendOnlyOwnPresence(provider, awareness, (frame) => this.#send(frame))
    this.#watch()
    this.#cleanups.push(
      surroundings.onNetworkChange((reachable) => {
        if (reachable) this.reconnect()
        else this.#drop()
      }),
    )
  }

  get save(): SaveState {
    return saveState(this.#progress, this.#up === true)
  }

  /** Counts edits that an earlier page made and never had acknowledged. */
  addWaiting(edits: number): void {
    this.#advance(inherited(this.#progress, edits))
  }

  connect(): void {
    if (this.#left || this.#final) return
    this.#cancelRetry?.()
    this.#cancelRetry = null
    const { epoch, schemaHash, surroundings } = this.#options
    const at = epoch()
    this.#provider.params = {
      v: String(PROTOCOL_VERSION),
      s: schemaHash,
      ...(at === null ? {} : { e: String(at) }),
    }
    this.#connectingSince = surroundings.now()
    this.#provider.connect()
  }

  /** Connects now if it is waiting to. */
  reconnect(): void {
    if (this.#cancelRetry) this.connect()
  }

  /** False when there is no connection to send it on. */
  sendControl(message: ControlUp): boolean {
    return this.#send(encodeFrame({ type: 'control', json: JSON.stringify(message) }))
  }

  leave(): void {
    if (this.#left) return
    this.#left = true
    this.#cancelRetry?.()
    this.#cancelRetry = null
    for (const cleanup of this.#cleanups) cleanup()
    this.#provider.destroy()
  }

  #handleMessages(provider: WebsocketProvider): void {
    const handlers = provider.messageHandlers
    handlers[FRAME.sync] = createSyncHandler({
      // The answer is sent after the handler returns; the mark must follow it.
      onAsked: () => queueMicrotask(() => this.#handedOver()),
      onBroken: () => this.#finish(CLOSE.badFrame),
    })
    handlers[FRAME.control] = (_encoder, decoder) => {
      const message = controlDownSchema.safeParse(parseJson(decoding.readVarString(decoder)))
      // A message of a newer server that this page does not know changes nothing here.
      if (message.success) this.#options.onControl(message.data)
    }
    handlers[FRAME.mark] = (_encoder, decoder) => {
      this.#advance(acknowledged(this.#progress, decoding.readVarUint(decoder)))
    }
    handlers[FRAME.heartbeat] = () => {}
  }

  #synced(): void {
    this.#attempt = 0
    this.#connectingSince = null
    this.#setUp(true)
  }

  #handedOver(): void {
    if (this.#provider.wsconnected) this.#advance(opened(this.#progress))
  }

  #advance(progress: SaveProgress): void {
    this.#progress = progress
    const due = markDue(progress)
    if (due !== null && this.#send(encodeFrame({ type: 'mark', n: due }))) {
      this.#progress = marked(this.#progress, due)
    }
    this.#options.onSave(this.save)
  }

  #setUp(up: boolean): void {
    if (this.#up === up) return
    this.#up = up
    this.#options.onLine(up)
    this.#options.onSave(this.save)
  }

  #closed(code: number | undefined): void {
    this.#connectingSince = null
    this.#progress = lost(this.#progress)
    if (this.#left) return
    this.#setUp(false)
    this.#options.onSave(this.save)
    if (this.#final || (code !== undefined && !mayReconnect(code))) return
    // Takes the place of y-websocket's own timer, which finds nothing to do.
    this.#provider.shouldConnect = false
    const { surroundings } = this.#options
    this.#cancelRetry?.()
    this.#cancelRetry = surroundings.after(backoffMs(this.#attempt, surroundings.random), () =>
      this.connect(),
    )
    this.#attempt += 1
  }

  #finished(code: number): void {
    this.#final = true
    this.#options.onClosed(code)
  }

  /** Ends it from this side, for a reason the server does not know yet. */
  #finish(code: number): void {
    this.#final = true
    this.#provider.disconnect()
    this.#options.onClosed(code)
  }

  /** Hangs up on a line that is dead, or about to be, and comes back. */
  #drop(): void {
    if (this.#provider.ws !== null) this.#provider.disconnect()
  }

  #watch(): void {
    const { surroundings } = this.#options
    let cancel = () => {}
    const look = () => {
      const now = surroundings.now()
      const { wsconnected, wsLastMessageReceived } = this.#provider
      const silent = wsconnected && now - wsLastMessageReceived > SILENCE_MS
      const stuck = this.#connectingSince !== null && now - this.#connectingSince > CONNECT_TIMEOUT_MS
      if (silent || stuck) this.#drop()
      cancel = surroundings.after(WATCH_EVERY_MS, look)
    }
    cancel = surroundings.after(WATCH_EVERY_MS, look)
    this.#cleanups.push(() => cancel())
  }

  #send(frame: Uint8Array): boolean {
    const { ws, wsconnected } = this.#provider
    if (!wsconnected || ws?.readyState !== ws?.OPEN || ws === null) return false
    ws.send(new Uint8Array(frame))
    return true
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
