import { describe, expect, test } from 'vitest'
import { barShift } from './bar-place.ts'

const ROOM = { x: 60, y: 50, w: 900, h: 700 }
const BAR = { w: 400, h: 40 }

describe('the bar of a shape', () => {
  test('stays below while there is room', () => {
    expect(barShift(ROOM, { x: 100, y: 100, w: 660, h: 300 }, BAR)).toEqual({ x: 0, y: 0 })
  })

  test('comes up over a shape that is longer than the room, to its lower edge', () => {
    const { y } = barShift(ROOM, { x: 100, y: 100, w: 660, h: 3000 }, BAR)
    expect(3100 + 8 + y + BAR.h).toBe(ROOM.y + ROOM.h)
  })

  test('goes no further than above its shape, and never above the room', () => {
    const open = { w: 400, h: 300 }
    expect(740 + 60 + 8 + barShift(ROOM, { x: 100, y: 740, w: 660, h: 60 }, open).y).toBe(450)
    expect(1900 + 60 + 8 + barShift(ROOM, { x: 100, y: 1900, w: 660, h: 60 }, open).y).toBe(1592)
    expect(100 + 800 + 8 + barShift(ROOM, { x: 100, y: 100, w: 660, h: 800 }, { w: 400, h: 900 }).y).toBe(
      ROOM.y,
    )
  })

  test('comes out from behind the edges, but not off its shape', () => {
    expect(barShift(ROOM, { x: 0, y: 100, w: 660, h: 60 }, BAR).x).toBe(60)
    expect(barShift(ROOM, { x: 800, y: 100, w: 660, h: 60 }, BAR).x).toBe(-240)
    expect(barShift(ROOM, { x: -900, y: 100, w: 660, h: 60 }, BAR).x).toBe(660)
  })
})
