import type { Row } from '@drawbar/shared/board/shapes/rows.ts'
import { cellKey, columnOf, rowOf, TITLE_CELL } from '../rows/cell-key.ts'
import { arrowOf, NOTHING, type KeyAction, type KeyPress } from '../rows/row-keys.ts'
import { isEmptyRow } from './worksheet-rows.ts'

/**
 * What a key does in a cell of a worksheet; null leaves it to the field.
 *
 * @param rows from the first to the last
 */
export function worksheetKey(press: KeyPress, rows: readonly Row[]): KeyAction | null {
  // The title stands above the first row.
  const place = rows.findIndex(({ id }) => id === rowOf(press.cell))
  const row = rows[place]
  const column = columnOf(press.cell)
  const arrow = arrowOf(press)

  if (press.key === 'Enter') {
    if (press.isCommand) return { does: 'finish' }
    const next = rows[place + 1]
    if (next) return { does: 'go', to: cellKey(next.id, row ? column : 'name') }
    return row && isEmptyRow(row) ? NOTHING : { does: 'add', belowId: null }
  }
  if (!row) return null
  if (press.key === 'Tab') {
    // An empty row lets the keyboard go on, to the buttons.
    if (press.shiftKey || column !== 'note' || place < rows.length - 1 || isEmptyRow(row)) return null
    return { does: 'add', belowId: null }
  }
  if (press.key === 'Backspace') {
    if (!isEmptyRow(row)) return null
    return press.repeat ? NOTHING : { does: 'remove', rowId: row.id }
  }
  if (arrow === null) return null
  if (press.altKey) return { does: 'move', rowId: row.id, by: arrow }
  const next = rows[place + arrow]
  if (next) return { does: 'go', to: cellKey(next.id, column) }
  return arrow === -1 ? { does: 'go', to: TITLE_CELL } : NOTHING
}
