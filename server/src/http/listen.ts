import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

const REQUEST_MS = 60_000
const LAST_ANSWERS_MS = 3000

export interface Listening {
  readonly port: number
  /** Takes no more requests, lets those under way finish, and hangs up on the rest. */
  close(): Promise<void>
}

/** Serves requests and upgrades. Rejects with the system's error where the address cannot be had. */
export async function listen(options: {
  readonly port: number
  readonly host: string | undefined
  readonly request: RequestListener
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}): Promise<Listening> {
  const server = createServer({ requestTimeout: REQUEST_MS }, options.request)
  server.on('upgrade', options.upgrade)
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(
    { port: options.port, ...(options.host === undefined ? {} : { host: options.host }) },
    resolve,
  )
  await listening
  server.off('error', reject)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return { port: address.port, close: () => close(server) }
}

async function close(server: Server): Promise<void> {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS)
  try {
    await closed
  } finally {
    clearTimeout(timer)
  }
}
