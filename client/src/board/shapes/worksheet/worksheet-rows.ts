import { getIndexBetween } from 'tldraw'
import { orderedRows, withCell, type Row, type Rows } from '@drawbar/shared/board/shapes/rows.ts'

export type WorksheetColumn = 'name' | 'expression' | 'note'

/** One cell written; every other row stays the very same. A row that a peer has removed meanwhile stays away. */
export function setWorksheetCell(rows: Rows, rowId: string, column: WorksheetColumn, text: string): Rows {
  const row = rows[rowId]
  if (!row || (row.cells[column] ?? '') === text) return rows
  return { ...rows, [rowId]: withCell(row, column, text) }
}

/** A row one place up or down. Only the moved row changes. */
export function moveWorksheetRow(rows: Rows, rowId: string, by: -1 | 1): Rows {
  const order = orderedRows(rows)
  const row = rows[rowId]
  const passed = order[order.findIndex(({ id }) => id === rowId) + by]
  if (!row || !passed) return rows
  const indices = order.map(({ index }) => index)
  // Rows with the same index have no room between them: past all of those.
  const index =
    by === 1
      ? getIndexBetween(
          passed.index,
          indices.find((other) => other > passed.index),
        )
      : getIndexBetween(
          indices.findLast((other) => other < passed.index),
          passed.index,
        )
  return { ...rows, [rowId]: { ...row, index } }
}

/** Whether nobody has written anything into a row. */
export function isEmptyRow({ cells }: Row): boolean {
  return Object.values(cells).every((text) => text === '')
}
