import { WORKSHEET, type WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { MathState } from './load-math.ts'
import { pinnedText, type PinnedText } from './pinned-text.ts'

/** Where a badge stands, page px: its upper edge, and either its middle or its end. */
export interface BadgePlace {
  readonly x: number
  readonly y: number
  readonly from: 'middle' | 'end'
}

/** What the badge of a shape says; null for a shape without a pin. */
export function pinnedTextOf(editor: Editor, shape: TLShape, math: MathState): PinnedText | null {
  return pinnedText(
    shape.meta,
    (id) => {
      const sheet = editor.getShape<WorksheetShape>(id as TLShapeId)
      return sheet?.type === WORKSHEET ? sheet.props.rows : undefined
    },
    math,
  )
}

/** Under the middle of an arrow, and at the lower right of anything else. */
export function badgePlace(editor: Editor, shape: TLShape): BadgePlace | null {
  const bounds = editor.getShapePageBounds(shape.id)
  if (!bounds) return null
  return shape.type === 'arrow'
    ? { x: bounds.center.x, y: bounds.center.y + 14, from: 'middle' }
    : { x: bounds.maxX, y: bounds.maxY + 6, from: 'end' }
}
