import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BADGE_COLORS } from './badge-colors.ts'

const tokens = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8')

test('a badge in a picture has the colours it has on screen', () => {
  const { light, dark } = BADGE_COLORS
  for (const [token, key] of [
    ['accent', 'ground'],
    ['on-accent', 'ink'],
    ['bad-soft', 'badGround'],
    ['bad', 'badInk'],
  ] as const)
    expect(tokens).toContain(`--${token}: light-dark(${light[key]}, ${dark[key]});`)
})
