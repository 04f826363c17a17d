import type { IncomingMessage } from 'node:http'
import { bearerOf, SUBPROTOCOL } from '@drawbar/shared/wire/protocol-version.ts'

/** What an upgrade asks for. */
export interface SocketRequest {
  readonly roundId: string
  readonly token: string | undefined
  readonly speaksOurs: boolean
  /** What the client was built for, where it says: protocol version, board schema, the board's epoch. */
  readonly version: number | undefined
  readonly schemaHash: string | undefined
  readonly epoch: number | undefined
}

const PATH = /^\/ws\/rounds\/([A-Za-z0-9_-]{1,64})$/

/** Reads an upgrade; undefined where its path is not a round's. */
export function readSocketRequest(
  request: Pick<IncomingMessage, 'url' | 'headers'>,
): SocketRequest | undefined {
  const url = URL.parse(request.url ?? '', 'http://socket')
  const roundId = PATH.exec(url?.pathname ?? '')?.[1]
  if (!url || roundId === undefined) return undefined
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  return {
    roundId,
    token: bearerOf(protocols),
    speaksOurs: protocols.includes(SUBPROTOCOL),
    version: numberIn(url, 'v'),
    schemaHash: url.searchParams.get('s') ?? undefined,
    epoch: numberIn(url, 'e'),
  }
}

function numberIn(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name)
  return text === null ? undefined : Number(text)
}
