import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { PARTICIPANT_COLORS } from '@drawbar/shared/people/participant.ts'
import { bearerToken } from './bearer-token.ts'
import { nextColor } from './join-room.ts'
import { digestOf, newId, newSecret } from './secret.ts'

describe('secrets', () => {
  test('are 256 bits that fit into an address and a header', () => {
    const secret = newSecret(randomBytes)
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(bearerToken(`Bearer ${secret}`)).toBe(secret)
    expect(newSecret(randomBytes)).not.toBe(secret)
  })

  test('are kept as SHA-256', () => {
    expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test('ids use every letter of their alphabet alike', () => {
    const everyByte = Array.from({ length: 256 }, (_, byte) => byte)
    const counts = new Map<string, number>()
    for (const letter of newId(() => new Uint8Array(everyByte))) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })
})

describe('bearerToken', () => {
  test.each([
    undefined,
    '',
    'Basic YWxpY2U6c2VjcmV0',
    'Bearer',
    'Bearer short',
    'Bearer with spaces in it, quite',
  ])('finds none in %s', (header) => {
    expect(bearerToken(header)).toBeUndefined()
  })
})

describe('nextColor', () => {
  test('gives each a colour of their own while there are any, then shares evenly', () => {
    const people: { color: string }[] = []
    for (let n = 0; n < PARTICIPANT_COLORS.length * 2; n += 1) people.push({ color: nextColor(people) })
    const first = people.slice(0, PARTICIPANT_COLORS.length).map((person) => person.color)
    expect(new Set(first).size).toBe(PARTICIPANT_COLORS.length)
    for (const color of PARTICIPANT_COLORS) {
      expect(people.filter((person) => person.color === color)).toHaveLength(2)
    }
  })
})
