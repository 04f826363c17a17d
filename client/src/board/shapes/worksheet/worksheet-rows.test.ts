import { orderedRows, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { addRows } from '@drawbar/shared/cards/edit-rows.ts'
import { describe, expect, test } from 'vitest'
import { moveWorksheetRow, setWorksheetCell } from './worksheet-rows.ts'

const rows = addRows(
  {},
  [
    { id: 'a', cells: { name: 'users' } },
    { id: 'b', cells: {} },
    { id: 'c', cells: {} },
  ],
  null,
)
const order = (some: Rows) =>
  orderedRows(some)
    .map(({ id }) => id)
    .join('')

describe('rows of a worksheet', () => {
  test('a cell changes alone', () => {
    const next = setWorksheetCell(rows, 'b', 'name', 'peak')
    expect(next.b?.cells).toEqual({ name: 'peak' })
    expect(next.a).toBe(rows.a)
    expect(setWorksheetCell(rows, 'gone', 'name', 'x')).toBe(rows)
    expect(setWorksheetCell(rows, 'a', 'name', 'users')).toBe(rows)
  })

  test('a row goes up and down, and stays at the ends', () => {
    expect(order(moveWorksheetRow(rows, 'a', 1))).toBe('bac')
    expect(order(moveWorksheetRow(rows, 'c', -1))).toBe('acb')
    expect(moveWorksheetRow(rows, 'a', -1)).toBe(rows)
    expect(moveWorksheetRow(rows, 'c', 1)).toBe(rows)
  })
})
