import { expect, it } from 'vitest'
import { isOutOfSight } from './bring-into-view.ts'

const VIEW = { x: 0, y: 0, w: 1000, h: 600 }
const box = (x: number, y: number) => ({ x, y, w: 200, h: 100 })

it('lets the camera rest while the step is in sight', () => {
  expect(isOutOfSight(VIEW, box(400, 250), 32)).toBe(false)
  expect(isOutOfSight(VIEW, box(0, 0), 32)).toBe(false)
  expect(isOutOfSight(VIEW, box(-50, 500), 32)).toBe(false)
})

it('knows a step beyond each edge', () => {
  expect(isOutOfSight(VIEW, box(-90, 250), 32)).toBe(true)
  expect(isOutOfSight(VIEW, box(890, 250), 32)).toBe(true)
  expect(isOutOfSight(VIEW, box(400, -40), 32)).toBe(true)
  expect(isOutOfSight(VIEW, box(400, 540), 32)).toBe(true)
})
