import type { WebSocket } from 'ws'

const PING_MS = 25_000
const MISSES = 2

/** One timer for all sockets: who leaves two pings unanswered is gone, whatever TCP still believes. */
export function createPulse(options: { readonly everyMs?: number } = {}) {
  const missed = new Map<WebSocket, number>()
  const timer = setInterval(beat, options.everyMs ?? PING_MS)
  timer.unref()

  function beat(): void {
    for (const [socket, misses] of missed) {
      if (misses >= MISSES) {
        socket.terminate()
        continue
      }
      missed.set(socket, misses + 1)
      if (socket.readyState === socket.OPEN) socket.ping()
    }
  }

  return {
    watch(socket: WebSocket): void {
      missed.set(socket, 0)
      socket.on('pong', () => {
        if (missed.has(socket)) missed.set(socket, 0)
      })
      socket.once('close', () => missed.delete(socket))
    },
    [Symbol.dispose](): void {
      clearInterval(timer)
    },
  }
}
