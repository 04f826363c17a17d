/** Where a coordinate system's origin lies on its page, px, and how it is turned, radians. */
export interface Placement {
  readonly x: number
  readonly y: number
  readonly rotation: number
}

export const PAGE_ORIGIN: Placement = { x: 0, y: 0, rotation: 0 }

/** The placement on the page of something placed inside `parent`. tldraw's parents move and turn, they never scale. */
export function placeInside(parent: Placement, child: Placement): Placement {
  const cos = Math.cos(parent.rotation)
  const sin = Math.sin(parent.rotation)
  return {
    x: parent.x + cos * child.x - sin * child.y,
    y: parent.y + sin * child.x + cos * child.y,
    rotation: parent.rotation + child.rotation,
  }
}
