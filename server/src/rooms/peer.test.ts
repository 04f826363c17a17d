import { describe, expect, test } from 'vitest'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { decodeFrame, encodeFrame } from '@drawbar/shared/wire/frame.ts'
import { ROUND_LIMITS } from './limits.ts'
import { Peer } from './peer.ts'
import { FakeSocket } from './testing/fake-socket.ts'

function peerAt(now = 0) {
  const socket = new FakeSocket()
  const closed: (number | undefined)[] = []
  const peer = new Peer({
    connectionId: 'c-1',
    participant: { id: 'alice', name: 'alice', color: '#000', role: 'interviewer' },
    socket,
    limits: { ...ROUND_LIMITS, holdPresenceBytes: 100, slowConsumerBytes: 1_000 },
    now,
    onClosed: (_peer, code) => closed.push(code),
  })
  return { peer, socket, closed }
}

const frame = (bytes: number) => new Uint8Array(bytes)

describe('the end of a connection', () => {
  test('is told once, whoever ends it', () => {
    const { peer, socket, closed } = peerAt()
    peer.close('badFrame')
    peer.close('sealed')
    peer.left()
    expect(socket.closedWith).toBe(CLOSE.badFrame)
    expect(closed).toEqual([CLOSE.badFrame])

    const other = peerAt()
    other.peer.left()
    other.peer.close('sealed')
    expect(other.socket.closedWith).toBeUndefined()
    expect(other.closed).toEqual([undefined])
  })

  test('is the end of what is sent and remembered', () => {
    const { peer, socket } = peerAt()
    peer.mark({ n: 1, ticket: 5, at: 0 })
    peer.hold({ type: 'mark', n: 2 })
    peer.close('badFrame')
    peer.send(frame(10))
    peer.sendAnswer(frame(10))
    peer.sendPresence(7, frame(10))
    expect(peer.acknowledge(9, 1)).toEqual([])
    expect(socket.sent).toEqual([])
    expect([peer.holdsFrames, peer.holdsPresence, peer.heldBytes]).toEqual([false, false, 0])
  })
})

describe('[D5] marks', () => {
  test('are acknowledged by the last one that is due, each with its wait', () => {
    const { peer, socket } = peerAt()
    peer.mark({ n: 1, ticket: 1, at: 10 })
    peer.mark({ n: 2, ticket: 2, at: 20 })
    peer.mark({ n: 3, ticket: 3, at: 30 })
    expect(peer.acknowledge(0, 100)).toEqual([])
    expect(peer.acknowledge(2, 100)).toEqual([90, 80])
    expect(socket.sent).toEqual([encodeFrame({ type: 'mark', n: 2 })])
    expect(peer.acknowledge(3, 100)).toEqual([70])
  })

  test('that wait for the same commit are one, however many come', () => {
    const { peer, socket } = peerAt()
    for (let n = 1; n <= 1_000; n += 1) peer.mark({ n, ticket: 4, at: n })
    expect(peer.acknowledge(4, 2_000)).toEqual([1_999])
    expect(socket.sent.map((bytes) => decodeFrame(bytes))).toEqual([
      { ok: true, frame: { type: 'mark', n: 1_000 } },
    ])
  })

  test('held beside each other are one', () => {
    const { peer } = peerAt()
    const update = frame(10)
    peer.hold({ type: 'mark', n: 1 })
    peer.hold({ type: 'mark', n: 2 })
    peer.hold({ type: 'sync-update', update })
    peer.hold({ type: 'mark', n: 3 })
    expect(peer.heldBytes).toBe(10)
    expect(peer.takeHeld()).toEqual([
      { type: 'mark', n: 2 },
      { type: 'sync-update', update },
      { type: 'mark', n: 3 },
    ])
    expect(peer.heldBytes).toBe(0)
  })
})

describe('[C7] [V4] a slow reader', () => {
  test('waits for cursors and not for edits', () => {
    const { peer, socket } = peerAt()
    peer.send(frame(150))
    expect(peer.sendPresence(7, frame(20))).toBe(false)
    expect(peer.sendPresence(7, frame(30))).toBe(false)
    expect(peer.sendPresence(8, frame(40))).toBe(false)
    peer.send(frame(1))
    expect(socket.sent.map(({ byteLength }) => byteLength)).toEqual([150, 1])
    peer.flushPresence()
    expect(socket.sent).toHaveLength(2)
    socket.take()
    peer.flushPresence()
    expect(socket.sent.slice(2).map(({ byteLength }) => byteLength)).toEqual([30, 40])
  })

  test('is closed by bytes, but not for the board itself, of which it gets one at a time', () => {
    const { peer, socket } = peerAt()
    peer.sendAnswer(frame(50_000))
    peer.send(frame(900))
    expect(socket.closedWith).toBeUndefined()
    peer.sendAnswer(frame(10))
    expect(socket.closedWith).toBe(CLOSE.slowConsumer)

    const other = peerAt()
    other.peer.sendAnswer(frame(50_000))
    other.socket.take()
    other.peer.checkSpeed(0)
    other.peer.send(frame(1_001))
    expect(other.socket.closedWith).toBe(CLOSE.slowConsumer)
  })
})
