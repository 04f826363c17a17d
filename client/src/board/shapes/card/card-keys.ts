import type { Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { isEmptyRow } from '@drawbar/shared/cards/card-parts.ts'
import { rowOf, TITLE_CELL } from '../rows/cell-key.ts'
import { arrowOf, NOTHING, type KeyAction, type KeyPress } from '../rows/row-keys.ts'
import type { CardLayout } from './card-layout.ts'
import { cellBelow, isLastCell } from './cell-moves.ts'

/** What a key does in a cell of a card; null leaves it to the field. */
export function cardKey(press: KeyPress, layout: CardLayout, rows: Rows): KeyAction | null {
  const { kind } = layout
  const row = rows[rowOf(press.cell)]
  const isEmpty = row !== undefined && isEmptyRow(kind, row)
  const arrow = arrowOf(press)

  if (press.key === 'Enter') return enter(press, layout, rows)
  if (press.key === 'Tab') {
    // An empty row lets the keyboard go on.
    if (press.shiftKey || kind.fixedRows || !row || isEmpty || !isLastCell(layout, press.cell)) return null
    return { does: 'add', belowId: row.id }
  }
  if (press.key === 'Backspace') {
    if (!row || !isEmpty || kind.fixedRows) return null
    return press.repeat ? NOTHING : { does: 'remove', rowId: row.id }
  }
  if (arrow === null) return null
  if (press.altKey && row) return { does: 'move', rowId: row.id, by: arrow }
  if (arrow === 1 ? !press.isAtEnd : !press.isAtStart || press.shiftKey) return null
  const next = cellBelow(layout, press.cell, arrow)
  return next ? { does: 'go', to: next.cell } : null
}

/** Goes below, or where something is written and the part ends, into a new row. */
function enter({ cell, isCommand }: KeyPress, layout: CardLayout, rows: Rows): KeyAction {
  if (isCommand) return { does: 'finish' }
  const { kind } = layout
  const row = rows[rowOf(cell)]
  const isEmpty = row !== undefined && isEmptyRow(kind, row)
  const below = cellBelow(layout, cell)
  if (below && (below.isSamePart || isEmpty || kind.fixedRows)) return { does: 'go', to: below.cell }
  if (kind.fixedRows) return NOTHING
  if (cell === TITLE_CELL) return { does: 'add', belowId: null }
  return row && !isEmpty ? { does: 'add', belowId: row.id } : NOTHING
}
