import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { controlDownSchema, type ControlDown } from '@drawbar/shared/wire/control-down.ts'
import { decodeFrame, encodeFrame, type Frame } from '@drawbar/shared/wire/frame.ts'
import { offeredProtocols } from '@drawbar/shared/wire/protocol-version.ts'

export interface SocketPeerOptions {
  /** `http://…` of the server. */
  readonly server: string
  readonly roundId: string
  readonly token?: string
  /** Appended to the address, with its question mark. */
  readonly query?: string
  readonly protocols?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  /** The document to sync; a new one where none is given. */
  readonly doc?: Y.Doc
}

/** A client without a browser: it speaks the wire and keeps a document, and shows a test everything that reached it. */
export interface SocketPeer extends AsyncDisposable {
  readonly socket: WebSocket
  readonly doc: Y.Doc
  /** Everything received, in order. */
  readonly frames: readonly Frame[]
  readonly controls: readonly ControlDown[]
  /** The highest mark the server has acknowledged. */
  readonly acked: number
  /** Bytes received, as latin1, to look for what must not be among them. */
  received(): string
  send(frame: Frame): void
  /** Marks what was sent so far and answers the mark. */
  mark(): number
  /** Resolves when `seen` is true, checked after every frame; rejects when the socket closes first. */
  until(seen: () => boolean): Promise<void>
  /** The code the socket was or will be closed with. */
  readonly closed: Promise<number>
}

export function openSocketPeer(options: SocketPeerOptions): SocketPeer {
  const { server, roundId, token, query = '', headers = {} } = options
  const protocols = options.protocols ?? (token === undefined ? [] : offeredProtocols(token))
  const socket = new WebSocket(
    `${server.replace('http', 'ws')}/ws/rounds/${roundId}${query}`,
    [...protocols],
    {
      headers: { ...headers },
    },
  )
  const doc = options.doc ?? new Y.Doc()
  const frames: Frame[] = []
  const controls: ControlDown[] = []
  const chunks: Buffer[] = []
  const watchers = new Set<() => void>()
  let acked = 0
  let marks = 0

  const { promise: closed, resolve } = Promise.withResolvers<number>()
  socket.once('close', (code) => {
    resolve(code)
    for (const watch of watchers) watch()
  })
  // A refused upgrade arrives as an error followed by the close.
  socket.on('error', () => {})
  socket.on('message', (data: Buffer) => {
    chunks.push(data)
    const decoded = decodeFrame(data)
    if (!decoded.ok) throw new Error(`the server sent what is no frame: ${decoded.reason}`)
    frames.push(decoded.frame)
    handle(decoded.frame)
    for (const watch of watchers) watch()
  })

  function handle(frame: Frame): void {
    switch (frame.type) {
      case 'sync-step1':
        send({ type: 'sync-step2', update: Y.encodeStateAsUpdate(doc, frame.stateVector) })
        return
      case 'sync-step2':
      case 'sync-update':
        Y.applyUpdate(doc, frame.update, socket)
        return
      case 'mark':
        acked = Math.max(acked, frame.n)
        return
      case 'control': {
        const control = controlDownSchema.parse(JSON.parse(frame.json))
        controls.push(control)
        if (control.type === 'hello') send({ type: 'sync-step1', stateVector: Y.encodeStateVector(doc) })
        return
      }
      case 'awareness':
      case 'query-awareness':
      case 'heartbeat':
    }
  }

  function send(frame: Frame): void {
    if (socket.readyState === socket.OPEN) socket.send(encodeFrame(frame))
  }

  function sendUpdate(update: Uint8Array, origin: unknown): void {
    if (origin !== socket) send({ type: 'sync-update', update })
  }

  function until(seen: () => boolean): Promise<void> {
    const { promise, resolve: saw, reject } = Promise.withResolvers<void>()
    const watch = () => {
      if (seen()) saw()
      else if (socket.readyState === socket.CLOSED) reject(new Error('the socket closed before it was seen'))
    }
    watchers.add(watch)
    watch()
    return promise.finally(() => watchers.delete(watch))
  }

  doc.on('update', sendUpdate)
  return {
    socket,
    doc,
    frames,
    controls,
    get acked() {
      return acked
    },
    received: () => Buffer.concat(chunks).toString('latin1'),
    send,
    mark() {
      marks += 1
      send({ type: 'mark', n: marks })
      return marks
    },
    until,
    closed,
    async [Symbol.asyncDispose]() {
      doc.off('update', sendUpdate)
      if (socket.readyState === socket.CLOSED) return
      const gone = once(socket, 'close')
      socket.terminate()
      await gone
    },
  }
}

/** Opens a socket and waits until both ends have each other's document. */
export async function joinSocket(options: SocketPeerOptions): Promise<SocketPeer> {
  const peer = openSocketPeer(options)
  await peer.until(() => peer.frames.some((frame) => frame.type === 'sync-step2'))
  return peer
}
