import { expect, it } from 'vitest'
import { outside } from './outside.ts'

const BOX = { x: 40, y: -10, w: 20, h: 20 }
const at = (x: number, y: number) => ({ x, y })

it('cuts a line in two where a box lies on it', () => {
  expect(outside([at(0, 0), at(100, 0)], BOX)).toEqual([
    [at(0, 0), at(40, 0)],
    [at(60, 0), at(100, 0)],
  ])
  expect(outside([at(100, 0), at(0, 0)], BOX)).toEqual([
    [at(100, 0), at(60, 0)],
    [at(40, 0), at(0, 0)],
  ])
})

it('leaves a line whole that passes by', () => {
  const line = [at(0, 10), at(30, 10), at(30, 50), at(100, 50)]
  expect(outside(line, BOX)).toEqual([line])
})

it('follows corners before, in and after the box', () => {
  expect(outside([at(0, -50), at(0, 0), at(50, 0), at(50, 50), at(90, 50)], BOX)).toEqual([
    [at(0, -50), at(0, 0), at(40, 0)],
    [at(50, 10), at(50, 50), at(90, 50)],
  ])
})

it('begins or ends at the box that covers an end, and is nothing under it', () => {
  expect(outside([at(50, 0), at(100, 0)], BOX)).toEqual([[at(60, 0), at(100, 0)]])
  expect(outside([at(0, 0), at(50, 0)], BOX)).toEqual([[at(0, 0), at(40, 0)]])
  expect(outside([at(45, 0), at(55, 0)], BOX)).toEqual([])
  expect(outside([], BOX)).toEqual([])
})

it('cuts a slanted line at the edges it crosses', () => {
  expect(outside([at(30, -20), at(70, 20)], BOX)).toEqual([
    [at(30, -20), at(40, -10)],
    [at(60, 10), at(70, 20)],
  ])
})
