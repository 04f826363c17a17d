import { expect, it } from 'vitest'
import { initials } from './initials.ts'

it.each([
  ['Alice', 'A'],
  ['alice liddell', 'AL'],
  ['Ana María de la Cruz', 'AC'],
  ['  bob  ', 'B'],
  ['李雷', '李'],
  ['👩‍💻 coder', '👩‍💻C'],
  ['', ''],
])('%s is shown as %s', (name, shown) => {
  expect(initials(name)).toBe(shown)
})
