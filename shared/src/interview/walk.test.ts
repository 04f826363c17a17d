import { expect, it } from 'vitest'
import { commandSchema } from './command.ts'
import { MAX_WALK_STOPS, walkPageIdSchema, walkPathSchema, type WalkStop } from './walk.ts'

const stops = (count: number): WalkStop[] =>
  Array.from({ length: count }, (_, index) => ({
    shapeId: `shape:${index}`,
    label: `Stop ${index}`,
    viaId: index === 0 ? null : `shape:arrow-${index}`,
  }))

it('is a path of two to forty stops, each but the first along an arrow', () => {
  expect(walkPathSchema.safeParse(stops(2)).success).toBe(true)
  expect(walkPathSchema.safeParse(stops(MAX_WALK_STOPS)).success).toBe(true)
  expect(walkPathSchema.safeParse(stops(1)).success).toBe(false)
  expect(walkPathSchema.safeParse(stops(MAX_WALK_STOPS + 1)).success).toBe(false)
  const [first, second] = stops(2)
  expect(walkPathSchema.safeParse([second, first]).success).toBe(false)
  expect(walkPathSchema.safeParse([first, first]).success).toBe(false)
})

it('bounds what a stop is called', () => {
  const named = (label: string) =>
    walkPathSchema.safeParse(stops(2).map((stop) => ({ ...stop, label }))).success
  expect(named('x'.repeat(80))).toBe(true)
  expect(named('x'.repeat(81))).toBe(false)
  expect(named('  ')).toBe(false)
})

it('goes over shapes of a page and nothing else, which a canvas has no place for', () => {
  const [first, second] = stops(2)
  expect(walkPathSchema.safeParse([first, { ...second, shapeId: 'page:page' }]).success).toBe(false)
  expect(walkPathSchema.safeParse([first, { ...second, viaId: 'binding:a' }]).success).toBe(false)
  expect(walkPathSchema.safeParse([first, { ...second, shapeId: 'shape:' }]).success).toBe(false)
  expect(walkPageIdSchema.safeParse('shape:a').success).toBe(false)
  expect(walkPageIdSchema.safeParse('page:page').success).toBe(true)
})

it('fits a command even at its longest', () => {
  const path = stops(MAX_WALK_STOPS).map((_, index) => ({
    shapeId: `shape:${'x'.repeat(194)}`,
    label: 'x'.repeat(80),
    viaId: index === 0 ? null : `shape:${'y'.repeat(194)}`,
  }))
  const command = {
    id: 'command-1',
    type: 'start-walk',
    walkId: 'walk-0001',
    pageId: 'page:page',
    path,
    evidence: null,
  }
  expect(commandSchema.safeParse(command).success).toBe(true)
  expect(JSON.stringify(command).length).toBeLessThan(64 * 1024)
})
