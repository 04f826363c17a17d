import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { CLOSE, type CloseCode } from '@drawbar/shared/wire/close-code.ts'
import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import { SUBPROTOCOL } from '@drawbar/shared/wire/protocol-version.ts'
import { authenticate, publicParticipant } from '../auth/authenticate.ts'
import { clientAddress } from '../http/client-address.ts'
import { rateLimit } from '../http/rate-limits.ts'
import { mayConnectFrom } from '../http/request-origin.ts'
import type { Rounds } from '../rooms/live-round.ts'
import type { RoomStore } from '../store/room-store.ts'
import type { Events } from '../telemetry/events.ts'
import { closeCodeLabel, type Metrics } from '../telemetry/metrics.ts'
import { admitSocket, type Admission } from './admit-socket.ts'
import { createConnectionCounts, type ConnectionBounds } from './connection-counts.ts'
import { createPulse } from './pulse.ts'
import { REFUSAL_CLOSE } from './refusal-close.ts'
import { readSocketRequest } from './socket-request.ts'
import { BoundedWebSocket, wsSocket } from './ws-socket.ts'

export interface GatewayBounds extends ConnectionBounds {
  readonly upgradesPerSecondPerAddress: number
}

export interface GatewayOptions {
  readonly rooms: RoomStore
  readonly rounds: Rounds
  readonly events: Events
  readonly metrics: Metrics
  readonly publicUrl: string | undefined
  /** Trusted reverse proxies before this server. */
  readonly proxies: number
  readonly schemaHash: string
  readonly bounds?: GatewayBounds
}

/** Sockets in, rounds out: who may connect is decided here, what they say is the round's. */
export interface Gateway extends Disposable {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Connections open now, those being admitted included. */
  readonly connections: number
  /** From now on every upgrade is turned away; open connections stay. */
  stopUpgrades(): void
  /** Resolves when no socket is left; peers that do not answer a close are cut off. */
  hangUp(): Promise<void>
}

/** How long peers may take to answer a close at the end. */
const LAST_CLOSES_MS = 2000

type Admitted = Admission & { readonly ok: true; readonly token: string | undefined }

export function createGateway(options: GatewayOptions): Gateway {
  const { rooms, events, metrics } = options
  const bounds = options.bounds ?? LIMITS
  const server = new WebSocketServer({
    noServer: true,
    WebSocket: BoundedWebSocket,
    clientTracking: false,
    maxPayload: LIMITS.frameBytes,
    perMessageDeflate: false,
    // The token is among what the client offers and must not be echoed.
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const counts = createConnectionCounts(bounds)
  const upgrades = rateLimit({ points: bounds.upgradesPerSecondPerAddress, seconds: 1 })
  const pulse = createPulse()
  const sockets = new Set<WebSocket>()
  let open = true

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const wanted = readSocketRequest(request)
    if (!wanted) return turnAway(socket, 404, 'path')
    if (!open) return turnAway(socket, 503, 'draining')
    if (!mayConnectFrom(request, options.publicUrl)) return turnAway(socket, 403, 'origin')
    const address = clientAddress(request, options.proxies)
    const place = counts.take(address)
    if (!place) return turnAway(socket, 503, 'connections')
    socket.once('close', () => place.leave())
    if (!(await upgrades.take(address)).ok) return turnAway(socket, 429, 'rate')
    const admission = await admitSocket({
      ...options,
      wanted,
      enterRoom: (roomId) => place.enter(roomId),
    })
    if (socket.destroyed) return
    if (!open) return turnAway(socket, 503, 'draining')
    server.handleUpgrade(request, socket, head, (webSocket) => {
      sockets.add(webSocket)
      // A frame that breaks the protocol ends in `close` as well; there is nothing more to do about it.
      webSocket.on('error', () => {})
      webSocket.once('close', () => sockets.delete(webSocket))
      if (admission.ok) converse(webSocket, { ...admission, token: wanted.token })
      else turnAwayNamed(webSocket, admission.close)
    })
  }

  function converse(webSocket: WebSocket, admitted: Admitted): void {
    const { holder, round, token } = admitted
    const socket = wsSocket(webSocket)
    const connected = round.connect(publicParticipant(holder), socket)
    if (!connected.ok) {
      turnAwayNamed(webSocket, REFUSAL_CLOSE[connected.refusal.code])
      return
    }
    const connection = connected.value
    const { roundId } = round
    pulse.watch(webSocket)
    webSocket.on('message', (data: Buffer, isBinary) => {
      // Frames that were on their way when we hung up still arrive.
      if (socket.dead || webSocket.readyState !== webSocket.OPEN) return
      if (!isBinary) {
        socket.close(CLOSE.badFrame)
        return
      }
      try {
        connection.receive(data)
      } catch (error) {
        events.connectionFailed({ roundId, error })
        socket.close(CLOSE.internal)
      }
    })
    webSocket.once('close', (code) => {
      connection.left()
      metrics.closes.inc({ code: closeCodeLabel(code) })
    })
    // The link may have been revoked while the round was loading.
    void authenticate(rooms, token).then(
      (again) => {
        if (!again.ok) socket.close(CLOSE.forbidden)
      },
      (error: unknown) => events.connectionFailed({ roundId, error }),
    )
  }

  function turnAwayNamed(webSocket: WebSocket, code: CloseCode): void {
    metrics.closes.inc({ code: closeCodeLabel(code) })
    wsSocket(webSocket).close(code)
  }

  function turnAway(socket: Duplex, status: 403 | 404 | 429 | 503, reason: string): void {
    metrics.upgradesRefused.inc({ reason })
    events.upgradeRefused({ reason })
    const retry = status === 429 || status === 503 ? 'Retry-After: 1\r\n' : ''
    socket.once('finish', () => socket.destroy())
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_TEXT[status]}\r\nConnection: close\r\nContent-Length: 0\r\n${retry}\r\n`,
    )
  }

  return {
    upgrade(request, socket, head) {
      // Until the upgrade is done the raw socket is ours to listen to.
      socket.on('error', () => socket.destroy())
      upgrade(request, socket, head).catch((error: unknown) => {
        events.connectionFailed({ roundId: readSocketRequest(request)?.roundId ?? 'none', error })
        socket.destroy()
      })
    },
    get connections() {
      return counts.all
    },
    stopUpgrades() {
      open = false
    },
    async hangUp() {
      const closed = Promise.all([...sockets].map((webSocket) => once(webSocket, 'close')))
      const timer = setTimeout(() => {
        for (const webSocket of sockets) webSocket.terminate()
      }, LAST_CLOSES_MS)
      await closed
      clearTimeout(timer)
    },
    [Symbol.dispose]() {
      open = false
      pulse[Symbol.dispose]()
      server.close()
    },
  }
}

const STATUS_TEXT = {
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}
