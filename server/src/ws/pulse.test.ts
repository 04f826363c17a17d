import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { createPulse } from './pulse.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function fakeSocket() {
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    ping: vi.fn<() => void>(),
    terminate: vi.fn<() => void>(() => void socket.emit('close')),
  })
  return { socket, asWebSocket: socket as unknown as WebSocket }
}

test('[G9] cuts off a socket that leaves two pings unanswered, and keeps one that answers', () => {
  using pulse = createPulse({ everyMs: 1000 })
  const silent = fakeSocket()
  const alive = fakeSocket()
  alive.socket.ping.mockImplementation(() => void alive.socket.emit('pong'))
  pulse.watch(silent.asWebSocket)
  pulse.watch(alive.asWebSocket)

  vi.advanceTimersByTime(2000)
  expect(silent.socket.ping).toHaveBeenCalledTimes(2)
  expect(silent.socket.terminate).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(silent.socket.terminate).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(10_000)
  expect(silent.socket.terminate).toHaveBeenCalledTimes(1)
  expect(alive.socket.terminate).not.toHaveBeenCalled()
  expect(alive.socket.ping).toHaveBeenCalledTimes(13)
})

test('leaves a socket that closed alone', () => {
  using pulse = createPulse({ everyMs: 1000 })
  const gone = fakeSocket()
  pulse.watch(gone.asWebSocket)
  gone.socket.emit('close')
  vi.advanceTimersByTime(10_000)
  expect(gone.socket.ping).not.toHaveBeenCalled()
})
