import { addRows } from '@drawbar/shared/cards/edit-rows.ts'
import { expect, test } from 'vitest'
import { PRESETS } from '../../worksheet/presets.ts'
import { textWidth } from '../card/text-metrics.ts'
import { layOutWorksheet, noteTop, SHEET } from './worksheet-layout.ts'

const rowsOf = (...expressions: readonly string[]) =>
  addRows(
    {},
    expressions.map((expression, at) => ({ id: `r${at}`, cells: { name: 'x', expression } })),
    null,
  )

test('a row of one line has the least height, and an empty worksheet that of one row', () => {
  const empty = layOutWorksheet({ w: 660, rows: {} })
  const one = layOutWorksheet({ w: 660, rows: rowsOf('10M users') })
  expect(one.h).toBe(empty.h)
  expect(one.rows[0]).toMatchObject({ y: SHEET.header + SHEET.columnTitles, h: SHEET.row, lines: 1 })
})

test('a long calculation is whole on further lines, the note and the next row below them', () => {
  const long = 'average requests * write share * item size * kept for * copies'
  const { rows, expression, h } = layOutWorksheet({ w: SHEET.width, rows: rowsOf(long, '1') })
  const [first, second] = rows
  if (!first || !second) throw new Error('no rows')
  expect(first.expression.length).toBeGreaterThan(1)
  expect(first.expression.join('')).toBe(long)
  for (const line of first.expression) {
    expect(textWidth(line.trimEnd(), 'code', SHEET.expression)).toBeLessThanOrEqual(expression.w)
  }
  expect(noteTop(first)).toBeGreaterThan(first.lines * SHEET.line)
  expect(second.y).toBe(first.y + SHEET.row + (first.lines - 1) * SHEET.line)
  expect(h).toBe(second.y + SHEET.row + SHEET.foot)
})

test('the usual rows are whole at every width', () => {
  const rows = rowsOf(...PRESETS.flatMap((preset) => preset.rows.map(({ expression }) => expression)))
  for (const w of [SHEET.least, SHEET.width, 1200]) {
    for (const { row, expression } of layOutWorksheet({ w, rows }).rows) {
      expect(expression.join('')).toBe(row.cells.expression)
    }
  }
})

test('a word that fits no line begins one and goes on in the next', () => {
  const word = 'a'.repeat(40)
  const [row] = layOutWorksheet({ w: SHEET.width, rows: rowsOf(`2 * ${word}`) }).rows
  expect(row?.expression).toEqual(['2 * ', 'a'.repeat(29), 'a'.repeat(11)])
})
