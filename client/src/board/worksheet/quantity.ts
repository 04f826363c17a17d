import type { Unit } from 'mathjs'
import { countedInProduct, isSameThing } from './counted-things.ts'
import type { Amount, WorksheetMath } from './worksheet-math.ts'

/**
 * An amount and what it counts. Data and time are units of mathjs. Counted things are words on a number: they
 * cancel ("20 req/user * 5M users"), melt into bytes ("1 kB * 500 writes/s"), and may be renamed by `in`.
 */
export interface Quantity {
  readonly amount: Amount
  readonly of: string | null
  /** Per what it is, besides time. */
  readonly per: readonly string[]
  /** A percentage that stands alone, so that "x + 20 %" can be a fifth more. */
  readonly isPercent?: boolean
  /** The unit asked for by `in`, until something is done with it. */
  readonly shownIn?: ShownIn
}

export interface ShownIn {
  readonly name: string
  /** One such unit. */
  readonly one: Amount
}

/** Raised while a row is worked out, and turned into its error by evaluateRows. */
export class RowProblem extends Error {}

export interface Dimension {
  /** Exponent of data (bits) and of time (seconds). */
  readonly data: number
  readonly time: number
}

const TIME = 2
const DATA = 8

export function dimensionOf(amount: Amount): Dimension {
  if (typeof amount === 'number') return { data: 0, time: 0 }
  return { data: amount.dimensions[DATA] ?? 0, time: amount.dimensions[TIME] ?? 0 }
}

/** In bytes and seconds. */
export function baseValue(amount: Amount): number {
  if (typeof amount === 'number') return amount
  // mathjs keeps bits and seconds.
  return amount.value / 8 ** dimensionOf(amount).data
}

export function plain(amount: Amount): Quantity {
  return { amount, of: null, per: [] }
}

export function isPlainNumber({ amount, of, per }: Quantity): boolean {
  return typeof amount === 'number' && of === null && per.length === 0
}

export function isSameMeasure(a: Quantity, b: Quantity): boolean {
  const [x, y] = [dimensionOf(a.amount), dimensionOf(b.amount)]
  return (
    x.data === y.data &&
    x.time === y.time &&
    a.per.length === b.per.length &&
    a.per.every((thing) => b.per.includes(thing))
  )
}

export function addQuantities(math: WorksheetMath, a: Quantity, b: Quantity): Quantity {
  const of = a.of === null || b.of === null || a.of === b.of ? (a.of ?? b.of) : 'request'
  return { amount: math.add(a.amount, b.amount), of, per: a.per }
}

export function areCountsAlike(a: Quantity, b: Quantity): boolean {
  return a.of === null || b.of === null || isSameThing(a.of, b.of)
}

export function negate(math: WorksheetMath, { amount, of, per }: Quantity): Quantity {
  return { amount: math.negate(amount), of, per }
}

export function multiplyQuantities(math: WorksheetMath, a: Quantity, b: Quantity): Quantity {
  const [aOf, bPer] = cancel(a.of, b.per)
  const [bOf, aPer] = cancel(b.of, a.per)
  const [x, y] = [dimensionOf(a.amount), dimensionOf(b.amount)]
  // What happens at a rate is counted, not those who cause it.
  const of =
    aOf !== null && bOf !== null && x.time !== y.time
      ? x.time < y.time
        ? aOf
        : bOf
      : countedInProduct(aOf, bOf)
  return settled(numeric(math.multiply(a.amount, b.amount)), of, [...aPer, ...bPer])
}

export function divideQuantities(math: WorksheetMath, a: Quantity, b: Quantity): Quantity {
  const inverse = math.divide(1, b.amount)
  const amount = numeric(math.multiply(a.amount, inverse))
  const isCancelled = a.of !== null && b.of !== null && isSameThing(a.of, b.of)
  const per = [...a.per]
  let of = isCancelled ? null : a.of
  for (const thing of b.per) {
    const at = per.indexOf(thing)
    if (at >= 0) per.splice(at, 1)
    else of ??= thing
  }
  if (!isCancelled && b.of !== null) per.push(b.of)
  return settled(amount, of, per)
}

/** Whole exponents from -3 to 3 for units; any for plain numbers. */
export function power(base: Quantity, exponent: number): Quantity {
  if (typeof base.amount === 'number') return plain(base.amount ** exponent)
  // The library's types ask for a unit; it takes a number.
  return plain(numeric((base.amount.pow as unknown as (by: number) => Amount).call(base.amount, exponent)))
}

function cancel(of: string | null, per: readonly string[]): readonly [string | null, readonly string[]] {
  const at = of === null ? -1 : per.findIndex((thing) => isSameThing(thing, of))
  return at < 0 ? [of, per] : [null, per.filter((_, i) => i !== at)]
}

/** Bytes and durations are nothing else besides: "500 writes/s * 1 kB" is kB/s. */
function settled(amount: Amount, of: string | null, per: readonly string[]): Quantity {
  const { data, time } = dimensionOf(amount)
  return { amount, of: data > 0 || time > 0 ? null : of, per }
}

/** mathjs may keep units that cancel ("day" and "hour"): then it is a number. */
function numeric(amount: Amount): Amount {
  if (typeof amount === 'number') return amount
  const unit: Unit = amount
  return unit.dimensions.every((exponent) => exponent === 0) ? unit.value : unit
}
