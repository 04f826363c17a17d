import type { TLArrowShapeArrowheadStyle } from 'tldraw'
import type { Tally } from '../../tally.ts'
import { carriedShapeOf, type CarriedShape } from '../carried-shape.ts'
import { nearestColor } from '../colors.ts'
import type { SceneElement } from '../scene.ts'
import { arrowheadOf, dashOf, fontOf, sizeOf, writtenIn } from './element-looks.ts'
import { tellDamaged, tellLostLink } from './left-out.ts'
import { isSound, type Parts } from './parts.ts'

/** An arrow with the text on it; null for one without two points. */
export function arrowParts(
  element: SceneElement,
  label: SceneElement | undefined,
  tally: Tally,
): Parts | null {
  const points = element.points ?? []
  const [start] = points
  const end = points.at(-1)
  if (!start || !end || points.length < 2) {
    tellDamaged(tally)
    return null
  }
  const isElbow = element.elbowed
  if (!isElbow && points.length > 3) {
    tally.add('arrow with several bends: drawn with one', 'arrows with several bends: drawn with one')
  }
  tellLostLink(element, tally)
  const props = {
    kind: isElbow ? 'elbow' : 'arc',
    color: nearestColor(element.strokeColor),
    labelColor: label ? nearestColor(label.strokeColor) : 'black',
    fill: 'none',
    dash: dashOf(element),
    size: sizeOf(element),
    arrowheadStart: headOf(element.startArrowhead, tally),
    arrowheadEnd: headOf(element.endArrowhead, tally),
    font: label ? fontOf(label) : 'draw',
    start: { x: start[0], y: start[1] },
    end: { x: end[0], y: end[1] },
    bend: isElbow ? 0 : bendOf(points),
    text: label ? writtenIn(label) : '',
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  }
  const carried = carriedShapeOf(element.customData)
  const meta: Readonly<Record<string, string>> =
    carried.connector === undefined ? {} : { connector: carried.connector }
  const whole = { type: 'arrow', props: { ...props, ...carriedProps(carried) }, meta }
  return isSound(whole) ? whole : { type: 'arrow', props, meta }
}

function headOf(head: string | null | undefined, tally: Tally): TLArrowShapeArrowheadStyle {
  const own = arrowheadOf(head)
  if (own !== undefined) return own
  tally.add(`arrowhead “${head}”: drawn as a plain one`, `arrowheads “${head}”: drawn as plain ones`)
  return 'arrow'
}

/** How far an arrow's middle lies beside the straight line between its ends, as tldraw counts it. */
function bendOf(points: readonly (readonly number[])[]): number {
  const [startX = 0, startY = 0] = points[0] ?? []
  const [endX = 0, endY = 0] = points.at(-1) ?? []
  if (points.length < 3) return 0
  const [x = 0, y = 0] = points[Math.floor(points.length / 2)] ?? []
  const [dx, dy] = [endX - startX, endY - startY]
  const distance = Math.hypot(dx, dy)
  if (distance < 1) return 0
  return (dx * (y - startY) - dy * (x - startX)) / distance
}

function carriedProps({ type, props }: CarriedShape): Readonly<Record<string, unknown>> {
  if (type !== 'arrow' || !props) return {}
  const { labelPosition, elbowMidPoint, bend } = props
  return {
    ...(labelPosition === undefined ? {} : { labelPosition }),
    ...(elbowMidPoint === undefined ? {} : { elbowMidPoint }),
    ...(bend === undefined ? {} : { bend }),
  }
}
