import { describe, expect, test } from 'vitest'
import { evaluateRows } from './evaluate-rows.ts'
import { createWorksheetMath } from './math-instance.ts'
import { PRESETS, presetRows } from './presets.ts'

const math = createWorksheetMath()

describe('presets', () => {
  test.each(PRESETS.map(({ id }) => [id]))('%s works out alone, with what it stands on', (id) => {
    const rows = presetRows(id, new Set()).map((row, at) => ({ id: `${at}`, ...row }))
    expect(evaluateRows(rows, math).filter(({ state }) => state !== 'value')).toEqual([])
  })

  test('all of them in a chain', () => {
    const rows = PRESETS.flatMap(({ rows: some }) => some).map((row, at) => ({ id: row.name, ...row, at }))
    const shown = new Map(
      evaluateRows(rows, math).map((result) => [result.id, result.state === 'value' ? result.shown : '!']),
    )
    expect(shown.get('average requests')).toBe('≈ 2\u202f310 req/s')
    expect(shown.get('machines')).toBe('7 machines')
    expect(shown.get('storage')).toBe('≈ 110 TB')
    expect(shown.get('peak bandwidth')).toBe('≈ 69.4 MB/s')
    expect(shown.get('cache')).toBe('400 GB')
  })

  test('names that are there already are not written again', () => {
    expect(presetRows('peak', new Set(['average requests'])).map(({ name }) => name)).toEqual([
      'peak factor',
      'peak requests',
    ])
    expect(presetRows('users', new Set(['daily users']))).toEqual([])
  })
})
