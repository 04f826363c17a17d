import { describe, expect, it } from 'vitest'
import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import { GAP, spotBeside, spotNear, type Standing } from './free-spot.ts'

const SIZE = { w: 200, h: 100 }
const first = { x: 0, y: 0, ...SIZE }

function only(...boxes: readonly Bounds[]): Standing {
  return { boxes, places: [] }
}

describe('spotBeside', () => {
  it('is to the right, in the same row', () => {
    expect(spotBeside(first, SIZE, only(first))).toEqual({ x: 200 + GAP.x, y: 0 })
  })

  it('is in the row below where the row is taken, then above', () => {
    const right = { x: 200 + GAP.x, y: 0, ...SIZE }
    const below = { ...right, y: 100 + GAP.y }
    expect(spotBeside(first, SIZE, only(first, right))).toEqual({ x: right.x, y: below.y })
    expect(spotBeside(first, SIZE, only(first, right, below))).toEqual({ x: right.x, y: -(100 + GAP.y) })
  })

  it('lines up the middles of things of different height', () => {
    expect(spotBeside({ ...first, h: 300 }, SIZE, only())).toMatchObject({ y: 100 })
  })

  it('never lies on anything while there is room', () => {
    const taken = [first]
    for (let i = 0; i < 30; i++) taken.push({ ...spotBeside(first, SIZE, only(...taken)), ...SIZE })
    for (const [i, a] of taken.entries()) {
      for (const b of taken.slice(i + 1)) {
        expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false)
      }
    }
  })
})

describe('spotNear', () => {
  it('is nearer with a finer grid', () => {
    const large = { w: 560, h: 400 }
    const taken = only({ x: -100, y: -50, ...SIZE })
    const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x + large.w / 2, y + large.h / 2)
    const fine = spotNear({ x: 0, y: 0 }, large, taken, 60)
    expect(far(fine)).toBeLessThan(far(spotNear({ x: 0, y: 0 }, large, taken)))
    expect(fine.y >= 50 || fine.x >= 100).toBe(true)
  })

  it('is centred on the point where that is free', () => {
    expect(spotNear({ x: 50, y: 60 }, SIZE, only())).toEqual({ x: -50, y: 10 })
  })

  it('goes next to what is there', () => {
    const spot = spotNear({ x: 100, y: 50 }, SIZE, only(first))
    expect(spot).toEqual({ x: 0, y: 100 + GAP.y })
  })
})

describe('a place to stand in', () => {
  const zone = { x: -100, y: -100, w: 900, h: 300 }

  it('takes what goes into it whole', () => {
    expect(spotBeside(first, SIZE, { boxes: [first], places: [zone] })).toEqual({ x: 400, y: 0 })
  })

  it('is left behind by what would lie across its border', () => {
    const narrow = { ...zone, w: 600 }
    expect(spotBeside(first, SIZE, { boxes: [first], places: [narrow] })).toEqual({ x: 520, y: 0 })
  })

  it('has nothing put across its border that has no neighbour either', () => {
    const spot = spotNear({ x: 0, y: 200 }, SIZE, { boxes: [], places: [zone] })
    const isBelow = spot.y >= zone.y + zone.h
    const isInside = spot.y >= zone.y && spot.y + SIZE.h <= zone.y + zone.h
    expect(isBelow || isInside).toBe(true)
  })
})
