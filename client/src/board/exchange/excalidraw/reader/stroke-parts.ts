import { MAX_LINE_POINTS, MAX_STROKE_POINTS } from '@drawbar/shared/board/board-limits.ts'
import { getIndices } from 'tldraw'
import type { Tally } from '../../tally.ts'
import { carriedShapeOf } from '../carried-shape.ts'
import { nearestColor } from '../colors.ts'
import type { SceneElement } from '../scene.ts'
import { dashOf, fillOf, sizeOf } from './element-looks.ts'
import { tellDamaged, tellLostLink } from './left-out.ts'
import type { Parts } from './parts.ts'

/** Farthest that the ends of a closed stroke lie apart, px. */
const CLOSING_GAP = 8

/** A line of straight or round pieces; null for one without two points. */
export function lineParts(element: SceneElement, tally: Tally): Parts | null {
  const all = element.points ?? []
  if (all.length < 2) {
    tellDamaged(tally)
    return null
  }
  if (fillOf(element) !== 'none')
    tally.add('filled line: drawn without its filling', 'filled lines: drawn without their filling')
  if (all.length > MAX_LINE_POINTS)
    tally.add(
      'line with very many points: its end is cut off',
      'lines with very many points: their ends are cut off',
    )
  tellLostLink(element, tally)
  const points = all.slice(0, MAX_LINE_POINTS)
  const indices = getIndices(points.length)
  return {
    type: 'line',
    props: {
      color: nearestColor(element.strokeColor),
      dash: dashOf(element),
      size: sizeOf(element),
      spline: element.roundness ? 'cubic' : 'line',
      scale: 1,
      points: Object.fromEntries(
        points.map(([x, y], at) => {
          const index = indices[at] ?? ''
          return [index, { id: index, index, x, y }]
        }),
      ),
    },
  }
}

/** A stroke of the pen, or of the highlighter where it carries that; null for one without points. */
export function strokeParts(element: SceneElement, tally: Tally): Parts | null {
  const all = element.points ?? []
  const [first] = all
  if (!first) {
    tellDamaged(tally)
    return null
  }
  if (all.length > MAX_STROKE_POINTS)
    tally.add(
      'stroke with very many points: its end is cut off',
      'strokes with very many points: their ends are cut off',
    )
  tellLostLink(element, tally)
  const isPen = !element.simulatePressure
  const points = all.slice(0, MAX_STROKE_POINTS).map(([x, y], at) => ({
    x,
    y,
    z: isPen ? Math.min(1, Math.max(0, element.pressures?.[at] ?? 0.5)) : 0.5,
  }))
  const props = {
    color: nearestColor(element.strokeColor),
    size: sizeOf(element),
    segments: [{ type: 'free', points }],
    isComplete: true,
    isPen,
    scale: 1,
  }
  if (carriedShapeOf(element.customData).type === 'highlight') return { type: 'highlight', props }
  const last = points.at(-1) ?? { x: 0, y: 0 }
  const isClosed = points.length > 3 && Math.hypot(last.x - first[0], last.y - first[1]) < CLOSING_GAP
  return {
    type: 'draw',
    props: { ...props, fill: isClosed ? fillOf(element) : 'none', dash: dashOf(element), isClosed },
  }
}
