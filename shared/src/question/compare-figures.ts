import type { Estimate } from './estimate.ts'

/** A result that stands on the board, worked out by the page that shows it. */
export interface BoardFigure {
  readonly worksheetId: string
  readonly rowId: string
  readonly name: string
  /** In bytes and seconds. */
  readonly value: number
  /** Of `value`, such as "B/s", "req/s" or "". */
  readonly unit: string
  /** For people, such as "≈ 11.6k req/s". */
  readonly shown: string
}

export type Verdict =
  | { readonly type: 'missing' }
  | { readonly type: 'inside'; readonly figure: BoardFigure }
  | {
      readonly type: 'above' | 'below'
      readonly figure: BoardFigure
      /** Powers of ten from the nearer end of the band, at least 0.1. */
      readonly powers: number
    }

export interface ComparedEstimate {
  readonly estimate: Estimate
  readonly verdict: Verdict
}

const DATA: Readonly<Record<string, number>> = {
  bit: 1 / 8,
  bits: 1 / 8,
  kbit: 125,
  mbit: 125e3,
  gbit: 125e6,
  tbit: 125e9,
  b: 1,
  byte: 1,
  bytes: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  pb: 1e15,
  eb: 1e18,
}
const TIME: Readonly<Record<string, number>> = {
  us: 1e-6,
  µs: 1e-6,
  microseconds: 1e-6,
  ms: 1e-3,
  milliseconds: 1e-3,
  s: 1,
  second: 1,
  seconds: 1,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
  day: 86_400,
  days: 86_400,
  week: 604_800,
  weeks: 604_800,
  month: 2_629_800,
  months: 2_629_800,
  year: 31_557_600,
  years: 31_557_600,
}
const SCALE: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 }

type Kind = 'data' | 'data rate' | 'time' | 'rate' | 'count'

interface Measure {
  readonly kind: Kind
  /** In bytes and seconds. */
  readonly factor: number
  /** What is counted, when the unit names it. */
  readonly words: readonly string[]
}

/** What a unit measures: "GB/day", "per second", "million rows". Words it does not know are taken for counted things. */
function measureOf(unit: string): Measure {
  const [above = '', ...below] = unit
    .toLowerCase()
    .replace(/\bper\b/g, '/')
    .split('/')
    .map((part) => part.trim())
  let factor = 1
  let kind: Kind = 'count'
  const words: string[] = []
  for (const word of above.split(/\s+/).filter(Boolean)) {
    const data = own(DATA, word)
    const time = own(TIME, word)
    const scale = own(SCALE, word)
    if (data !== undefined) [kind, factor] = ['data', factor * data]
    else if (time !== undefined) [kind, factor] = ['time', factor * time]
    else if (scale !== undefined) factor *= scale
    else words.push(word)
  }
  for (const part of below) {
    const time = own(TIME, part)
    if (time === undefined) continue
    factor /= time
    if (kind === 'count') kind = 'rate'
    else if (kind === 'data') kind = 'data rate'
  }
  return { kind, factor, words }
}

/** Least share of a result's words that a figure's name must have. */
const ALIKE = 0.3

/**
 * Pairs accepted results with figures on the board, by what they measure and by their names, each figure with one
 * result at most, the likest first. It answers for every result, in their order. An aid for the interviewer: no score.
 */
export function compareFigures(
  estimates: readonly Estimate[],
  figures: readonly BoardFigure[],
): readonly ComparedEstimate[] {
  const pairs = estimates
    .flatMap((estimate, at) =>
      figures.map((figure, from) => ({ at, from, likeness: likeness(estimate, figure) })),
    )
    .filter(({ likeness: value }) => value >= ALIKE)
    // Of two alike the one further down: what follows stands below what it follows from.
    .toSorted((a, b) => b.likeness - a.likeness || a.at - b.at || b.from - a.from)
  const chosen = new Map<number, BoardFigure>()
  const taken = new Set<number>()
  for (const { at, from } of pairs) {
    const figure = figures[from]
    if (!figure || chosen.has(at) || taken.has(from)) continue
    chosen.set(at, figure)
    taken.add(from)
  }
  return estimates.map((estimate, at) => ({ estimate, verdict: verdictOf(estimate, chosen.get(at)) }))
}

function verdictOf({ unit, low, high }: Estimate, figure: BoardFigure | undefined): Verdict {
  if (!figure) return { type: 'missing' }
  const value = figure.value / measureOf(unit).factor
  // Rounding on paper is no mistake.
  if (value >= low * 0.95 && value <= high * 1.05) return { type: 'inside', figure }
  const powers = (from: number) => Math.max(0.1, Math.abs(Math.log10(Math.abs(value) / from)))
  return value > high
    ? { type: 'above', figure, powers: powers(high) }
    : { type: 'below', figure, powers: value > 0 ? powers(low) : Number.POSITIVE_INFINITY }
}

/** From 0, other things, to more than 1, the same words and units. */
function likeness(estimate: Estimate, figure: BoardFigure): number {
  const [wanted, given] = [measureOf(estimate.unit), measureOf(figure.unit)]
  if (wanted.kind !== given.kind) return 0
  const [a, b] = [wordsOf(estimate.name, wanted), wordsOf(figure.name, given)]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared === 0 ? 0 : shared / a.size + shared / (10 * b.size)
}

const SMALL: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'of',
  'per',
  'for',
  'in',
  'at',
  'to',
  'and',
  'or',
  'on',
  'with',
  'by',
  'from',
  'one',
  'all',
])
/** Different words for the same in an estimate. */
const SAME: Readonly<Record<string, string>> = {
  qps: 'request',
  rps: 'request',
  req: 'request',
  query: 'request',
  mean: 'average',
  avg: 'average',
  server: 'machine',
  node: 'machine',
  host: 'machine',
  disk: 'storage',
  stored: 'storage',
  traffic: 'bandwidth',
  network: 'bandwidth',
  egress: 'bandwidth',
  memory: 'cache',
}

function wordsOf(name: string, { words }: Measure): ReadonlySet<string> {
  const all = [...(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []), ...words]
  return new Set(all.filter((word) => !SMALL.has(word)).map((word) => sameWord(singular(word))))
}

function sameWord(word: string): string {
  return own(SAME, word) ?? word
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
