import { expect, it } from 'vitest'
import { CLOSE, CLOSE_TEXT, closeReason, mayReconnect } from './close-code.ts'

it('gives every reason one code, and finds it again', () => {
  const codes = Object.values(CLOSE)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(CLOSE[closeReason(code) ?? 'internal']).toBe(code)
  expect(closeReason(1006)).toBeUndefined()
})

it('promises to try again exactly where the client does', () => {
  for (const [reason, code] of Object.entries(CLOSE)) {
    const text = CLOSE_TEXT[reason as keyof typeof CLOSE]
    const says = text.includes('Trying again') || text.includes('when it is back')
    expect([reason, says]).toEqual([reason, mayReconnect(code)])
  }
})
