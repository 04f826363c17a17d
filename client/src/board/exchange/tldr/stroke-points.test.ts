import { expect, test } from 'vitest'
import { strokePoints } from './stroke-points.ts'

/** Half floats: 0, ½, 1, -2, 10, the smallest there is. */
const HALF = { zero: 0, half: 0x38_00, one: 0x3c_00, minusTwo: 0xc0_00, ten: 0x49_00, least: 1 } as const

function bytes(floats: readonly number[], halves: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(floats.length * 4 + halves.length * 2))
  floats.forEach((value, index) => view.setFloat32(index * 4, value, true))
  halves.forEach((bits, index) => view.setUint16(floats.length * 4 + index * 2, bits, true))
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)))
}

test('points of half floats stand each for itself', () => {
  const points = bytes([], [HALF.one, HALF.minusTwo, HALF.half, HALF.ten, HALF.least, HALF.half])
  expect(strokePoints({ points })).toEqual([
    { x: 1, y: -2, z: 0.5 },
    { x: 10, y: 2 ** -24, z: 0.5 },
  ])
})

test('a path goes by steps from its first point', () => {
  const path = bytes([1000.5, -3, 0.5], [HALF.one, HALF.minusTwo, HALF.half, HALF.ten, HALF.zero, HALF.zero])
  expect(strokePoints({ path })).toEqual([
    { x: 1000.5, y: -3, z: 0.5 },
    { x: 1001.5, y: -5, z: 1 },
    { x: 1011.5, y: -5, z: 1 },
  ])
})

test('a path of two numbers a point has an even pressure', () => {
  const path = bytes([8, 9], [HALF.minusTwo, HALF.one])
  expect(strokePoints({ path, dim: 2 })).toEqual([
    { x: 8, y: 9, z: 0.5 },
    { x: 6, y: 10, z: 0.5 },
  ])
})

test.each([
  ['a list', { points: [{ x: 0, y: 0 }] }],
  ['no base64', { path: '…' }],
  ['nothing', {}],
])('%s is left as it is', (_, segment) => {
  expect(strokePoints(segment)).toBeNull()
})

test('an empty path has no points', () => {
  expect(strokePoints({ path: '' })).toEqual([])
})
