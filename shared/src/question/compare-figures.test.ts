import { describe, expect, test } from 'vitest'
import { compareFigures, type BoardFigure } from './compare-figures.ts'
import type { Estimate } from './estimate.ts'

function accepted(name: string, unit: string, low: number, high: number): Estimate {
  return { id: 'x', name, unit, value: Math.sqrt(low * high), low, high }
}

function figure(name: string, value: number, unit: string): BoardFigure {
  return { worksheetId: 'shape:w', rowId: name, name, value, unit, shown: `${value} ${unit}` }
}

describe('compareFigures', () => {
  const peak = accepted('Peak write rate', 'writes/s', 1000, 10_000)

  test.each([
    [5000, { type: 'inside' }],
    [10_200, { type: 'inside' }],
    [1_000_000, { type: 'above', powers: 2 }],
    [100, { type: 'below', powers: 1 }],
  ])('%s req/s beside 1 000 to 10 000', (value, verdict) => {
    expect(compareFigures([peak], [figure('peak writes', value, 'req/s')])[0]?.verdict).toMatchObject(verdict)
  })

  test('units of the bank are turned into those of the board', () => {
    const storage = accepted('Storage in a year', 'TB', 10, 100)
    const [compared] = compareFigures([storage], [figure('storage', 50e12, 'B')])
    expect(compared?.verdict.type).toBe('inside')
    const daily = accepted('New data per day', 'GB/day', 1, 10)
    expect(compareFigures([daily], [figure('new data', 5e9 / 86_400, 'B/s')])[0]?.verdict.type).toBe('inside')
  })

  test('what measures something else, or is called something else, is no counterpart', () => {
    expect(compareFigures([peak], [figure('peak writes', 5000, 'B/s')])[0]?.verdict.type).toBe('missing')
    expect(compareFigures([peak], [figure('downloads', 5000, 'req/s')])[0]?.verdict.type).toBe('missing')
    expect(compareFigures([peak], [])).toEqual([{ estimate: peak, verdict: { type: 'missing' } }])
  })

  test('each figure counts once, for the result it is likest', () => {
    const average = accepted('Average read rate', 'requests/s', 10, 20)
    const most = accepted('Peak read rate', 'requests/s', 30, 60)
    const figures = [figure('peak reads', 45, 'req/s'), figure('average reads', 15, 'req/s')]
    const compared = compareFigures([average, most], figures)
    expect(compared.map(({ verdict }) => verdict)).toEqual([
      { type: 'inside', figure: figures[1] },
      { type: 'inside', figure: figures[0] },
    ])
  })

  test('nothing and less is below', () => {
    expect(compareFigures([peak], [figure('peak writes', 0, 'req/s')])[0]?.verdict).toMatchObject({
      type: 'below',
      powers: Number.POSITIVE_INFINITY,
    })
  })
})
