import { expect, test } from 'vitest'
import { outsideBy } from './bring-into-room.ts'

const ROOM = { x: 60, y: 50, w: 900, h: 700 }

test('what is whole in the room stays', () => {
  expect(outsideBy(ROOM, { x: 60, y: 50, w: 900, h: 700 })).toEqual({ x: 0, y: 0 })
})

test('what is beyond an edge, or behind it, comes just inside', () => {
  expect(outsideBy(ROOM, { x: 20, y: 740, w: 100, h: 30 })).toEqual({ x: -40, y: 20 })
  expect(outsideBy(ROOM, { x: 950, y: -20, w: 100, h: 30 })).toEqual({ x: 90, y: -70 })
})

test('of what is larger than the room its beginning is seen', () => {
  expect(outsideBy(ROOM, { x: 200, y: 100, w: 2000, h: 30 })).toEqual({ x: 140, y: 0 })
})
