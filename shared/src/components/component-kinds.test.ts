import { describe, expect, it, test } from 'vitest'
import { isSlug } from '../board/shapes/shape-texts.ts'
import {
  COMPONENT_GROUPS,
  COMPONENT_KINDS,
  hasTrait,
  kindOf,
  titleOf,
  UNKNOWN_ICON,
} from './component-kinds.ts'
import type { ComponentTrait } from './component-kind.ts'
import { TECHNOLOGY_NICKNAMES } from './technology-nicknames.ts'
import { boundsOfPath } from './testing/path-bounds.ts'

const technologies = COMPONENT_KINDS.flatMap((kind) => kind.technologies)
const names = COMPONENT_KINDS.flatMap(({ kind, title, aliases }) => [
  ...new Set([kind, title.toLowerCase(), ...aliases]),
])

function repeated(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase()).filter((text, at, all) => all.indexOf(text) !== at)
}

test('every word leads to one kind', () => {
  expect(repeated(names)).toEqual([])
  expect(repeated(technologies)).toEqual([])
  expect(repeated([...names, ...technologies, ...TECHNOLOGY_NICKNAMES.keys()])).toEqual([])
})

it.each(COMPONENT_KINDS)(
  '$kind has a slug, a title, a trait, other words for it and an icon',
  ({ kind, title, traits, aliases, icon }) => {
    expect(isSlug(kind)).toBe(true)
    expect(title).toMatch(/^[A-Z][\w -]{1,23}$/)
    expect(traits).not.toEqual([])
    expect(aliases).not.toEqual([])
    expect(icon).not.toEqual([])
    expect(aliases.filter((alias) => alias !== alias.toLowerCase().trim())).toEqual([])
  },
)

test('the kinds of every board and reference so far are there', () => {
  const known = [
    'client mobile person',
    'dns cdn waf load-balancer gateway rate-limiter websocket-hub',
    'service function worker ml-model notification',
    'cache sql document wide-column graph time-series search object-store analytics',
    'queue stream',
    'scheduler lock id-generator monitoring',
    'third-party',
  ].flatMap((group) => group.split(' '))
  expect(known.filter((kind) => kindOf(kind) === undefined)).toEqual([])
})

test('about 150 technologies are known by name', () => {
  expect(technologies.length).toBeGreaterThanOrEqual(150)
  expect(technologies.filter((name) => name !== name.trim() || name.length > 24)).toEqual([])
})

test('nicknames are lower case and stand for a known technology', () => {
  for (const [nickname, technology] of TECHNOLOGY_NICKNAMES) {
    expect(nickname).toBe(nickname.toLowerCase().trim())
    expect(technologies).toContain(technology)
  }
})

test('kinds stand group by group, and no group is empty', () => {
  const groups = COMPONENT_KINDS.map(({ group }) => group)
  expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual(
    COMPONENT_GROUPS.map(({ group }) => group),
  )
})

describe('icons', () => {
  const icons = [
    ...COMPONENT_KINDS.map(({ kind, icon }) => ({ kind, icon })),
    { kind: '?', icon: UNKNOWN_ICON },
  ]

  it.each(icons)('$kind stays inside its square, line and all, and fills most of it', ({ icon }) => {
    const all = icon.map(boundsOfPath)
    const half = 1.75 / 2
    const left = Math.min(...all.map(({ minX }) => minX)) - half
    const top = Math.min(...all.map(({ minY }) => minY)) - half
    const right = Math.max(...all.map(({ maxX }) => maxX)) + half
    const bottom = Math.max(...all.map(({ maxY }) => maxY)) + half
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
    expect(Math.max(right, bottom)).toBeLessThanOrEqual(24)
    expect(Math.max(right - left, bottom - top)).toBeGreaterThanOrEqual(18)
    // The middle of what is drawn is near the middle of the square.
    expect(Math.abs((left + right) / 2 - 12)).toBeLessThanOrEqual(1)
    expect(Math.abs((top + bottom) / 2 - 12)).toBeLessThanOrEqual(1.25)
  })

  it('are measured along curves and arcs', () => {
    expect(boundsOfPath('M2 12h4v-3l1 1z')).toEqual({ minX: 2, minY: 9, maxX: 7, maxY: 12 })
    const circle = boundsOfPath('M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18z')
    expect(circle.minX).toBeCloseTo(3)
    expect(circle.maxX).toBeCloseTo(21)
    expect(boundsOfPath('M6 10a6 6 0 0 1 12 0').minY).toBeCloseTo(4)
    expect(() => boundsOfPath('M1 2h')).toThrow('too few numbers')
    expect(() => boundsOfPath('M1 2k4')).toThrow('no command')
    expect(() => boundsOfPath('h4')).toThrow('begin with a move')
  })

  it('are all different', () => {
    expect(repeated(icons.map(({ icon }) => icon.join(' ')))).toEqual([])
  })
})

test('kinds are found by their slug', () => {
  expect(kindOf('cache')?.title).toBe('Cache')
  expect(kindOf('constructor')).toBeUndefined()
})

test('a kind of a newer version has a readable title and no trait', () => {
  expect(titleOf('load-balancer')).toBe('Load balancer')
  expect(titleOf('edge-database')).toBe('Edge database')
  expect(titleOf('')).toBe('Component')
  expect(hasTrait('edge-database', 'store')).toBe(false)
})

test('traits say what rules about designs ask for', () => {
  const without = (trait: ComponentTrait, kinds: string) =>
    kinds.split(' ').filter((kind) => !hasTrait(kind, trait))
  expect(without('source', 'client mobile person')).toEqual([])
  expect(without('balancer', 'load-balancer')).toEqual([])
  expect(without('entry', 'cdn waf load-balancer gateway rate-limiter websocket-hub')).toEqual([])
  expect(without('compute', 'service function worker ml-model notification websocket-hub')).toEqual([])
  expect(without('store', 'sql document wide-column graph time-series search object-store')).toEqual([])
  expect(without('cache', 'cache cdn')).toEqual([])
  expect(without('buffer', 'queue stream')).toEqual([])
  expect(without('outside', 'third-party')).toEqual([])
  expect(without('helper', 'dns scheduler lock id-generator monitoring')).toEqual([])
})

test('what may be lost, or waits for somebody, is no store', () => {
  const stores = COMPONENT_KINDS.filter(({ traits }) => traits.includes('store'))
  expect(stores.filter(({ traits }) => traits.includes('cache') || traits.includes('buffer'))).toEqual([])
})
