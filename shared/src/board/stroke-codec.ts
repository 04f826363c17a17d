import type { TLDrawShapeSegment, VecModel } from '@tldraw/tlschema'

/**
 * Freehand strokes as one flat list that only grows while the pen is down (L3).
 *
 * A segment starts with its mark, `'f'` (free) or `'s'` (straight). A point is three integers: the step from the
 * point before it (from the origin for the first of the stroke) in x and y, and the pressure, all in hundredths,
 * because hundredths are what tldraw's pen rounds to. A point that is not a whole number of hundredths (it was
 * pasted, scaled or imported) or has no pressure is one item instead, `[x, y]` or `[x, y, z]`, exactly as it was.
 * So nothing is ever rounded here, except that -0 becomes 0.
 */
export type StrokeItem = number | 'f' | 's' | readonly number[]

const PRECISION = 100

/** Beyond this the integers and their differences stop being exact. */
const MAX_HUNDREDTHS = 2 ** 50

function isHundredths(value: number): boolean {
  const units = Math.round(value * PRECISION)
  return Math.abs(units) < MAX_HUNDREDTHS && units / PRECISION === value
}

/** `Math.round` without its -0. */
function toHundredths(value: number): number {
  return Math.round(value * PRECISION) + 0
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value)
}

export function encodeStroke(segments: readonly TLDrawShapeSegment[]): StrokeItem[] {
  const items: StrokeItem[] = []
  let lastX = 0
  let lastY = 0
  for (const segment of segments) {
    items.push(segment.type === 'straight' ? 's' : 'f')
    for (const { x, y, z } of segment.points) {
      const unitsX = toHundredths(x)
      const unitsY = toHundredths(y)
      if (z !== undefined && isHundredths(x) && isHundredths(y) && isHundredths(z)) {
        items.push(unitsX - lastX, unitsY - lastY, toHundredths(z))
      } else {
        items.push(z === undefined ? [x + 0, y + 0] : [x + 0, y + 0, z + 0])
      }
      lastX = unitsX
      lastY = unitsY
    }
  }
  return items
}

/** The segments of a list, or undefined when it is not one that `encodeStroke` could have made. */
export function decodeStroke(items: readonly unknown[]): TLDrawShapeSegment[] | undefined {
  const segments: TLDrawShapeSegment[] = []
  let points: VecModel[] | undefined
  let lastX = 0
  let lastY = 0
  for (let i = 0; i < items.length;) {
    const item = items[i]
    if (item === 'f' || item === 's') {
      points = []
      segments.push({ type: item === 's' ? 'straight' : 'free', points })
      i += 1
    } else if (points === undefined) {
      return undefined
    } else if (Array.isArray(item)) {
      const [x, y, z]: unknown[] = item
      if (typeof x !== 'number' || typeof y !== 'number' || item.length > 3) return undefined
      if (item.length === 3 && typeof z !== 'number') return undefined
      points.push(typeof z === 'number' ? { x, y, z } : { x, y })
      lastX = toHundredths(x)
      lastY = toHundredths(y)
      i += 1
    } else {
      const [dx, dy, pressure] = [item, items[i + 1], items[i + 2]]
      if (!isInteger(dx) || !isInteger(dy) || !isInteger(pressure)) return undefined
      lastX += dx
      lastY += dy
      points.push({ x: lastX / PRECISION, y: lastY / PRECISION, z: pressure / PRECISION })
      i += 3
    }
  }
  return segments
}
