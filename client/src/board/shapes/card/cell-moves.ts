import { cellKey, TITLE_CELL, type CellKey } from '../rows/cell-key.ts'
import type { CardLayout, LaidRow } from './card-layout.ts'

/** Where the keyboard goes inside a card. The title stands above the first row. */

export interface NextCell {
  readonly cell: CellKey
  /** Whether no heading is between the two. */
  readonly isSamePart: boolean
}

/** The cell below (1) or above (-1) in the same column; undefined at the edge of the card. */
export function cellBelow(layout: CardLayout, cell: CellKey, by: -1 | 1 = 1): NextCell | undefined {
  const rows = layout.parts.flatMap((part, at) => part.rows.map((row) => ({ row, at })))
  if (cell === TITLE_CELL) {
    const first = rows[0]
    return by === 1 && first ? { cell: keyOf(first.row, 0), isSamePart: true } : undefined
  }
  const at = rows.findIndex(({ row }) => row.cells.some((_cell, column) => keyOf(row, column) === cell))
  const here = rows[at]
  if (!here) return undefined
  const column = here.row.cells.findIndex((_cell, index) => keyOf(here.row, index) === cell)
  if (at + by < 0) return { cell: TITLE_CELL, isSamePart: false }
  const next = rows[at + by]
  return next && { cell: keyOf(next.row, column), isSamePart: next.at === here.at }
}

/** The last cell of the row before, or of the title. Undefined where there is no such row. */
export function lastCellOfRowBefore(layout: CardLayout, rowId: string): CellKey | undefined {
  const rows = layout.parts.flatMap((part) => part.rows)
  const before = rows[rows.findIndex(({ shown }) => shown.row.id === rowId) - 1]
  return before && keyOf(before, before.cells.length - 1)
}

export function firstCell({ parts }: CardLayout): CellKey | undefined {
  const row = parts.flatMap(({ rows }) => rows)[0]
  return row && keyOf(row, 0)
}

/** Whether a cell is the last of the last row. */
export function isLastCell({ parts }: CardLayout, cell: CellKey): boolean {
  const row = parts.flatMap(({ rows }) => rows).at(-1)
  return row !== undefined && keyOf(row, row.cells.length - 1) === cell
}

/** Where writing begins: a card without a title is given one first. */
export function startCell(layout: CardLayout, title: string): CellKey {
  return title === '' ? TITLE_CELL : (firstCell(layout) ?? TITLE_CELL)
}

function keyOf({ shown, cells }: LaidRow, column: number): CellKey {
  return cellKey(shown.row.id, cells[column]?.column.name ?? '')
}
