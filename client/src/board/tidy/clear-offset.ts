import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import type { Place } from './lay-out.ts'

/** Room that is kept between what is placed and what stands there, page px. */
const ROOM = 48

const WAYS = [
  { x: 0, y: 1 },
  { x: 1, y: 0 },
  { x: 0, y: -1 },
  { x: -1, y: 0 },
] as const

/**
 * How far all of `placed` has to go, in one direction, to lie on nothing that stands: the shortest way, down before right
 * before up before left. Nothing where it lies on nothing as it is.
 */
export function clearOffset(placed: readonly Bounds[], standing: readonly Bounds[]): Place {
  const ways = WAYS.map((way) => ({ way, length: lengthOf(way, placed, standing) }))
  const [shortest] = ways.toSorted((a, b) => a.length - b.length)
  return shortest === undefined
    ? { x: 0, y: 0 }
    : { x: shortest.way.x * shortest.length, y: shortest.way.y * shortest.length }
}

function lengthOf(way: Place, placed: readonly Bounds[], standing: readonly Bounds[]): number {
  let length = 0
  // Each round passes what is in the way farthest on, so there are no more rounds than things.
  for (const _round of standing) {
    const needed = placed.flatMap((box) => {
      const at = { ...box, x: box.x + way.x * length, y: box.y + way.y * length }
      return standing.filter((other) => isOn(at, other)).map((other) => passing(way, box, other))
    })
    if (needed.length === 0) return length
    length = Math.max(...needed)
  }
  return length
}

/** How far a box goes until it has passed another one. */
function passing(way: Place, box: Bounds, other: Bounds): number {
  if (way.x > 0) return other.x + other.w + ROOM - box.x
  if (way.x < 0) return box.x + box.w + ROOM - other.x
  if (way.y > 0) return other.y + other.h + ROOM - box.y
  return box.y + box.h + ROOM - other.y
}

function isOn(box: Bounds, other: Bounds): boolean {
  return (
    box.x < other.x + other.w &&
    other.x < box.x + box.w &&
    box.y < other.y + other.h &&
    other.y < box.y + box.h
  )
}
