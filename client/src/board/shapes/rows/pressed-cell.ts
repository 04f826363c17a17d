import { Vec, type Editor } from 'tldraw'
import type { CellKey } from './cell-key.ts'

/** How far a pointer may go and still have pressed one place, screen px. */
const PRESS = 8

/**
 * The cell among the fields that the pointer has just pressed. The pointer may lie anywhere when the keyboard begins:
 * only a cell that was pressed is meant.
 */
export function pressedCell(editor: Editor, fields: HTMLElement): CellKey | undefined {
  const { currentScreenPoint, originScreenPoint, keys } = editor.inputs
  // Enter was pressed, not a cell: the pointer lies where it once pressed something else.
  if (keys.size > 0) return undefined
  if (Vec.Dist(currentScreenPoint, originScreenPoint) >= PRESS) return undefined
  const screen = editor.getViewportScreenBounds()
  const under = fields.ownerDocument.elementFromPoint(
    currentScreenPoint.x + screen.x,
    currentScreenPoint.y + screen.y,
  )
  if (!under || !fields.contains(under)) return undefined
  return under.closest<HTMLElement>('[data-cell]')?.dataset.cell
}
