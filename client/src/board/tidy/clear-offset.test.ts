import { expect, it } from 'vitest'
import { clearOffset } from './clear-offset.ts'

const box = (x: number, y: number, w = 100, h = 50) => ({ x, y, w, h })

it('is nothing where nothing is in the way', () => {
  expect(clearOffset([box(0, 0)], [box(100, 0), box(0, 50)])).toEqual({ x: 0, y: 0 })
  expect(clearOffset([box(0, 0)], [])).toEqual({ x: 0, y: 0 })
})

it('is the shortest way past what is in the way', () => {
  expect(clearOffset([box(0, 0)], [box(0, 40, 100, 20)])).toEqual({ x: 0, y: -58 })
  expect(clearOffset([box(0, 0)], [box(-30, -500, 40, 1000)])).toEqual({ x: 58, y: 0 })
})

it('goes on where another thing stands behind', () => {
  const row = [box(0, 20, 100, 20), box(0, 100, 100, 20)]
  const walls = [box(-400, -400, 300, 900), box(200, -400, 300, 900), box(0, -120, 100, 60)]
  expect(clearOffset([box(0, 0)], [...row, ...walls])).toEqual({ x: 0, y: 168 })
})

it('takes all of it together', () => {
  const moved = clearOffset([box(0, 0), box(300, 0)], [box(290, 30, 200, 40)])
  expect(moved).toEqual({ x: 0, y: -68 })
})
