import { ZONE, type ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import type { Editor, TLShapeId } from 'tldraw'
import { textWidth } from '../shapes/component/text-width.ts'
import { HEADING_HEIGHT, HEADING_WIDTH } from '../shapes/zone/zone-heading.tsx'
import { zoneHeading } from '../shapes/zone/zone-looks.ts'

/** The size a heading is written in, and what stands around its words, page px. */
const LETTERS = 14
const AROUND = 40

/** Where zones say what they are, in page px: nothing is to lie on it. */
export function zoneHeadings(editor: Editor, except: TLShapeId): readonly Bounds[] {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const bounds = editor.getShapePageBounds(shape.id)
    if (shape.id === except || bounds === undefined || !editor.isShapeOfType<ZoneShape>(shape, ZONE))
      return []
    const { kind, name } = zoneHeading(shape.props.kind, shape.props.label)
    const w = Math.max(textWidth(kind + name) * LETTERS + AROUND, HEADING_WIDTH)
    return [{ x: bounds.x, y: bounds.y, w: Math.min(w, bounds.w), h: Math.min(HEADING_HEIGHT, bounds.h) }]
  })
}

/** Room between a heading and what has been put on it, page px. */
const BELOW = 8

/** A place that somebody has chosen, with what would lie on a heading pushed below it. */
export function belowHeadings(spot: Bounds, headings: readonly Bounds[]): { x: number; y: number } {
  const { x, w, h } = spot
  const pushed = headings
    .filter((heading) => x < heading.x + heading.w && x + w > heading.x)
    // Its middle is not above the zone.
    .filter((heading) => spot.y < heading.y + heading.h && spot.y + h / 2 > heading.y)
    .map((heading) => heading.y + heading.h + BELOW)
  return { x, y: Math.max(spot.y, ...pushed) }
}
