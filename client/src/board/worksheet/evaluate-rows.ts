import { MAX_CELL_LENGTH, MAX_ROWS } from '@drawbar/shared/board/shapes/rows.ts'
import { evaluateNode } from './evaluate-node.ts'
import { baseUnitText, quantityText, unitText } from './quantity-text.ts'
import { baseValue, dimensionOf, isSameMeasure, RowProblem, type Quantity } from './quantity.ts'
import { isBlank, readExpression, type ReadExpression, type Target } from './read-expression.ts'
import { NameBook, nameTrouble } from './row-names.ts'
import type { WorksheetMath } from './worksheet-math.ts'

export interface RowText {
  readonly id: string
  readonly name: string
  readonly expression: string
}

export type RowResult =
  | { readonly id: string; readonly state: 'empty' }
  | {
      readonly id: string
      readonly state: 'value'
      /** Two or three digits for people: "≈ 11.6k req/s". */
      readonly shown: string
      readonly exact: string
      /** In bytes and seconds. */
      readonly value: number
      /** Of `value`, such as "B/s", "req/s" or "". */
      readonly unit: string
    }
  | {
      readonly id: string
      readonly state: 'error'
      /** What is wrong, in a sentence. */
      readonly reason: string
      /** Another row that has to be mended first. */
      readonly waitsFor: string | null
    }

type Worked =
  | { readonly quantity: Quantity }
  | { readonly reason: string; readonly waitsFor: string | null }
  | null

/**
 * Works out a worksheet, in whatever order its rows stand. Never throws. A name is used as it is written, in any case,
 * with blanks or underscores. The work is bounded: MAX_ROWS rows, each read once and each of MAX_CELL_LENGTH.
 */
export function evaluateRows(rows: readonly RowText[], math: WorksheetMath): readonly RowResult[] {
  return new Sheet(rows.slice(0, MAX_ROWS), math).results()
}

class Sheet {
  private readonly names = new NameBook()
  private readonly worked = new Map<number, Worked>()
  /** Rows that are being worked out, each for the one before. */
  private readonly path: number[] = []
  private readonly nameTroubles: readonly (string | null)[]
  /** Names that other rows can use; null for a row without one. */
  private readonly usableNames: readonly (string | null)[]
  private readonly rows: readonly RowText[]
  private readonly math: WorksheetMath

  constructor(rows: readonly RowText[], math: WorksheetMath) {
    this.rows = rows
    this.math = math
    this.nameTroubles = rows.map(({ name }, at) => {
      const trouble = nameTrouble(name)
      if (trouble !== null) return trouble
      return this.names.add(name, at)
        ? null
        : `Another row is called "${name.trim()}". Give each its own name.`
    })
    this.usableNames = rows.map(({ name }, at) =>
      this.nameTroubles[at] === null && name.trim() !== '' ? name.trim() : null,
    )
  }

  results(): readonly RowResult[] {
    return this.rows.map(({ id }, at): RowResult => {
      const worked = this.work(at)
      if (worked === null) return { id, state: 'empty' }
      if ('reason' in worked) return { id, state: 'error', ...worked }
      return { id, state: 'value', ...quantityText(worked.quantity), ...valueOf(worked.quantity) }
    })
  }

  private work(at: number): Worked {
    const known = this.worked.get(at)
    if (known !== undefined) return known
    const from = this.path.indexOf(at)
    if (from >= 0) {
      // Every row of the circle is told the same, beginning with itself.
      const circle = this.path.slice(from)
      for (const [i, one] of circle.entries()) {
        const names = [...circle.slice(i), ...circle.slice(0, i), one].map((row) => this.label(row))
        this.worked.set(one, {
          reason: `${this.label(one)} depends on itself: ${names.join(' → ')}.`,
          waitsFor: null,
        })
      }
      return this.worked.get(at) ?? null
    }
    this.path.push(at)
    const worked = this.attempt(at)
    this.path.pop()
    const decided = this.worked.get(at) ?? worked
    this.worked.set(at, decided)
    return decided
  }

  private attempt(at: number): Worked {
    const row = this.rows[at]
    if (!row || isBlank(row.expression)) return null
    const trouble = this.nameTroubles[at] ?? null
    if (trouble !== null) return { reason: trouble, waitsFor: null }
    try {
      if (row.expression.length > MAX_CELL_LENGTH)
        throw new RowProblem('This is too long. Split it into several rows.')
      const read = readExpression(row.expression, this.names, this.namesFor(at), this.math)
      // Rows first, without mathjs on the stack.
      for (const operand of read.operands) {
        if (operand.type !== 'row') continue
        const worked = this.work(operand.at)
        const name = this.label(operand.at)
        const id = this.rows[operand.at]?.id ?? null
        if (worked === null) return { reason: `Waits for "${name}", which is empty.`, waitsFor: id }
        if ('reason' in worked) return { reason: `Waits for "${name}", which has a mistake.`, waitsFor: id }
      }
      return { quantity: finite(this.convert(this.evaluate(read), read.target)) }
    } catch (error) {
      const reason = error instanceof RowProblem ? error.message : 'This cannot be read as a calculation.'
      return { reason, waitsFor: null }
    }
  }

  private evaluate({ source, operands }: ReadExpression): Quantity {
    return evaluateNode(this.math, this.math.parse(source), (i) => {
      const operand = operands[i]
      if (operand?.type === 'quantity') return operand.quantity
      const worked = operand ? this.worked.get(operand.at) : undefined
      if (!worked || !('quantity' in worked)) throw new RowProblem('This cannot be read as a calculation.')
      return worked.quantity
    })
  }

  private convert(quantity: Quantity, target: Target | null): Quantity {
    if (!target) return quantity
    const { name, quantity: unit } = target
    if (!isSameMeasure(quantity, unit)) {
      throw new RowProblem(
        `${capital(unitText(quantity))} cannot be shown in ${name}; they measure different things.`,
      )
    }
    const { amount, per } = quantity
    const { time } = dimensionOf(amount)
    // So that what builds on it goes on per second or per day, as it was asked for.
    const renamed =
      typeof amount === 'number' || time >= 0 || typeof unit.amount === 'number'
        ? amount
        : this.rebased(amount, unit)
    return { amount: renamed, of: unit.of ?? quantity.of, per, shownIn: { name, one: unit.amount } }
  }

  private rebased(amount: Quantity['amount'], unit: Quantity): Quantity['amount'] {
    return this.math.multiply(baseValue(amount) / baseValue(unit.amount), unit.amount)
  }

  /** What a row can have meant: the names of all others. */
  private namesFor(at: number): readonly string[] {
    return this.usableNames.filter((name, other): name is string => name !== null && other !== at)
  }

  private label(at: number): string {
    const name = this.rows[at]?.name.trim() ?? ''
    return name === '' ? `row ${at + 1}` : name
  }
}

function finite(quantity: Quantity): Quantity {
  const value = baseValue(quantity.amount)
  if (Number.isNaN(value)) throw new RowProblem('This has no result.')
  if (!Number.isFinite(value)) throw new RowProblem('The result is too large to be written.')
  return quantity
}

function valueOf(quantity: Quantity): { readonly value: number; readonly unit: string } {
  return { value: baseValue(quantity.amount), unit: baseUnitText(quantity) }
}

function capital(text: string): string {
  return text.startsWith('a plain') ? `A${text.slice(1)}` : text
}
