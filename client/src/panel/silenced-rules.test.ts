// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { readSilencedRules, withSilenced, writeSilencedRules } from './silenced-rules.ts'

beforeEach(() => localStorage.clear())

it('remembers what is silenced', () => {
  writeSilencedRules(localStorage, withSilenced(new Set(['monitoring']), 'long-chain', true))
  expect(readSilencedRules(localStorage)).toEqual(new Set(['long-chain', 'monitoring']))
})

it('takes a rule back', () => {
  expect(withSilenced(new Set(['a', 'b']), 'a', false)).toEqual(new Set(['b']))
})

it.each([[null], ['{'], ['7'], ['[3]'], ['{"a":true}']])('starts afresh from %s', (stored) => {
  if (stored !== null) localStorage.setItem('drawbar.silenced-rules', stored)
  expect(readSilencedRules(localStorage)).toEqual(new Set())
})

it('goes on without a place to write', () => {
  const closed = {
    setItem: () => {
      throw new Error('quota')
    },
  } as unknown as Storage
  expect(() => writeSilencedRules(closed, new Set(['a']))).not.toThrow()
})
