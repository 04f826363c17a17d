import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'

/** Room between two components: enough for an arrow with a label. Page px. */
export const GAP = { x: 200, y: 60 } as const

export interface Size {
  readonly w: number
  readonly h: number
}

/** What is on a board already. Page px. */
export interface Standing {
  /** What nothing may lie on. */
  readonly boxes: readonly Bounds[]
  /** What one stands in or beside, but not across its border: zones and frames. */
  readonly places: readonly Bounds[]
}

/**
 * Where something of this size can stand without lying on anything: to the right of `beside` in its row, else in the
 * rows below and above, nearest first; then a column further right, and so on. Where that is on the border of a place it
 * is right of the place. Top left corner, page px.
 */
export function spotBeside(beside: Bounds, size: Size, standing: Standing): { x: number; y: number } {
  const middle = beside.y + beside.h / 2 - size.h / 2
  for (let column = 0; column < COLUMNS; column++) {
    const x = beside.x + beside.w + GAP.x + column * (size.w + GAP.x)
    for (const row of ROWS) {
      const spot = pastBorders({ x, y: middle + row * (size.h + GAP.y) }, size, standing.places)
      if (isFree({ ...spot, ...size }, standing)) return spot
    }
  }
  return { x: beside.x + beside.w + GAP.x, y: middle }
}

/**
 * Where something of this size can stand as near to a point as a grid allows. Top left corner, page px.
 *
 * @param step of the grid, page px; left out: as coarse as what stands beside each other
 */
export function spotNear(
  point: { readonly x: number; readonly y: number },
  size: Size,
  standing: Standing,
  step?: number,
) {
  const start = { x: point.x - size.w / 2, y: point.y - size.h / 2 }
  const coarse = { x: size.w + GAP.x, y: size.h + GAP.y }
  const grid = step === undefined ? coarse : { x: step, y: step }
  const rings = RINGS * Math.ceil(Math.max(coarse.x / grid.x, coarse.y / grid.y))
  for (let ring = 0; ring < rings; ring++) {
    for (const [column, row] of ringOf(ring)) {
      const spot = { x: start.x + column * grid.x, y: start.y + row * grid.y }
      if (isFree({ ...spot, ...size }, standing)) return spot
    }
  }
  return start
}

/** The middle of something of this size that begins at a point and lies away from `source`. Page px. */
export function awayFrom(source: Bounds, point: { readonly x: number; readonly y: number }, size: Size) {
  const dx = point.x - (source.x + source.w / 2)
  const dy = point.y - (source.y + source.h / 2)
  return Math.abs(dx) * source.h > Math.abs(dy) * source.w
    ? { x: point.x + (Math.sign(dx) * size.w) / 2, y: point.y }
    : { x: point.x, y: point.y + (Math.sign(dy) * size.h) / 2 }
}

const COLUMNS = 6
const RINGS = 8
/** The row itself, then below, above, and further. */
const ROWS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5]
/** Nothing may come nearer than this, page px. */
const MARGIN = 20
/** What stands in a place is off its border by at least this, page px. */
const INSIDE = 4

function isFree(spot: Bounds, { boxes, places }: Standing): boolean {
  return boxes.every((box) => isOff(spot, box)) && !places.some((place) => isAcross(spot, place))
}

function isOff(spot: Bounds, { x, y, w, h }: Bounds): boolean {
  return (
    spot.x >= x + w + MARGIN ||
    spot.x + spot.w + MARGIN <= x ||
    spot.y >= y + h + MARGIN ||
    spot.y + spot.h + MARGIN <= y
  )
}

function isAcross(spot: Bounds, place: Bounds): boolean {
  const { x, y, w, h } = place
  const isInside =
    spot.x >= x + INSIDE &&
    spot.y >= y + INSIDE &&
    spot.x + spot.w <= x + w - INSIDE &&
    spot.y + spot.h <= y + h - INSIDE
  return !isInside && !isOff(spot, place)
}

/** Further right, until it is on no border. */
function pastBorders(spot: { x: number; y: number }, size: Size, places: readonly Bounds[]) {
  let { x } = spot
  for (const place of places.toSorted((a, b) => a.x + a.w - (b.x + b.w))) {
    if (isAcross({ x, y: spot.y, ...size }, place)) x = Math.max(x, place.x + place.w + MARGIN)
  }
  return { x, y: spot.y }
}

/** The cells at this distance, row by row; right and below come before left and above. */
function ringOf(ring: number): readonly (readonly [column: number, row: number])[] {
  const cells: [number, number][] = []
  for (let row = -ring; row <= ring; row++) {
    for (let column = -ring; column <= ring; column++) {
      if (Math.max(Math.abs(row), Math.abs(column)) === ring) cells.push([column, row])
    }
  }
  return cells.toSorted(([ax, ay], [bx, by]) => distance(ax, ay) - distance(bx, by) || by - ay || bx - ax)
}

function distance(column: number, row: number): number {
  return Math.hypot(column * 1.4, row)
}
