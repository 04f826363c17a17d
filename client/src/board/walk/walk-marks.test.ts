import { expect, it } from 'vitest'
import { walkMarks } from './walk-marks.ts'
import { pathText, stepText } from './walk-words.ts'

const path = ['client', 'api', 'store', 'api'].map((shapeId, index) => ({
  shapeId,
  label: shapeId.toUpperCase(),
  viaId: index === 0 ? null : `arrow-${index}`,
}))

it('numbers each component once, with every time the path comes to it', () => {
  expect(walkMarks(path, null)).toEqual([
    { shapeId: 'client', numbers: [1], state: 'ahead' },
    { shapeId: 'api', numbers: [2, 4], state: 'ahead' },
    { shapeId: 'store', numbers: [3], state: 'ahead' },
  ])
})

it('knows where the walk is, has been and goes', () => {
  const states = (step: number) => walkMarks(path, step).map(({ state }) => state)
  expect(states(0)).toEqual(['now', 'ahead', 'ahead'])
  expect(states(2)).toEqual(['been', 'been', 'now'])
  expect(states(3)).toEqual(['been', 'now', 'been'])
})

it('says it in words', () => {
  expect(stepText(path, 1, false)).toBe('Step 2 of 4: API')
  expect(stepText(path, 2, true)).toBe('Step 3 of 4: STORE (no longer on the board)')
  expect(pathText(path)).toBe('CLIENT → API → STORE → API')
})
