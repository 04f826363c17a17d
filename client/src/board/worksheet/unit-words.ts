/** mathjs's name of each unit a row may use, by how it is written. Capitals tell bytes from bits and mega from milli. */
const UNITS: Readonly<Record<string, string>> = {
  bit: 'b',
  bits: 'b',
  kbit: 'kb',
  Kbit: 'kb',
  Mbit: 'Mb',
  Gbit: 'Gb',
  Tbit: 'Tb',
  B: 'B',
  byte: 'B',
  bytes: 'B',
  kB: 'kB',
  KB: 'kB',
  MB: 'MB',
  GB: 'GB',
  TB: 'TB',
  PB: 'PB',
  EB: 'EB',
  KiB: 'KiB',
  MiB: 'MiB',
  GiB: 'GiB',
  TiB: 'TiB',
  PiB: 'PiB',
  EiB: 'EiB',
  ns: 'ns',
  us: 'us',
  µs: 'us',
  μs: 'us',
  microsecond: 'us',
  microseconds: 'us',
  ms: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  s: 's',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  min: 'minute',
  mins: 'minute',
  minute: 'minute',
  minutes: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  hour: 'hour',
  hours: 'hour',
  d: 'day',
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  yr: 'year',
  year: 'year',
  years: 'year',
}

/** Rates written as one word. */
const RATES: Readonly<Record<string, string>> = {
  kbps: 'kbit/s',
  Kbps: 'kbit/s',
  Mbps: 'Mbit/s',
  Gbps: 'Gbit/s',
  Tbps: 'Tbit/s',
  rps: 'req/s',
  RPS: 'req/s',
  qps: 'queries/s',
  QPS: 'queries/s',
  tps: 'transactions/s',
  TPS: 'transactions/s',
}

/** What people write and what it could mean, so that nothing is guessed wrong by eight or by a thousand. */
const UNCLEAR: Readonly<Record<string, string>> = {
  m: '"m" could be many things. Write M for million, min for minutes or ms for milliseconds.',
  b: '"b" could be bits or billions. Write bit, B for bytes or billion.',
  bn: 'Write "billion" for bn: B is bytes.',
  ...Object.fromEntries(
    ['k', 'K', 'm', 'M', 'g', 'G', 't', 'T', 'p', 'P'].map((prefix) => [
      `${prefix}b`,
      `"${prefix}b" could be bits or bytes. Write ${bytes(prefix)} or ${bytes(prefix).slice(0, -1)}bit.`,
    ]),
  ),
}

function bytes(prefix: string): string {
  return prefix.toLowerCase() === 'k' ? 'kB' : `${prefix.toUpperCase()}B`
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  trillions: 1e12,
}

export function unitName(word: string): string | undefined {
  return own(UNITS, word) ?? (word.length > 2 ? own(UNITS, word.toLowerCase()) : undefined)
}

export function rateText(word: string): string | undefined {
  return own(RATES, word)
}

export function unclearUnit(word: string): string | undefined {
  return own(UNCLEAR, word)
}

/** "5M", "3 billion": by how much a word after a number multiplies it. */
export function scaleOf(word: string): number | undefined {
  return own(SCALES, word) ?? (word.length > 2 ? own(SCALES, word.toLowerCase()) : undefined)
}

export const UNIT_WORDS: readonly string[] = [
  ...Object.keys(UNITS),
  ...Object.keys(RATES),
  ...Object.keys(SCALES),
  'request',
  'requests',
  'message',
  'users',
  'messages',
  'items',
  'machines',
]

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
