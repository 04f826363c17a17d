import { WebSocket } from 'ws'
import { CLOSE, closeReason, type CloseCode } from '@drawbar/shared/wire/close-code.ts'
import type { RoundSocket } from '../rooms/live-round.ts'

const MESSAGE_TOO_BIG = 1009

/**
 * The server's end of a connection. `ws` hangs up with 1009 on a message over its bound, after which a client would
 * come back and send the same again: ours says for good that it is too large.
 */
export class BoundedWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === MESSAGE_TOO_BIG) super.close(CLOSE.tooLarge, closeReason(CLOSE.tooLarge))
    else super.close(code, reason)
  }
}

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
