import { describe, expect, it } from 'vitest'
import { decodeFrame, encodeFrame, type Frame } from './frame.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

/** The wire as it is: a change here breaks every client that is connected while a server is updated. */
const GOLDEN: readonly (readonly [Frame, Uint8Array])[] = [
  [{ type: 'sync-step1', stateVector: bytes(1, 2) }, bytes(0, 0, 2, 1, 2)],
  [{ type: 'sync-step2', update: bytes(9) }, bytes(0, 1, 1, 9)],
  [{ type: 'sync-update', update: bytes(7, 8) }, bytes(0, 2, 2, 7, 8)],
  [{ type: 'awareness', update: bytes(5) }, bytes(1, 1, 5)],
  [{ type: 'query-awareness' }, bytes(3)],
  [{ type: 'control', json: '{}' }, bytes(100, 2, 0x7b, 0x7d)],
  [{ type: 'mark', n: 300 }, bytes(101, 0xac, 2)],
  [{ type: 'heartbeat', at: 1 }, bytes(102, 1)],
]

describe('frames', () => {
  it.each(GOLDEN)('%j has these bytes both ways', (frame, encoded) => {
    expect(encodeFrame(frame)).toEqual(encoded)
    expect(decodeFrame(encoded)).toEqual({ ok: true, frame })
  })

  it('calls a type it does not know by that name, so that it can be passed over', () => {
    expect(decodeFrame(bytes(77, 1, 2))).toEqual({ ok: false, reason: 'unknown-type' })
  })

  it.each([
    ['nothing', bytes()],
    ['a length past the end', bytes(0, 2, 200, 1)],
    ['an endless varUint', bytes(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)],
    ['a mark without a number', bytes(101)],
  ])('calls %s malformed and never throws', (_name, encoded) => {
    expect(decodeFrame(encoded)).toEqual({ ok: false, reason: 'malformed' })
  })
})
