/** `<row id>:<column>`, as the cell's facet is called, or the title. */
export type CellKey = string

export const TITLE_CELL: CellKey = 'title'

export function cellKey(rowId: string, column: string): CellKey {
  return `${rowId}:${column}`
}

/** The id of a cell's row; empty for the title. */
export function rowOf(cell: CellKey): string {
  return cell.slice(0, Math.max(0, cell.lastIndexOf(':')))
}

/** The name of a cell's column. The title is a column of its own. */
export function columnOf(cell: CellKey): string {
  return cell.slice(cell.lastIndexOf(':') + 1)
}
