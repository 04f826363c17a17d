import type { WebSocket } from 'ws'
import { closeReason, type CloseCode } from '@drawbar/shared/wire/close-code.ts'
import type { RoundSocket } from '../rooms/live-round.ts'

/** A `ws` socket as a round needs it. */
export interface WsSocket extends RoundSocket {
  /** Closed by us: whatever the peer still has on its way is not listened to. */
  readonly dead: boolean
}

export function wsSocket(socket: WebSocket): WsSocket {
  let dead = false
  return {
    get dead() {
      return dead
    },
    get buffered() {
      return socket.bufferedAmount
    },
    send(frame) {
      if (dead || socket.readyState !== socket.OPEN) return
      socket.send(frame, { binary: true })
    },
    close(code: CloseCode) {
      if (dead) return
      dead = true
      socket.close(code, closeReason(code))
    },
  }
}
