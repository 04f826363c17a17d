import { describe, expect, it } from 'vitest'
import { bandText, figureText } from './figure-text.ts'

describe('figureText', () => {
  it.each([
    [21.666, '22'],
    [2.7, '2.7'],
    [0.0416, '0.042'],
    [999, '1\u202f000'],
    [50_000, '50\u202f000'],
    [864_000, '860\u202f000'],
    [1_083_333, '1.1 million'],
    [999_999, '1 million'],
    [2.4e10, '24 billion'],
    [3.2e13, '32 trillion'],
    [5e15, '5 quadrillion'],
    [7e18, '7000 quadrillion'],
  ])('%s reads %s', (value, text) => {
    expect(figureText(value)).toBe(text)
  })
})

describe('bandText', () => {
  it('gives both ends, or one where they read the same', () => {
    expect(bandText(12, 53.3)).toBe('12 to 53')
    expect(bandText(11.9, 12.1)).toBe('12')
  })
})
