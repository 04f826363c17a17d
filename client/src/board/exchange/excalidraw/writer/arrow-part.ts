import type { Placement } from '@drawbar/shared/board/page-transform.ts'
import { connectorOf } from '@drawbar/shared/board/shapes/connector-meta.ts'
import type { TLArrowShape, TLArrowShapeArrowheadStyle } from 'tldraw'
import type { Tally } from '../../tally.ts'
import type { CarriedShape } from '../carried-shape.ts'
import { hexOf } from '../colors.ts'
import { bindingOf, endsOnPage, type Holds } from './arrow-ends.ts'
import { labelAround } from './label-part.ts'
import { tellLostPin } from './lost-pin.ts'
import { bentPoints, elbowPoints, extent, type Point } from './scene-geometry.ts'
import type { ScenePart } from './scene-part.ts'
import { strokeLook } from './shape-looks.ts'

/**
 * An arrow. It begins where what it is bound to ends, so it and its label lie on the page and not in the shape.
 *
 * @param placement of the shape, for the ends that are not bound
 */
export function arrowPart(shape: TLArrowShape, placement: Placement, holds: Holds, tally: Tally): ScenePart {
  const { id, props } = shape
  const { start, end } = endsOnPage(props, placement, holds)
  const isElbow = props.kind === 'elbow'
  const points = isElbow ? elbowPoints(start, end) : bentPoints(start, end, props.bend)
  tellLostPin(shape, tally)
  return {
    type: 'arrow',
    at: start,
    size: extent(points),
    look: strokeLook(props),
    fields: {
      points,
      roundness: isElbow ? null : { type: 2 },
      elbowed: isElbow,
      ...(isElbow ? { fixedSegments: null, startIsSpecial: null, endIsSpecial: null } : {}),
      startBinding: bindingOf(holds.start, isElbow, tally),
      endBinding: bindingOf(holds.end, isElbow, tally),
      startArrowhead: headOf(props.arrowheadStart, tally),
      endArrowhead: headOf(props.arrowheadEnd, tally),
      lastCommittedPoint: null,
    },
    carried: carriedBy(shape),
    label: labelAround(id, middleOf(start, points), {
      text: props.text,
      fontSize: 16,
      font: props.font,
      align: 'center',
      vertical: 'middle',
      color: hexOf(props.labelColor),
    }),
  }
}

function carriedBy({ props, meta }: TLArrowShape): CarriedShape {
  const { kind, labelPosition, elbowMidPoint, bend } = props
  const connector = connectorOf(meta)
  return {
    type: 'arrow',
    props: { labelPosition, elbowMidPoint, ...(kind === 'elbow' ? {} : { bend }) },
    ...(connector === undefined ? {} : { connector }),
  }
}

const HEADS: ReadonlyMap<TLArrowShapeArrowheadStyle, string | null> = new Map([
  ['none', null],
  ['arrow', 'arrow'],
  ['triangle', 'triangle'],
  ['diamond', 'diamond'],
  ['dot', 'dot'],
  ['bar', 'bar'],
  ['pipe', 'bar'],
])

function headOf(head: TLArrowShapeArrowheadStyle, tally: Tally): string | null {
  const own = HEADS.get(head)
  if (own !== undefined) return own
  tally.add(`arrowhead “${head}”: drawn as a plain one`, `arrowheads “${head}”: drawn as plain ones`)
  return 'arrow'
}

/** Where an arrow's label is: in the middle of a straight one, at the corner in the middle of another. */
function middleOf(start: Point, points: readonly (readonly [number, number])[]): Point {
  const [x, y] = points[Math.floor(points.length / 2)] ?? [0, 0]
  return points.length === 2 ? { x: start.x + x / 2, y: start.y + y / 2 } : { x: start.x + x, y: start.y + y }
}
