import { describe, expect, it } from 'vitest'
import { clampSize, sizeAfterKey, sizeRange } from './panel-size.ts'

describe('the size of the panel', () => {
  it('leaves room for the board', () => {
    expect(sizeRange('width', 1440)).toEqual({ min: 320, max: 1020 })
    expect(sizeRange('height', 844)).toEqual({ min: 160, max: 644 })
  })

  it('is its minimum where there is not room for both', () => {
    expect(sizeRange('width', 600)).toEqual({ min: 320, max: 320 })
    expect(clampSize(900, sizeRange('width', 600))).toBe(320)
  })

  it('stays in its range', () => {
    expect(clampSize(100, { min: 320, max: 700 })).toBe(320)
    expect(clampSize(900, { min: 320, max: 700 })).toBe(700)
    expect(clampSize(380.4, { min: 320, max: 700 })).toBe(380)
  })

  it.each([
    ['ArrowLeft', false, 396],
    ['ArrowUp', false, 396],
    ['ArrowRight', false, 364],
    ['ArrowDown', true, 320],
    ['ArrowLeft', true, 444],
    ['Home', false, 320],
    ['End', false, 700],
    ['x', false, null],
  ])('after %s (shift: %s) is %s', (key, shift, after) => {
    expect(sizeAfterKey({ key, shift, size: 380, range: { min: 320, max: 700 } })).toBe(after)
  })
})
