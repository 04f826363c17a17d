import type { MathNode, Unit } from 'mathjs'

/** A plain number, or one with mathjs units of data and time. */
export type Amount = number | Unit

/** What a worksheet asks of mathjs. */
export interface WorksheetMath {
  parse(source: string): MathNode
  /** Throws for a unit that mathjs does not know. */
  unit(value: number, name: string): Unit
  add(a: Amount, b: Amount): Amount
  multiply(a: Amount, b: Amount): Amount
  divide(a: Amount, b: Amount): Amount
  negate(a: Amount): Amount
}
