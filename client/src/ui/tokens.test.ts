import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** Every `--name: light-dark(#…, #…)` of the file. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

const SURFACES = ['ground', 'surface', 'raised', 'hover']
const PAIRS = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'bad', 'good', 'partly'].flatMap((text) =>
    SURFACES.map((surface) => [text, surface] as const),
  ),
  ['ink', 'active'],
  ['ink-2', 'active'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-strong', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink-2', 'accent-soft'],
  ['good', 'good-soft'],
  ['partly', 'partly-soft'],
  ['bad', 'bad-soft'],
  ['ink', 'bad-soft'],
  ['ink', 'partly-soft'],
  ['on-bad', 'bad'],
  ['surface', 'ink'],
] as const

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(PAIRS)('%s is readable on %s (4.5 : 1)', (text, surface) => {
    expect(contrast(color(text, theme), color(surface, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['ground', 'surface', 'raised'])('the edge of a control is seen on %s (3 : 1)', (surface) => {
    expect(contrast(color('control', theme), color(surface, theme))).toBeGreaterThanOrEqual(3)
  })
})

function color(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name)
  if (!token) throw new Error(`no colour --${name} in tokens.css`)
  return token[theme]
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
