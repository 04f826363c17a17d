import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** One answer or one socket's frames, byte by byte as they reached the browser. */
export interface Recording {
  /** Method and address for an answer, `socket` and address for what came over a socket. */
  readonly what: string
  readonly bytes: Buffer
}

/** A server that passes everything on to another one and keeps all that comes back. */
export interface RecordingProxy extends AsyncDisposable {
  readonly url: string
  recordings(): readonly Recording[]
  /** Ends every socket, and each one that is tried, until {@link RecordingProxy.restoreSockets}. Pages still load. */
  cutSockets(): void
  restoreSockets(): void
}

/**
 * What a browser sees through this address it has been sent by the server, and it is kept as it was before any
 * compression. A page's own view of its traffic would miss what the browser asks for by itself.
 */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const kept: { what: string; chunks: Buffer[] }[] = []
  const sockets = new Set<Duplex>()
  let open = true
  const keep = (what: string) => {
    const chunks: Buffer[] = []
    kept.push({ what, chunks })
    return chunks
  }
  const pass = (incoming: IncomingMessage) =>
    forward(new URL(incoming.url ?? '/', target), {
      method: incoming.method,
      headers: { ...incoming.headers, 'accept-encoding': 'identity' },
    })

  const server = createServer((incoming, outgoing) => {
    const upstream = pass(incoming)
    const chunks = keep(`${incoming.method} ${incoming.url}`)
    upstream.on('response', (answer) => {
      chunks.push(headOf(answer))
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(outgoing)
    })
    upstream.on('error', () => outgoing.destroy())
    outgoing.on('close', () => upstream.destroy())
    incoming.pipe(upstream)
  })

  server.on('upgrade', (incoming: IncomingMessage, near: Duplex, head: Buffer) => {
    if (!open) {
      near.destroy()
      return
    }
    const upstream = pass(incoming)
    const chunks = keep(`socket ${incoming.url}`)
    near.on('error', () => upstream.destroy())
    upstream.on('error', () => near.destroy())
    upstream.on('response', (answer) => {
      chunks.push(headOf(answer))
      near.end(headOf(answer))
    })
    upstream.on('upgrade', (answer, far, farHead) => {
      const first = Buffer.concat([headOf(answer), farHead])
      chunks.push(first)
      near.write(first)
      far.on('data', (chunk: Buffer) => chunks.push(chunk))
      far.on('error', () => near.destroy())
      far.pipe(near)
      if (head.length > 0) far.write(head)
      near.pipe(far)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('close', () => {
          sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
    })
    upstream.end()
  })

  const listening = once(server, 'listening')
  server.listen(0, '127.0.0.1')
  await listening
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    recordings: () => kept.map(({ what, chunks }) => ({ what, bytes: Buffer.concat(chunks) })),
    cutSockets() {
      open = false
      for (const socket of sockets) socket.destroy()
    },
    restoreSockets() {
      open = true
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function headOf(answer: IncomingMessage): Buffer {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`]
  for (let i = 0; i < answer.rawHeaders.length; i += 2) {
    lines.push(`${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}`)
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}
