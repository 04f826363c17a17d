import type { IndexKey } from '@tldraw/utils'
import { T } from '@tldraw/validate'

/**
 * One row of a card or a worksheet. Every cell is a facet of its own (docs/sync.spec.md, L2), so two people who write
 * into different cells of a board both keep what they wrote. An empty cell is left out.
 */
export interface Row {
  readonly id: string
  /** Place among the rows, a fractional index as tldraw's shapes have. Rows with the same one are ordered by id. */
  readonly index: IndexKey
  /** Text by column. */
  readonly cells: Readonly<Record<string, string>>
}

export type Rows = Readonly<Record<string, Row>>

/** Most rows of one card or worksheet: more than anybody reads on a board. */
export const MAX_ROWS = 100

/** Most cells of one row: the columns a card can show beside each other, and more. */
export const MAX_CELLS = 16

/** Longest text of a cell, UTF-16 units. */
export const MAX_CELL_LENGTH = 500

const ROW_ID = /^[0-9A-Za-z_-]{1,12}$/
const COLUMN = /^[a-z][A-Za-z]{0,15}$/

/** A name every object has is no id: whoever looks it up among rows or cells would find what nobody has written. */
export function isRowId(text: string): boolean {
  return ROW_ID.test(text) && !(text in Object.prototype)
}

/** Nor is it a column's. */
export function isColumnName(text: string): boolean {
  return COLUMN.test(text) && !(text in Object.prototype)
}

const cellsValidator = T.dict(
  T.string.check('a column name', (name) => {
    if (!isColumnName(name)) throw new Error('not a column name')
  }),
  T.string.check('a cell', (text) => {
    if (text === '' || text.length > MAX_CELL_LENGTH) throw new Error('an empty cell, or too long a one')
  }),
).check('cells', (cells) => {
  if (Object.keys(cells).length > MAX_CELLS) throw new Error('too many cells')
})

const rowValidator = T.object<Row>({
  id: T.string.check('a row id', (id) => {
    if (!isRowId(id)) throw new Error('not a row id')
  }),
  index: T.indexKey,
  cells: cellsValidator,
})

export const rowsValidator: T.Validator<Rows> = T.dict(T.string, rowValidator).check('rows', (rows) => {
  const entries = Object.entries(rows)
  if (entries.length > MAX_ROWS) throw new Error('too many rows')
  if (entries.some(([key, { id }]) => key !== id)) throw new Error('a row under another id')
})

/** Rows from the first to the last. */
export function orderedRows(rows: Rows): readonly Row[] {
  return Object.values(rows).toSorted((a, b) =>
    a.index === b.index ? (a.id < b.id ? -1 : 1) : a.index < b.index ? -1 : 1,
  )
}

/** The same row with another text in one cell; the empty text takes the cell away. */
export function withCell(row: Row, column: string, text: string): Row {
  const { [column]: _before, ...others } = row.cells
  return { ...row, cells: text === '' ? others : { ...others, [column]: text.slice(0, MAX_CELL_LENGTH) } }
}
