import { describe, expect, test } from 'vitest'
import { evaluateRows, type RowResult } from './evaluate-rows.ts'
import { createWorksheetMath } from './math-instance.ts'

const math = createWorksheetMath()

/** Rows written as `name = expression`, or as an expression alone. */
function sheet(...lines: readonly string[]): readonly RowResult[] {
  const rows = lines.map((line, at) => {
    const [, name = '', expression = line] = /^([^=]+) = (.*)$/.exec(line) ?? []
    return { id: `r${at}`, name, expression }
  })
  return evaluateRows(rows, math)
}

function said(result: RowResult | undefined): string {
  if (result?.state === 'value') return result.shown.replaceAll('\u202f', ' ')
  return result?.state === 'error' ? `! ${result.reason}` : 'empty'
}

function last(...lines: readonly string[]): string {
  return said(sheet(...lines).at(-1))
}

describe('numbers', () => {
  test.each([
    ['2 + 3 * 4', '14'],
    ['-(2 + 3)', '-5'],
    ['10^6', '1M'],
    ['2 * 10^6 users', '2M users'],
    ['5M users', '5M users'],
    ['200k', '200k'],
    ['3 billion', '3 billion'],
    ['1,000,000', '1M'],
    ['86 400', '86.4k'],
    ['1.5e3', '1 500'],
    ['= ~5', '5'],
    ['20%', '0.2'],
    ['100 + 20%', '120'],
    ['20% of 500', '100'],
    ['10^18', '1 × 10¹⁸'],
    ['1 / 10^9', '1 × 10⁻⁹'],
    ['2^3^2', '512'],
    ['ceil(7 / 2)', '4'],
    ['1 / 3', '≈ 0.333'],
    ['3 × 4 ÷ 2 − 1', '5'],
  ])('%s is %s', (expression, shown) => {
    expect(last(expression)).toBe(shown)
  })
})

describe('units', () => {
  test.each([
    ['300 million users * 20 / day', '6 billion users/day'],
    ['300 million users * 20 / day in req/s', '≈ 69.4k req/s'],
    ['300M users * 20 req/user/day', '6 billion req/day'],
    ['10^9 req/day in req/s', '≈ 11.6k req/s'],
    ['500 writes/s * 1 KB', '500 kB/s'],
    ['500 writes/s * 1 KB in GB/day', '43.2 GB/day'],
    ['500 writes/s * 1 kB * 5 years in TB', '≈ 78.9 TB'],
    ['5000 req/s / 2000 req/s', '2.5'],
    ['ceil(5000 req/s / (2000 req/s/machine))', '3 machines'],
    ['ceil(5000 req/s / 2000 req/s) in machines', '3 machines'],
    ['10 Gbps', '1.25 GB/s'],
    ['1 GiB in MB', '≈ 1 070 MB'],
    ['100 req/s * 50 ms', '5 requests'],
    ['3 TB / 500 GB', '6'],
    ['1 TB / 5M users', '200 kB/user'],
    ['100 reads/s + 10 writes/s', '110 req/s'],
    ['1500 ms', '1.5 s'],
    ['(3 + 2) GB', '5 GB'],
    ['20 rides per day', '20 rides/day'],
    ['0.25 in %', '25%'],
    ['1 year in days', '≈ 365 days'],
  ])('%s is %s', (expression, shown) => {
    expect(last(expression)).toBe(shown)
  })

  test('the exact value stands beside the rounded one, and both in base units', () => {
    expect(sheet('10^9 req/day in req/s')[0]).toMatchObject({
      unit: 'req/s',
      exact: '11\u202f574.0740740741 req/s',
    })
    expect(sheet('2 GB/day')[0]).toMatchObject({ value: expect.closeTo(2e9 / 86_400), unit: 'B/s' })
  })
})

