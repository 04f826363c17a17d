import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateRows } from './evaluate-rows.ts'
import { createWorksheetMath } from './math-instance.ts'
import type { WorksheetMath } from './worksheet-math.ts'

const real = createWorksheetMath()

const piece = fc.constantFrom(
  '5',
  '10^6',
  '9^9',
  '(',
  ')',
  '+',
  '-',
  '*',
  '/',
  '^',
  'in',
  'to',
  'per',
  'of',
  '%',
  'GB',
  'req/s',
  'users',
  'day',
  'million',
  'M',
  'a',
  'b',
  'peak reads',
  'ceil(',
  'f(x)=',
  '[',
  ']',
  '{',
  ';',
  '!',
  '"',
  '__proto__',
  'constructor',
  'import',
  'evaluate',
  '1e308',
  '0',
  '-0',
  ',',
  '=',
  'µs',
  '²',
  'to GB',
  'toString',
)
const expression = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
  fc.string({ maxLength: 500, unit: 'binary' }),
)
const name = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'peak reads', 'users', '', '__proto__'),
  fc.string({ maxLength: 20 }),
)

describe('evaluateRows', () => {
  test('answers every row, whatever stands in it, with bounded work', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name, expression }), { maxLength: 30 }), (cells) => {
        let calls = 0
        const counted: WorksheetMath = {
          ...real,
          parse: (source) => {
            calls += 1
            // Nothing but our symbols, operators and functions ever reaches mathjs.
            expect(source).toMatch(/^(?:v\d+|ceil|floor|round|[-+*/^() ])*$/)
            return real.parse(source)
          },
        }
        const rows = cells.map((row, at) => ({ id: `${at}`, ...row }))
        const results = evaluateRows(rows, counted)
        expect(results.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
        expect(calls).toBeLessThanOrEqual(rows.length)
        const isSound = (result: (typeof results)[number]) =>
          result.state === 'empty' ||
          (result.state === 'value' ? Number.isFinite(result.value) : result.reason !== '')
        expect(results.filter((result) => !isSound(result))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a hundred rows on each other, each as long as it may be', () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      id: `${at}`,
      name: `row ${at}x`,
      expression: at === 99 ? '1' : Array.from({ length: 40 }, () => `row ${at + 1}x`).join('+'),
    }))
    const results = evaluateRows(rows, real)
    expect(results.every(({ state }) => state === 'value')).toBe(true)
  })
})
