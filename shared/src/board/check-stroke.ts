import { MAX_COORDINATE, MAX_STROKE_POINTS } from './board-limits.ts'

/**
 * What is wrong with the points of a freehand stroke; undefined for a record that has none. As strict as tldraw's
 * validator, and more: its pen never leaves a stroke or a segment without a point, and its geometry counts on that.
 */
export function strokeFault({
  props,
}: {
  readonly props?: unknown
}): 'schema' | 'stroke' | 'coordinate' | undefined {
  if (typeof props !== 'object' || props === null || !('segments' in props)) return undefined
  const { segments } = props
  if (!Array.isArray(segments)) return 'schema'
  if (segments.length === 0) return 'stroke'
  let count = 0
  for (const segment of segments) {
    if (!isSegment(segment)) return 'schema'
    count += segment.points.length
    if (segment.points.length === 0 || count > MAX_STROKE_POINTS) return 'stroke'
    for (const point of segment.points) {
      const fault = pointFault(point)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

function isSegment(value: unknown): value is { readonly points: readonly unknown[] } {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('points' in value)) return false
  if (Object.keys(value).length !== 2 || !Array.isArray(value.points)) return false
  return value.type === 'free' || value.type === 'straight'
}

function pointFault(point: unknown): 'schema' | 'coordinate' | undefined {
  if (typeof point !== 'object' || point === null || !('x' in point) || !('y' in point)) return 'schema'
  let known = 2
  if ('z' in point) {
    known = 3
    if (point.z !== undefined && !isModerate(point.z)) return faultOfNumber(point.z)
  }
  if (!isModerate(point.x)) return faultOfNumber(point.x)
  if (!isModerate(point.y)) return faultOfNumber(point.y)
  for (const _name in point) known -= 1
  return known === 0 ? undefined : 'schema'
}

function isModerate(value: unknown): boolean {
  return typeof value === 'number' && value >= -MAX_COORDINATE && value <= MAX_COORDINATE
}

function faultOfNumber(value: unknown): 'schema' | 'coordinate' {
  return Number.isFinite(value) ? 'coordinate' : 'schema'
}
