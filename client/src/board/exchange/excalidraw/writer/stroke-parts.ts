import type { TLDrawShape, TLHighlightShape, TLLineShape } from 'tldraw'
import { hexOf } from '../colors.ts'
import { extent } from './scene-geometry.ts'
import type { ScenePart } from './scene-part.ts'
import { strokeLook, strokeWidthOf } from './shape-looks.ts'

/** A stroke of the pen or of the highlighter; null for one without points. */
export function strokePart({ type, props }: TLDrawShape | TLHighlightShape): ScenePart | null {
  const all = props.segments.flatMap(({ points }) => points)
  const [first] = all
  if (!first) return null
  const { scale } = props
  const color = hexOf(props.color)
  const isFilled = 'isClosed' in props && props.isClosed && props.fill !== 'none'
  return {
    type: 'freedraw',
    at: { x: first.x * scale, y: first.y * scale },
    size: extent(all.map(({ x, y }) => [x * scale, y * scale])),
    look: {
      stroke: color,
      ground: isFilled ? color : 'transparent',
      width: strokeWidthOf(props.size),
    },
    fields: {
      points: all.map(({ x, y }) => [(x - first.x) * scale, (y - first.y) * scale]),
      pressures: props.isPen ? all.map(({ z }) => z ?? 0.5) : [],
      simulatePressure: !props.isPen,
      ...(type === 'highlight' ? { opacity: 40 } : {}),
    },
    ...(type === 'highlight' ? { carried: { type } } : {}),
  }
}

export function linePart({ props }: TLLineShape): ScenePart {
  const points = Object.values(props.points)
    .toSorted((a, b) => (a.index < b.index ? -1 : 1))
    .map(({ x, y }): readonly [number, number] => [x, y])
  const [[x0, y0] = [0, 0]] = points
  return {
    type: 'line',
    at: { x: x0, y: y0 },
    size: extent(points),
    look: strokeLook(props),
    fields: {
      points: points.map(([x, y]) => [x - x0, y - y0]),
      roundness: props.spline === 'cubic' ? { type: 2 } : null,
      startBinding: null,
      endBinding: null,
      startArrowhead: null,
      endArrowhead: null,
    },
  }
}
