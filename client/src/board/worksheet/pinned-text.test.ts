import { addRows } from '@drawbar/shared/cards/edit-rows.ts'
import { describe, expect, test } from 'vitest'
import { createWorksheetMath } from './math-instance.ts'
import { pinnedText } from './pinned-text.ts'

const math = { state: 'ready', math: createWorksheetMath() } as const
const rows = addRows(
  {},
  [
    { id: 'a', cells: { name: 'peak', expression: '5000 req/s' } },
    { id: 'b', cells: { name: 'odd', expression: '5 +' } },
  ],
  null,
)
const rowsOf = (id: string) => (id === 'shape:w' ? rows : undefined)

describe('a pinned badge', () => {
  test.each([
    ['shape:w/a', { name: 'peak', value: '5\u202f000 req/s', isBroken: false }],
    ['shape:w/b', { name: 'odd', value: 'has a mistake', isBroken: true }],
    ['shape:w/gone', { name: 'Pinned result', value: 'row deleted', isBroken: true }],
    ['shape:gone/a', { name: 'Pinned result', value: 'worksheet deleted', isBroken: true }],
  ])('%s', (pin, text) => {
    expect(pinnedText({ pin }, rowsOf, math)).toEqual(text)
  })

  test('waits for the calculator, and nothing is pinned without a pin', () => {
    expect(pinnedText({ pin: 'shape:w/a' }, rowsOf, { state: 'loading' })).toMatchObject({ value: '…' })
    expect(pinnedText({}, rowsOf, math)).toBeNull()
  })
})
