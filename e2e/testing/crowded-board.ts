import { LOCAL_ORIGIN } from '@drawbar/shared/board/layout.ts'
import { readRecord } from '@drawbar/shared/board/read-record.ts'
import { box } from '@drawbar/shared/board/testing/boards.ts'
import { component } from '@drawbar/shared/board/testing/own-shapes.ts'
import { COMPONENT_SIZE } from '@drawbar/shared/board/shapes/component-shape.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { COMPONENT_KINDS } from '@drawbar/shared/components/component-kinds.ts'
import type { SocketPeer } from '@drawbar/server/testing/socket-peer.ts'
import type { IndexKey, TLShape } from 'tldraw'

/** Page px from one shape of a grid to the next. */
export const PITCH = { x: 260, y: 160 } as const

/** How shapes are made for a crowded board; `common` is where it stands. */
export type MakeShape = (i: number, common: Pick<TLShape, 'x' | 'y' | 'index'>) => TLShape

/** A stock box with the text a component has, as large. */
export const labelledBox: MakeShape = (i, common) => {
  const shape = box(`n${i}`, common, `Session store ${i}`)
  return { ...shape, props: { ...shape.props, ...COMPONENT_SIZE } }
}

/** Every kind in turn, each with a technology; some have badges. */
export const someComponent: MakeShape = (i, common) =>
  component(
    `n${i}`,
    {
      kind: COMPONENT_KINDS[i % COMPONENT_KINDS.length]?.kind ?? 'service',
      label: `Session store ${i}`,
      technology: 'Redis',
      color: 'blue',
      ...(i % 5 === 0 ? { replicas: 3 } : {}),
      ...(i % 25 === 0 ? { failed: true } : {}),
    },
    common,
  )

/** This many shapes in a square grid from the page's origin, row by row. */
export function grid(count: number, make: MakeShape): TLShape[] {
  const columns = Math.ceil(Math.sqrt(count))
  return Array.from({ length: count }, (_, i) =>
    make(i, { x: (i % columns) * PITCH.x, y: Math.floor(i / columns) * PITCH.y, index: indexOf(i) }),
  )
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The place above all before it, as tldraw writes it: `b` and two digits. tldraw itself would not let the run end. */
function indexOf(i: number): IndexKey {
  const [tens, ones] = [DIGITS[Math.floor(i / DIGITS.length)], DIGITS[i % DIGITS.length]]
  if (tens === undefined || ones === undefined) throw new Error('a grid holds at most 3,844 shapes')
  return `b${tens}${ones}` as IndexKey
}

/** Of a grid, this many shapes that stand close together at its upper left. */
export function corner(shapes: readonly TLShape[], count: number): TLShape[] {
  const wide = Math.ceil(Math.sqrt(count))
  return shapes.filter(({ x, y }) => x < wide * PITCH.x && y < wide * PITCH.y).slice(0, count)
}

const AT_ONCE = 100

/** Writes shapes into the peer's board and waits until the server says that it keeps them. */
export async function putShapes(peer: SocketPeer, shapes: readonly TLShape[]): Promise<void> {
  for (let from = 0; from < shapes.length; from += AT_ONCE) {
    peer.doc.transact(() => {
      for (const shape of shapes.slice(from, from + AT_ONCE)) writeRecord(peer.doc, undefined, shape)
    }, LOCAL_ORIGIN)
    const mark = peer.mark()
    await peer.until(() => peer.acked >= mark)
  }
}

const UPDATES_PER_SECOND = 30

/**
 * Drags shapes together to the right as a page would send it: an update of all of them thirty times a second. `step` is
 * page px. Resolves with the shapes as they stand once the server keeps the last update.
 */
export async function dragTogether(
  peer: SocketPeer,
  shapes: readonly TLShape[],
  { step, steps }: { readonly step: number; readonly steps: number },
): Promise<TLShape[]> {
  let now = shapes.map((shape) => currentOf(peer, shape))
  const { promise, resolve } = Promise.withResolvers<void>()
  let left = steps
  const timer = setInterval(() => {
    const next = now.map((shape) => ({ ...shape, x: shape.x + step }))
    peer.doc.transact(() => {
      for (const [i, shape] of next.entries()) writeRecord(peer.doc, now[i], shape)
    }, LOCAL_ORIGIN)
    now = next
    left -= 1
    if (left <= 0) resolve()
  }, 1000 / UPDATES_PER_SECOND)
  await promise.finally(() => clearInterval(timer))
  const mark = peer.mark()
  await peer.until(() => peer.acked >= mark)
  return now
}

function currentOf(peer: SocketPeer, { id }: TLShape): TLShape {
  const record = readRecord(peer.doc, id)
  if (record?.typeName !== 'shape') throw new Error(`the board has lost ${id}`)
  return record
}
