import { expect, it } from 'vitest'
import { breakCycles } from './break-cycles.ts'

function edges(text: string) {
  return text.split(' ').map((pair) => {
    const [fromKey = '', toKey = ''] = pair.split('>')
    return { fromKey, toKey }
  })
}

function broken(order: string, text: string): string {
  return breakCycles(order.split(''), edges(text))
    .map(({ fromKey, toKey }) => `${fromKey}>${toKey}`)
    .join(' ')
}

it('leaves what runs in no circle', () => {
  expect(broken('dcba', 'a>b b>c a>c c>d')).toBe('a>b b>c a>c c>d')
})

it('turns the arrow that leads back to where the way begins', () => {
  expect(broken('abc', 'a>b b>c c>a')).toBe('a>b b>c a>c')
})

it('lets a circle begin at what comes first in the drawing', () => {
  expect(broken('bca', 'a>b b>c c>a')).toBe('b>a b>c c>a')
})

it('begins where nothing leads to, wherever that stands', () => {
  expect(broken('cbax', 'x>a a>b b>c c>a')).toBe('x>a a>b b>c a>c')
})

it('turns one arrow of two that lead to and fro, and leaves one that leads to its own box', () => {
  expect(broken('ab', 'b>a a>b')).toBe('a>b a>b')
  expect(broken('a', 'a>a')).toBe('a>a')
})

it('turns each of two arrows that lead the same way back', () => {
  expect(broken('abc', 'a>b b>c c>a c>a')).toBe('a>b b>c a>c a>c')
})
