export interface StrokePoint {
  readonly x: number
  readonly y: number
  /** How hard the pen was pressed, from 0 to 1. */
  readonly z: number
}

/** Pressure where a stroke has none of its own. */
const EVEN_PRESSURE = 0.5

/**
 * The points of a part of a stroke as tldraw 4 has written it: a list as before; half floats in base64, each point for
 * itself; or, as `path`, a first point of floats and steps of half floats from one to the next, of two numbers instead of
 * three when `dim` says so. Null for what is none of these.
 */
export function strokePoints(segment: Readonly<Record<string, unknown>>): readonly StrokePoint[] | null {
  const { points, path, dim } = segment
  if (typeof path === 'string') return fromSteps(path, dim === 2 ? 2 : 3)
  return typeof points === 'string' ? fromHalves(points) : null
}

function fromHalves(base64: string): StrokePoint[] | null {
  const view = viewOf(base64)
  if (view === null) return null
  return Array.from({ length: Math.floor(view.byteLength / 6) }, (_, index) => ({
    x: halfAt(view, index * 6),
    y: halfAt(view, index * 6 + 2),
    z: halfAt(view, index * 6 + 4),
  }))
}

function fromSteps(base64: string, size: 2 | 3): StrokePoint[] | null {
  const view = viewOf(base64)
  if (view === null) return null
  if (view.byteLength < size * 4) return []
  const at = [0, 4, 8].slice(0, size).map((offset) => view.getFloat32(offset, true))
  const points = [pointOf(at)]
  for (let offset = size * 4; offset + size * 2 <= view.byteLength; offset += size * 2) {
    at.forEach((value, index) => (at[index] = value + halfAt(view, offset + index * 2)))
    points.push(pointOf(at))
  }
  return points
}

function pointOf([x = 0, y = 0, z = EVEN_PRESSURE]: readonly number[]): StrokePoint {
  return { x, y, z }
}

function viewOf(base64: string): DataView | null {
  try {
    return new DataView(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer)
  } catch {
    return null
  }
}

/** IEEE 754 binary16, little-endian; not every browser reads it by itself. */
function halfAt(view: DataView, offset: number): number {
  const bits = view.getUint16(offset, true)
  const sign = bits >> 15 === 0 ? 1 : -1
  const exponent = (bits >> 10) & 0b1_1111
  const fraction = (bits & 0b11_1111_1111) / 1024
  if (exponent === 0b1_1111) return fraction === 0 ? sign * Infinity : Number.NaN
  return exponent === 0 ? sign * fraction * 2 ** -14 : sign * (1 + fraction) * 2 ** (exponent - 15)
}
