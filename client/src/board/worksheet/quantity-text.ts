import type { Unit } from 'mathjs'
import { thingsText } from './counted-things.ts'
import { baseValue, dimensionOf, isPlainNumber, type Quantity } from './quantity.ts'

const SIZES = [
  ['EB', 1e18],
  ['PB', 1e15],
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
  ['B', 1],
] as const
const TIMES = [
  ['years', 31_557_600],
  ['days', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
  ['ms', 1e-3],
  ['µs', 1e-6],
  ['ns', 1e-9],
] as const
/** Seconds of what a rate may be per, by mathjs's name. */
const PER_TIME: Readonly<Record<string, readonly [string, number]>> = {
  minute: ['min', 60],
  hour: ['h', 3600],
  day: ['day', 86_400],
  week: ['week', 604_800],
  month: ['month', 2_629_800],
  year: ['year', 31_557_600],
}

export interface QuantityText {
  /** For people: "≈ 11.6k req/s". */
  readonly shown: string
  /** All digits that are known, in the unit shown. */
  readonly exact: string
}

export function quantityText(quantity: Quantity): QuantityText {
  const { value, unit, digits } = scaled(quantity)
  const text = digits === 'suffix' ? countText(value) : numberText(value)
  const isRounded = Math.abs(text.rounded - value) > Math.abs(value) * 1e-9
  return {
    shown: `${isRounded ? '≈ ' : ''}${join(text.text, unit)}`,
    exact: join(exactText(value), unit),
  }
}

/** What a quantity is measured in, as one says it: "GB", "req/s", "a plain number". */
export function unitText(quantity: Quantity): string {
  const { unit } = scaled(quantity)
  return isPlainNumber(quantity) ? 'a plain number' : unit
}

/** Such as "B/s", "req/s", "B" or "": what a value in base units is in. */
export function baseUnitText(quantity: Quantity): string {
  const { data, time } = dimensionOf(quantity.amount)
  const isRate = time < 0
  const top =
    data > 0 ? raised('B', data) : time > 0 ? '' : quantity.of === null ? '' : thingsText(quantity.of, isRate)
  const above = [top, time > 0 ? raised('s', time) : ''].filter((part) => part !== '').join('·')
  return withPer(above, quantity, [
    ...(data < 0 ? [raised('B', -data)] : []),
    ...(isRate ? [raised('s', -time)] : []),
  ])
}

interface Scaled {
  readonly value: number
  readonly unit: string
  readonly digits: 'suffix' | 'plain'
}

function scaled(quantity: Quantity): Scaled {
  const { amount, shownIn } = quantity
  if (shownIn) {
    const one = baseValue(shownIn.one)
    const isCount = dimensionOf(amount).data === 0 && dimensionOf(amount).time <= 0
    return { value: baseValue(amount) / one, unit: shownIn.name, digits: isCount ? 'suffix' : 'plain' }
  }
  const base = baseValue(amount)
  const { data, time } = dimensionOf(amount)
  if (data === 0 && time === 0) {
    return { value: base, unit: withPer(thingOf(quantity, false), quantity, []), digits: 'suffix' }
  }
  if (data === 0 && time === 1) {
    const [name, seconds] =
      TIMES.find(([, least]) => Math.abs(base) >= least * 0.9995) ?? smallestOf(TIMES, base)
    return { value: base / seconds, unit: withPer(name, quantity, []), digits: 'plain' }
  }
  if (time === -1 && (data === 0 || data === 1)) {
    const [per, seconds] = perTime(amount as Unit)
    const rate = base * seconds
    if (data === 0) {
      return { value: rate, unit: withPer(thingOf(quantity, true), quantity, [per]), digits: 'suffix' }
    }
    const [size, bytes] = sizeOf(rate)
    return { value: rate / bytes, unit: withPer(size, quantity, [per]), digits: 'plain' }
  }
  if (time === 0 && data === 1) {
    const [size, bytes] = sizeOf(base)
    return { value: base / bytes, unit: withPer(size, quantity, []), digits: 'plain' }
  }
  return { value: base, unit: baseUnitText(quantity), digits: 'plain' }
}

function thingOf({ of }: Quantity, isRate: boolean): string {
  return of === null ? '' : thingsText(of, isRate)
}

function sizeOf(bytes: number): readonly [string, number] {
  return SIZES.find(([, least]) => Math.abs(bytes) >= least * 0.9995) ?? ['B', 1]
}

function smallestOf(table: typeof TIMES, base: number): readonly [string, number] {
  return base === 0 ? ['s', 1] : (table.at(-1) ?? ['s', 1])
}

/** The time a rate was written per, so that "req/day" stays what it is. */
function perTime({ units }: Unit): readonly [string, number] {
  const below = units.filter(({ power, unit }) => power === -1 && Object.hasOwn(PER_TIME, unit.name))
  const others = units.filter(({ unit }) => (unit.dimensions[2] ?? 0) !== 0)
  const one = below.length === 1 && others.length === 1 ? below[0] : undefined
  return (one && PER_TIME[one.unit.name]) ?? ['s', 1]
}

function withPer(top: string, { per }: Quantity, below: readonly string[]): string {
  return [top, ...per.map((thing) => (thing === 'request' ? 'req' : thing)), ...below].join('/')
}

function raised(unit: string, exponent: number): string {
  return exponent === 1 ? unit : `${unit}${superscript(exponent)}`
}

function join(number: string, unit: string): string {
  if (unit === '') return number
  return unit === '%' || unit.startsWith('/') ? `${number}${unit}` : `${number} ${unit}`
}

interface Rounded {
  readonly text: string
  readonly rounded: number
}

const COUNT_SIZES = [
  [1e12, 1e12, ' trillion'],
  [1e9, 1e9, ' billion'],
  [1e6, 1e6, 'M'],
  [1e4, 1e3, 'k'],
] as const

/** k and M where they are read at a glance, words for billions: B would be bytes. */
function countText(value: number): Rounded {
  const rounded = round(value)
  const size = Math.abs(rounded)
  for (const [least, by, suffix] of COUNT_SIZES) {
    if (size >= least && size < 1e15) return { text: `${round(rounded / by)}${suffix}`, rounded }
  }
  return numberText(value)
}

function numberText(value: number): Rounded {
  const rounded = round(value)
  const size = Math.abs(rounded)
  if (size !== 0 && (size >= 1e6 || size < 1e-3)) return { text: powerText(rounded, 3), rounded }
  return { text: grouped(`${rounded}`), rounded }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}

function exactText(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return powerText(value, 15)
  const known = Number(value.toPrecision(15))
  const [whole = '', fraction] = `${known}`.split('.')
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`
}

/** 3.2 × 10¹⁸ */
function powerText(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e')
  return `${Number(mantissa)} × 10${superscript(Number(exponent))}`
}

const RAISED: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
}

function superscript(exponent: number): string {
  return `${exponent}`.replaceAll(/[-\d]/g, (sign) => RAISED[sign] ?? '')
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return fraction === undefined ? groups : `${groups}.${fraction}`
}
