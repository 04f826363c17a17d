import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeStroke, encodeStroke } from './stroke-codec.ts'

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true })
const points = fc.array(fc.record({ x: anyNumber, y: anyNumber, z: anyNumber }, { requiredKeys: ['x', 'y'] }))
const segments = fc.array(fc.record({ type: fc.constantFrom('free' as const, 'straight' as const), points }))

function withoutNegativeZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('stroke codec', () => {
  it('[L3] gives back every number it was given, only -0 becomes 0', () => {
    fc.assert(
      fc.property(segments, (stroke) => {
        expect(decodeStroke(encodeStroke(stroke))).toEqual(withoutNegativeZero(stroke))
      }),
    )
  })

  it('[L3] writes what the pen makes as three integers a point', () => {
    const stroke = [
      {
        type: 'free' as const,
        points: [
          { x: 0, y: 0, z: 0.5 },
          { x: 1.25, y: -0.1, z: 0.5 },
        ],
      },
      {
        type: 'straight' as const,
        points: [
          { x: 1.25, y: -0.1, z: 0.57 },
          { x: 300, y: 0.3, z: 1 },
        ],
      },
    ]
    expect(encodeStroke(stroke)).toEqual(['f', 0, 0, 50, 125, -10, 50, 's', 0, 0, 57, 29_875, 40, 100])
  })

  it('[L3] keeps a point exactly when it is not in hundredths or has no pressure', () => {
    const stroke = [
      {
        type: 'free' as const,
        points: [
          { x: 1 / 3, y: 2 },
          { x: 2, y: 3, z: 0.5 },
        ],
      },
    ]
    expect(encodeStroke(stroke)).toEqual(['f', [1 / 3, 2], 167, 100, 50])
    expect(decodeStroke(encodeStroke(stroke))).toEqual(stroke)
  })

  it('[L3] a longer stroke begins with the items of the shorter one', () => {
    fc.assert(
      fc.property(segments, points, (stroke, more) => {
        const before = encodeStroke(stroke)
        const after = encodeStroke([...stroke, { type: 'free', points: more }])
        expect(after.slice(0, before.length)).toEqual(before)
      }),
    )
  })

  it.each([
    ['no segment mark', [1, 2, 3]],
    ['a point cut off', ['f', 1, 2]],
    ['a fraction', ['f', 1, 2.5, 3]],
    ['an unknown mark', ['x', 1, 2, 3]],
    ['an exact point of four', ['f', [1, 2, 3, 4]]],
    ['an exact point of text', ['f', ['1', 2, 3]]],
    ['an object', ['f', {}]],
    ['a huge nothing', ['f', null]],
  ])('[L3] is no stroke: %s', (_name, items) => {
    expect(decodeStroke(items)).toBeUndefined()
  })
})