describe('what is wrong is said', () => {
  test.each([
    ['10 req/s + 5 GB', 'You add GB to req/s; they measure different things.'],
    ['5 GB - 3', 'You subtract a plain number from GB; they measure different things.'],
    ['5 users + 3 machines', 'You add machines to users; they count different things.'],
    ['10 req/s in GB', 'req/s cannot be shown in GB; they measure different things.'],
    ['1.5B users', '"B" is bytes. Write "1.5 billion users".'],
    ['5m', '"m" could be many things. Write M for million, min for minutes or ms for milliseconds.'],
    ['5 mb', '"mb" could be bits or bytes. Write MB or Mbit.'],
    ['5 reqest', '"reqest" is no unit. Did you mean request?'],
    ['5 / 0', 'This divides by nothing.'],
    ['(5', 'A "(" is not closed.'],
    ['5)', 'A ")" closes nothing.'],
    ['5 +', 'The expression ends too early.'],
    ['* 5', 'Did not expect "*" at the beginning.'],
    ['5 6', 'Put an operator before "6", such as *.'],
    ['10^999', 'The result is too large to be written.'],
    ['5 GB ^ 0.5', 'GB can only be raised to a whole number from -3 to 3.'],
    ['users * 20', 'No row is called "users". Name a row so, or put a number before it: 5M users.'],
    ['import("fs")', 'No row is called "import".'],
    ['5!', 'Cannot read "!".'],
    ['[1, 2]', 'Cannot read "[".'],
    ['createUnit(5)', 'No row is called "createUnit".'],
  ])('%s: %s', (expression, reason) => {
    expect(last(expression)).toBe(`! ${reason}`)
  })
})

describe('names', () => {
  test('may hold blanks, stand in any order and any case, and be written with underscores', () => {
    const results = sheet(
      'Peak reads = Average_reads * 3',
      'average reads = users * 20 req/user/day',
      'users = 5M users',
    )
    expect(results.map(said)).toEqual(['300M req/day', '100M req/day', '5M users'])
  })

  test('the longest name wins, and a number before a word is a count of it', () => {
    expect(last('reads = 7', 'reads per user = 3', 'reads per user * 2')).toBe('6')
    expect(last('users = 10 users', '20 users + users')).toBe('30 users')
  })

  test('a name may have signs in it', () => {
    expect(last('read/write ratio = 100', 'read/write ratio * 2')).toBe('200')
  })

  test('unknown ones suggest the nearest', () => {
    expect(last('peak reads = 5', 'peek reads * 2')).toBe(
      '! No row is called "peek reads". Did you mean "peak reads"?',
    )
  })

  test('a row never means itself, nor a name that cannot be used', () => {
    expect(last('peak requests = average requests * 3')).toBe('! No row is called "average requests".')
    expect(last('day = 5', 'x = dayz * 2')).not.toContain('Did you mean')
  })

  test.each([
    ['k', '5k users', '5\u202f000 users'],
    ['K', '5 k users', '5\u202f000 users'],
    ['M', '5M users', '5M users'],
    ['m', '5M users', '5M users'],
    ['t', '2T', '2 trillion'],
  ])('a row called %s leaves %s a multiple', (name, expression, shown) => {
    const [row] = sheet(`x = ${expression}`, `${name} = 7`)
    expect(row).toMatchObject({ state: 'value', shown })
  })

  test('a multiplier as a name is refused where it is given', () => {
    expect(last('k = 7')).toBe('! "k" is a multiplier, as in 5k. Choose another name.')
    expect(last('Million = 7')).toBe('! "Million" is a multiplier, as in 5 Million. Choose another name.')
    expect(last('m = 7', 'm * 2')).toBe('14')
  })

  test('two rows of one name, and a unit as a name', () => {
    expect(last('a = 1', 'A = 2')).toBe('! Another row is called "A". Give each its own name.')
    expect(last('day = 1')).toBe('! "day" is a unit. Choose another name.')
  })
})

describe('rows on rows', () => {
  test('a circle is explained in each of its rows, and to who waits for it', () => {
    const results = sheet(
      'peak reads = average reads * 3',
      'average reads = peak reads / 3',
      'storage = peak reads',
    )
    expect(results.map(said)).toEqual([
      '! peak reads depends on itself: peak reads → average reads → peak reads.',
      '! average reads depends on itself: average reads → peak reads → average reads.',
      '! Waits for "peak reads", which has a mistake.',
    ])
    expect(results[2]).toMatchObject({ waitsFor: 'r0' })
    expect(last('x = x')).toBe('! x depends on itself: x → x.')
  })

  test('a dependent of a broken or empty row says which it is', () => {
    expect(last('reads = 5 +', 'peak = reads * 3')).toBe('! Waits for "reads", which has a mistake.')
    expect(last('reads = ', 'peak = reads * 3')).toBe('! Waits for "reads", which is empty.')
  })

  test('a row keeps the time it was asked for in what builds on it', () => {
    expect(last('average = 10^9 req/day in req/s', 'average * 2')).toBe('≈ 23.1k req/s')
  })
})
