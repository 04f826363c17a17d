import { placeInside, type Placement } from '@drawbar/shared/board/page-transform.ts'
import type { SceneElement } from '../scene.ts'

/**
 * Where an element's own origin lies on the page. Excalidraw turns an element around the middle of its box, tldraw
 * around its origin.
 */
export function placementOf(element: SceneElement): Placement {
  const { x, y, angle } = element
  if (angle === 0) return { x, y, rotation: 0 }
  const middle = middleOf(element)
  const turned = placeInside(
    { x: x + middle.x, y: y + middle.y, rotation: angle },
    { x: -middle.x, y: -middle.y, rotation: 0 },
  )
  return { ...turned, rotation: angle }
}

/** The placement inside `parent` of what is placed on the page. */
export function placementWithin(parent: Placement, child: Placement): Placement {
  const cos = Math.cos(-parent.rotation)
  const sin = Math.sin(-parent.rotation)
  const [dx, dy] = [child.x - parent.x, child.y - parent.y]
  return { x: cos * dx - sin * dy, y: sin * dx + cos * dy, rotation: child.rotation - parent.rotation }
}

/** The middle of an element's box, from its origin. A line's points may lie on any side of it. */
function middleOf({ points, width, height }: SceneElement): { readonly x: number; readonly y: number } {
  if (!points || points.length === 0) return { x: width / 2, y: height / 2 }
  const [minX, maxX] = rangeOf(points.map(([x]) => x))
  const [minY, maxY] = rangeOf(points.map(([, y]) => y))
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  let [min, max] = [Infinity, -Infinity]
  for (const value of values) {
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  return [min, max]
}
