import { placeInside, type Placement } from '@drawbar/shared/board/page-transform.ts'
import type { Tally } from '../../tally.ts'
import type { FileElement } from '../scene-file.ts'
import { toBorder, type Box, type Point } from './scene-geometry.ts'

/** What an end of an arrow is bound to. */
export interface Hold {
  /** Where on it, from 0 to 1 in each direction. */
  readonly anchor: Point
  /** Undefined: it has none, as a group or what was left out. */
  readonly element: FileElement | undefined
}

/** The two ends of an arrow; null for one that is bound to nothing in the scene. */
export interface Holds {
  readonly start: Hold | null
  readonly end: Hold | null
}

/** Where an arrow begins and ends on the page: at the border of what it is bound to. */
export function endsOnPage(
  loose: { readonly start: Point; readonly end: Point },
  placement: Placement,
  { start, end }: Holds,
): { readonly start: Point; readonly end: Point } {
  const onPage = ({ x, y }: Point): Point => placeInside(placement, { x, y, rotation: 0 })
  const [startBox, endBox] = [boxOf(start), boxOf(end)]
  const from = startBox ? middleOf(startBox) : onPage(loose.start)
  const to = endBox ? middleOf(endBox) : onPage(loose.end)
  return { start: toBorder(startBox, from, to), end: toBorder(endBox, to, from) }
}

/** An end's binding in the file. */
export function bindingOf(hold: Hold | null, isElbow: boolean, tally: Tally): object | null {
  if (!hold) return null
  const { anchor, element } = hold
  if (!element) {
    tally.add(
      'arrow’s hold on a group or on what was left out',
      'arrows’ holds on groups or on what was left out',
    )
    return null
  }
  return { elementId: element.id, focus: 0, gap: 4, fixedPoint: isElbow ? [anchor.x, anchor.y] : null }
}

function boxOf(hold: Hold | null): Box | undefined {
  const element = hold?.element
  return element && { x: element.x, y: element.y, w: element.width, h: element.height }
}

function middleOf({ x, y, w, h }: Box): Point {
  return { x: x + w / 2, y: y + h / 2 }
}
