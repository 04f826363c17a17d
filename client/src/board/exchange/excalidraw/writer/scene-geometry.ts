import { placeInside, type Placement } from '@drawbar/shared/board/page-transform.ts'

/** Plain geometry of what is written into a scene. Everything in page px. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly w: number
  readonly h: number
}

/** How far points reach, and from where their leftmost and topmost lie as seen from the first. */
export function extent(points: readonly (readonly number[])[]): { w: number; h: number; from: Point } {
  const [x0 = 0, y0 = 0] = points[0] ?? []
  let [minX, minY, maxX, maxY] = [x0, y0, x0, y0]
  for (const [x = 0, y = 0] of points) {
    minX = Math.min(minX, x)
    maxX = Math.max(maxX, x)
    minY = Math.min(minY, y)
    maxY = Math.max(maxY, y)
  }
  return { w: maxX - minX, h: maxY - minY, from: { x: minX - x0, y: minY - y0 } }
}

/** Where an origin lies when its box, with this middle, is turned back around its middle. */
export function unturned(placement: Placement, middle: Point): Point {
  const turned = placeInside(placement, { ...middle, rotation: 0 })
  return { x: turned.x - middle.x, y: turned.y - middle.y }
}

/** Where a line from the middle of a box to a point leaves the box. */
export function toBorder(box: Box | undefined, from: Point, to: Point): Point {
  if (!box) return { x: from.x, y: from.y }
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (dx === 0 && dy === 0) return { x: from.x, y: from.y }
  const part = Math.min(box.w / 2 / Math.abs(dx), box.h / 2 / Math.abs(dy), 1)
  return { x: from.x + dx * part, y: from.y + dy * part }
}

/** An arrow's points as seen from its start: straight, or with one beside the middle. */
export function bentPoints(start: Point, end: Point, bend: number): [number, number][] {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const distance = Math.hypot(dx, dy)
  if (Math.abs(bend) < 2 || distance < 1)
    return [
      [0, 0],
      [dx, dy],
    ]
  return [
    [0, 0],
    [dx / 2 - (dy / distance) * bend, dy / 2 + (dx / distance) * bend],
    [dx, dy],
  ]
}

/** Right angles only: Excalidraw refuses an elbow arrow that has others. */
export function elbowPoints(start: Point, end: Point): [number, number][] {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  if (Math.abs(dx) < 1 || Math.abs(dy) < 1)
    return [
      [0, 0],
      [dx, dy],
    ]
  return Math.abs(dx) >= Math.abs(dy)
    ? [
        [0, 0],
        [dx / 2, 0],
        [dx / 2, dy],
        [dx, dy],
      ]
    : [
        [0, 0],
        [0, dy / 2],
        [dx, dy / 2],
        [dx, dy],
      ]
}
