import { MAX_COUNT, componentDefaults } from '@drawbar/shared/board/shapes/component-shape.ts'
import { expect, it } from 'vitest'
import { asLine } from './as-line.ts'
import { countFrom, MIXED, sharedValue } from './shared-value.ts'

const of = (replicas: number) => ({
  props: { ...componentDefaults, w: 200, h: 100, kind: 'cache', replicas },
})

it('is what all components have, or mixed', () => {
  expect(sharedValue([of(3), of(3)], 'replicas')).toBe(3)
  expect(sharedValue([of(3), of(2)], 'replicas')).toBe(MIXED)
  expect(sharedValue([], 'replicas')).toBeUndefined()
})

it('takes counts within their bounds only', () => {
  expect([' 7 ', '0', '', '-1', '1.5', 'x', '100000'].map((text) => countFrom(text, 1, MAX_COUNT))).toEqual([
    7,
    null,
    null,
    null,
    null,
    null,
    null,
  ])
  expect(countFrom('0', 0, MAX_COUNT)).toBe(0)
})

it('makes any text one line of the length that is allowed, and breaks no character', () => {
  expect(asLine('Session\r\n store')).toBe('Session store')
  expect(asLine('x'.repeat(200))).toHaveLength(120)
  expect(asLine(`${'x'.repeat(119)}😀`)).toBe('x'.repeat(119))
})
