import { getIndexBetween } from '@tldraw/utils'
import { MAX_ROWS, withCell, type Row, type Rows } from '../board/shapes/rows.ts'
import { SECTION_CELL, type CardKind } from './card-kind.ts'
import { cardParts, fixedRow, type ShownRow } from './card-parts.ts'

/**
 * Changes of a card's rows. Each touches only the cells or the places it is about and leaves every other row the very
 * same object, so that what somebody else does to the others is kept.
 */

/** The text in one cell. A row that somebody has removed meanwhile stays away. */
export function setCell(
  kind: CardKind,
  rows: Rows,
  { rowId, column, text }: { readonly rowId: string; readonly column: string; readonly text: string },
): Rows {
  const row = rows[rowId] ?? fixedRow(kind, rowId)
  if (!row || (row.cells[column] ?? '') === text) return rows
  return { ...rows, [rowId]: withCell(row, column, text) }
}

export interface NewRow {
  readonly id: string
  readonly cells: Readonly<Record<string, string>>
}

/** A new row's cells before anybody writes: the columns' first choices, and its section. */
export function initialCells(kind: CardKind, section: string | null): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {}
  for (const { name, initial } of kind.columns) if (initial !== undefined) cells[name] = initial
  if (section !== null) cells[SECTION_CELL] = section
  return cells
}

/**
 * New rows, one under the other, below a row; without one, below all others. As many as there is room for.
 *
 * @param added more than fit are left out: compare with `MAX_ROWS` to say so
 */
export function addRows(rows: Rows, added: readonly NewRow[], belowId: string | null): Rows {
  const indices = Object.values(rows)
    .map(({ index }) => index)
    .toSorted()
  let below = belowId === null ? indices.at(-1) : rows[belowId]?.index
  // Rows that two people put in the same place have the same index, and there is no room between those.
  const above =
    below === undefined ? indices[0] : indices.find((index) => below !== undefined && index > below)
  const next: Record<string, Row> = { ...rows }
  for (const { id, cells } of added.slice(0, Math.max(0, MAX_ROWS - indices.length))) {
    below = getIndexBetween(below, above)
    let row: Row = { id, index: below, cells: {} }
    for (const [column, text] of Object.entries(cells)) row = withCell(row, column, text)
    next[id] = row
  }
  return next
}

/** Without a row. */
export function removeRow(rows: Rows, rowId: string): Rows {
  const { [rowId]: removed, ...others } = rows
  return removed ? others : rows
}

/**
 * A row one place further up or down. From the edge of a section it goes into the next one. Only the moved row changes.
 */
export function moveRow(kind: CardKind, rows: Rows, rowId: string, by: -1 | 1): Rows {
  const row = rows[rowId]
  if (!row || kind.fixedRows) return rows
  const parts = cardParts(kind, rows)
  const partAt = parts.findIndex((part) => part.rows.some((shown) => shown.row.id === rowId))
  const part = parts[partAt]
  if (!part) return rows
  const at = part.rows.findIndex((shown) => shown.row.id === rowId)
  const passed = part.rows[at + by]?.row
  if (passed) return { ...rows, [rowId]: { ...row, index: besides(part.rows, passed, by) } }

  const next = parts[partAt + by]
  if (!next || next.section === null) return rows
  const neighbour = (by === 1 ? next.rows[0] : next.rows.at(-1))?.row
  const index = neighbour ? besides(next.rows, neighbour, by === 1 ? -1 : 1) : row.index
  return { ...rows, [rowId]: { ...withCell(row, SECTION_CELL, next.section), index } }
}

/** An index right above (-1) or below (1) a row, past rows that have the same one. */
function besides(shown: readonly ShownRow[], { index }: Row, side: -1 | 1): Row['index'] {
  const indices = shown.map(({ row }) => row.index)
  return side === 1
    ? getIndexBetween(
        index,
        indices.find((other) => other > index),
      )
    : getIndexBetween(
        indices.findLast((other) => other < index),
        index,
      )
}
