import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimate, evaluateEstimation, type Estimation } from './estimate.ts'

const INPUTS: Estimation['inputs'] = [
  { id: 'users', name: 'Users', unit: 'users', value: 1000, low: 500, high: 2000 },
  { id: 'each', name: 'Requests each', unit: 'requests', value: 10, low: 5, high: 20 },
  { id: 'servers', name: 'Servers', unit: 'servers', value: 4, low: 2, high: 5 },
]

function estimation(...expressions: string[]): Estimation {
  const results = expressions.map((expression, at) => ({
    id: `r${at}`,
    name: `Result ${at}`,
    unit: 'things',
    expression,
    why: 'It decides something.',
  }))
  return { inputs: INPUTS, results }
}

function bandOf(expression: string) {
  const [result] = estimate(estimation(expression))
  return result && { value: result.value, low: result.low, high: result.high }
}

test.each([
  ['users * each', { value: 10_000, low: 2500, high: 40_000 }],
  ['users / servers', { value: 250, low: 100, high: 1000 }],
  ['users - each * 2', { value: 980, low: 460, high: 1990 }],
  ['users + each', { value: 1010, low: 505, high: 2020 }],
  ['2 ^ servers', { value: 16, low: 4, high: 32 }],
  ['0.5 ^ servers', { value: 0.0625, low: 0.03125, high: 0.25 }],
  ['-each + users', { value: 990, low: 480, high: 1995 }],
])('%s has the band its inputs allow', (expression, band) => {
  expect(bandOf(expression)).toEqual(band)
})

test.each([
  ['2 + 3 * 4', 14],
  ['(2 + 3) * 4', 20],
  ['20 / 2 / 5', 2],
  ['20 - 2 - 5', 13],
  ['2 ^ 3 ^ 2', 512],
  ['2 * 3 ^ 2', 18],
  ['-2 ^ 2 + 5', 1],
  ['2 ^ -1', 0.5],
  ['1.5e3 + 2e-1', 1500.2],
])('%s is %d', (expression, value) => {
  expect(bandOf(expression)).toEqual({ value, low: value, high: value })
})

test('a result may use the ones before it', () => {
  expect(estimate(estimation('users * each', 'r0 / servers'))[1]).toEqual({
    id: 'r1',
    name: 'Result 1',
    unit: 'things',
    value: 2500,
    low: 500,
    high: 20_000,
  })
})

test.each([
  ['users *', 'ends too early, at character 8'],
  ['r1 + 1', "'r1' is neither an input nor an earlier result"],
  ['1 / (servers - 3)', 'is not a positive number over the range of its inputs (-Infinity to Infinity)'],
  ['(servers - 4) ^ 2', 'is not a positive number over the range of its inputs (-Infinity to Infinity)'],
  ['servers - 3', 'is not a positive number over the range of its inputs (-1 to 2)'],
  ['10 ^ 400', 'is not a positive number over the range of its inputs (Infinity to Infinity)'],
])('%s has no band: %s', (expression, reason) => {
  expect(evaluateEstimation(estimation(expression))).toEqual({ ok: false, problems: [{ at: 0, reason }] })
  expect(() => estimate(estimation(expression))).toThrow(reason)
})

test('the band holds the value for any choice of inputs within their ranges', () => {
  const range = fc
    .tuple(fc.double({ min: 0.1, max: 1e6, noNaN: true }), fc.double({ min: 1, max: 100, noNaN: true }))
    .map(([low, factor]) => ({ low, high: low * factor }))
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const property = fc.property(range, range, share, share, (a, b, atA, atB) => {
    const x = within(a, atA)
    const y = within(b, atB)
    const input = { name: 'Input', unit: 'things' }
    const bands = estimate({
      inputs: [
        { ...input, id: 'x', value: a.low, ...a },
        { ...input, id: 'y', value: b.low, ...b },
      ],
      results: estimation('x + y', 'x * y', 'x / y', 'x ^ (1 / 2)').results,
    })
    for (const [at, value] of [x + y, x * y, x / y, Math.sqrt(x)].entries()) {
      const rounding = value * 1e-9
      expect(bands[at]?.low).toBeLessThanOrEqual(value + rounding)
      expect(bands[at]?.high).toBeGreaterThanOrEqual(value - rounding)
    }
  })
  fc.assert(property, { seed: 20_261_122 })
})

function within(range: { low: number; high: number }, share: number): number {
  return Math.min(range.high, range.low + (range.high - range.low) * share)
}
