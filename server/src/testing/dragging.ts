import { readRecord } from '@drawbar/shared/board/read-record.ts'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import type * as Y from 'yjs'
import type { SocketPeer } from './socket-peer.ts'

const TICK_MS = 12

/** Someone who drags one box to the right, a pixel a tick, and marks each tick. */
export interface Dragger {
  readonly name: string
  /** How far the server has said it keeps the box. */
  readonly savedX: () => number
  stop(): void
}

/** The peer's marks count from 1 with the drag: mark n stands for x = n. */
export function startDragging(peer: SocketPeer, name: string): Dragger {
  let shape = box(name)
  writeRecord(peer.doc, undefined, shape)
  const timer = setInterval(() => {
    const next = { ...shape, x: shape.x + 1 }
    writeRecord(peer.doc, shape, next)
    shape = next
    peer.mark()
  }, TICK_MS)
  return { name, savedX: () => peer.acked, stop: () => clearInterval(timer) }
}

/** Where a board has the box of this name; undefined where it has none. */
export function draggedTo(doc: Y.Doc, name: string): number | undefined {
  const record = readRecord(doc, shapeId(name))
  return record?.typeName === 'shape' ? record.x : undefined
}
