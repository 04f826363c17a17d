import { expect, test } from 'vitest'
import { cellKey, columnOf, rowOf, TITLE_CELL } from './cell-key.ts'

test('a cell knows its row and its column', () => {
  const cell = cellKey('a-1_B', 'expression')
  expect([rowOf(cell), columnOf(cell)]).toEqual(['a-1_B', 'expression'])
})

test('the title is in no row', () => {
  expect([rowOf(TITLE_CELL), columnOf(TITLE_CELL)]).toEqual(['', TITLE_CELL])
})
