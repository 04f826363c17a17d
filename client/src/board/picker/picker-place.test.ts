import { expect, test } from 'vitest'
import { placeIn } from './picker-place.ts'

const ROOM = { x: 8, y: 50, w: 1000, h: 700 }

test('it stands at its anchor where it is whole there', () => {
  expect(placeIn(ROOM, { x: 300, y: 200 })).toEqual({ x: 300, y: 200, w: 340, h: 420 })
})

test('it comes back in from every edge', () => {
  expect(placeIn(ROOM, { x: -90, y: -90 })).toMatchObject({ x: 8, y: 50 })
  expect(placeIn(ROOM, { x: 5000, y: 5000 })).toMatchObject({ x: 8 + 1000 - 340, y: 50 + 700 - 420 })
})

test('it is no larger than the room', () => {
  expect(placeIn({ x: 8, y: 50, w: 300, h: 200 }, { x: 100, y: 100 })).toEqual({
    x: 8,
    y: 50,
    w: 300,
    h: 200,
  })
})
