import { countedThing } from './counted-things.ts'
import { tokensOf } from './expression-tokens.ts'
import { nearestWord } from './nearest-word.ts'
import { divideQuantities, plain, RowProblem, type Quantity } from './quantity.ts'
import type { NameBook } from './row-names.ts'
import { rateText, scaleOf, UNIT_WORDS, unclearUnit, unitName } from './unit-words.ts'
import type { WorksheetMath } from './worksheet-math.ts'

/** What stands in an expression where mathjs reads a symbol. */
export type Operand =
  | { readonly type: 'quantity'; readonly quantity: Quantity }
  | { readonly type: 'row'; readonly at: number }

/** What follows `in` at the end. */
export interface Target {
  readonly name: string
  readonly quantity: Quantity
}

export interface ReadExpression {
  /** For mathjs's parser: symbols `v0`, `v1`, …, operators, parentheses and FUNCTIONS, nothing else. */
  readonly source: string
  readonly operands: readonly Operand[]
  readonly target: Target | null
}

/** Functions of a plain number that a row may use. */
export const FUNCTIONS = ['ceil', 'floor', 'round'] as const

const MAX_NESTING = 24
const MAX_TOKENS = 200

/** Whether the expression has nothing to work out. */
export function isBlank(text: string): boolean {
  return cleaned(text) === ''
}

/** Without the sign that spreadsheets and rough figures begin with. */
function cleaned(text: string): string {
  return text.trim().replace(/^(?:=\s*)?(?:[~≈]\s*)?/, '')
}

/**
 * Turns what people write into what mathjs parses. A unit directly after a number belongs to it, with its slashes:
 * `5000 req/s / 2000 req/s` is 2.5. Throws RowProblem.
 */
export function readExpression(
  text: string,
  names: NameBook,
  rowNames: readonly string[],
  math: WorksheetMath,
): ReadExpression {
  const tokens = tokensOf(cleaned(text))
  if (tokens.length > MAX_TOKENS)
    throw new RowProblem('This is too long to follow. Split it into several rows.')
  return new Reading(tokens, names, rowNames, math).read()
}

class Reading {
  private readonly lower: readonly string[]
  private readonly parts: string[] = []
  private readonly operands: Operand[] = []
  private next = 0
  private readonly tokens: readonly string[]
  private readonly names: NameBook
  private readonly rowNames: readonly string[]
  private readonly math: WorksheetMath

  constructor(tokens: readonly string[], names: NameBook, rowNames: readonly string[], math: WorksheetMath) {
    this.tokens = tokens
    this.names = names
    this.rowNames = rowNames
    this.math = math
    this.lower = tokens.map((token) => token.toLowerCase())
  }

  read(): ReadExpression {
    let depth = 0
    /** Whether a number, a name or an opening parenthesis comes next. */
    let wantsOperand = true
    let before = ''
    while (this.next < this.tokens.length) {
      const token = this.tokens[this.next] ?? ''
      if (token === '(') {
        if (!wantsOperand) throw new RowProblem(`Put an operator before "(", such as *.`)
        depth += 1
        if (depth > MAX_NESTING)
          throw new RowProblem('Too many parentheses in each other. Split it into several rows.')
        this.take(token)
      } else if (token === ')') {
        if (depth === 0) throw new RowProblem('A ")" closes nothing.')
        if (wantsOperand) throw new RowProblem(`Something is missing before ")".`)
        depth -= 1
        this.take(token)
      } else if (!wantsOperand && /^(?:in|to)$/i.test(token)) {
        if (depth > 0) throw new RowProblem(`Put "${token} …" at the end, outside the parentheses.`)
        return { source: this.parts.join(' '), operands: this.operands, target: this.target(token) }
      } else if (!wantsOperand && this.isOperator(token)) {
        this.takeOperator(token)
        wantsOperand = true
      } else if (wantsOperand && (token === '-' || token === '+') && before !== '^') {
        // A sign before an operand; mathjs reads it as such. More than one says nothing more.
        if (before === 'sign') throw new RowProblem(`Did not expect another "${token}".`)
        if (token === '-') this.parts.push('-')
        this.next += 1
        before = 'sign'
        continue
      } else if (wantsOperand) {
        if (this.takeFunction(token)) depth += 1
        else {
          this.takeOperand(before)
          wantsOperand = false
        }
      } else {
        this.takeUnitAfter(token)
      }
      before = token
    }
    if (depth > 0) throw new RowProblem('A "(" is not closed.')
    if (wantsOperand)
      throw new RowProblem(before === '' ? 'Nothing to work out.' : 'The expression ends too early.')
    return { source: this.parts.join(' '), operands: this.operands, target: null }
  }

  private take(token: string): void {
    this.parts.push(token)
    this.next += 1
  }

  private isOperator(token: string): boolean {
    return /^[-+*/^]$/.test(token) || /^(?:in|to|per|of)$/i.test(token)
  }

  private takeOperator(token: string): void {
    const word = token.toLowerCase()
    if (word === 'per') this.parts.push('/')
    else if (word === 'of') this.parts.push('*')
    else this.parts.push(token)
    this.next += 1
  }

  private target(word: string): Target {
    const from = this.next + 1
    this.next = from
    const isPercent = this.tokens[from] === '%'
    if (isPercent) this.next += 1
    const quantity = isPercent ? plain(0.01) : this.unitPhrase(true)
    if (!quantity) throw new RowProblem(this.noUnit(this.tokens[from]))
    const name = this.tokens
      .slice(from, this.next)
      .join('')
      .replaceAll(/\bper\b/gi, '/')
    if (this.next < this.tokens.length) {
      throw new RowProblem(`Nothing can follow "${word} ${name}". Put the rest into a row of its own.`)
    }
    return { name, quantity }
  }

  private takeFunction(token: string): boolean {
    if (this.tokens[this.next + 1] !== '(') return false
    const name = FUNCTIONS.find((known) => known === token.toLowerCase())
    if (name === undefined) return false
    this.parts.push(name, '(')
    this.next += 2
    return true
  }

  private takeOperand(before: string): void {
    const token = this.tokens[this.next] ?? ''
    if (/^[\d.]/.test(token) && /\d/.test(token)) {
      this.operand({ type: 'quantity', quantity: this.literal() })
      return
    }
    const row = this.names.find(this.lower, this.next)
    if (row) {
      this.next += row.length
      this.operand({ type: 'row', at: row.at })
      return
    }
    if (/^[-+*/^%]$/.test(token))
      throw new RowProblem(
        `Did not expect "${token}" ${before === '' ? 'at the beginning' : `after "${before}"`}.`,
      )
    if (!/^[\p{L}µ]/u.test(token)) throw new RowProblem(`Cannot read "${token}".`)
    const isBelow = before === '/' || before.toLowerCase() === 'per'
    if (unitName(token) !== undefined || (isBelow && this.isKnownThing(token))) {
      const quantity = this.oneUnit(token)
      this.next += 1
      if (quantity) {
        this.operand({ type: 'quantity', quantity })
        return
      }
    }
    throw new RowProblem(this.unknownName())
  }

  /** After `)` a unit still belongs to what is before: `(3 + 2) GB`. */
  private takeUnitAfter(token: string): void {
    const quantity =
      this.parts.at(-1) === ')' && !this.names.find(this.lower, this.next) ? this.unitPhrase(true) : null
    if (!quantity) {
      const isNumber = /^\d/.test(token)
      throw new RowProblem(
        isNumber || /^[\p{L}µ]/u.test(token)
          ? `Put an operator before "${token}", such as *.`
          : `Cannot read "${token}".`,
      )
    }
    this.parts.push('*')
    this.operand({ type: 'quantity', quantity })
  }

  private operand(operand: Operand): void {
    this.parts.push(`v${this.operands.length}`)
    this.operands.push(operand)
  }

  /** A number, its power of ten, its scale, and its unit. */
  private literal(): Quantity {
    const token = this.tokens[this.next] ?? ''
    this.next += 1
    let value = Number(token.replaceAll(/[,\u00a0\u202f ]/g, ''))
    if (Number.isNaN(value)) throw new RowProblem(`Cannot read "${token}" as a number.`)
    value = value ** this.wholePower()
    if (this.tokens[this.next] === '%') {
      this.next += 1
      return { ...plain(value / 100), isPercent: true }
    }
    let word = this.tokens[this.next] ?? ''
    // No row can follow a number without an operator, so "5k" is five thousand whatever rows are called.
    const scale = scaleOf(word)
    if (scale !== undefined) {
      value *= scale
      this.next += 1
      word = this.tokens[this.next] ?? ''
    }
    if (!/^[\p{L}µ]/u.test(word) || this.isOperator(word)) return plain(value)
    const unclear = unclearUnit(word)
    if (unclear !== undefined) throw new RowProblem(unclear)
    const unit = this.unitPhrase(false)
    if (!unit) throw new RowProblem(this.noUnit(word))
    const after = this.tokens[this.next]
    if (word === 'B' && after !== undefined && /^[\p{L}]/u.test(after) && !this.isOperator(after)) {
      throw new RowProblem(`"B" is bytes. Write "${token} billion ${after}".`)
    }
    return { ...unit, amount: this.math.multiply(value, unit.amount) }
  }

  /** The 6 of `10^6`, so that `10^6 users` is a million of them. */
  private wholePower(): number {
    if (this.tokens[this.next] !== '^') return 1
    const isNegative = this.tokens[this.next + 1] === '-'
    const at = this.next + (isNegative ? 2 : 1)
    const token = this.tokens[at] ?? ''
    if (!/^\d{1,3}$/.test(token) || this.tokens[at + 1] === '^') return 1
    this.next = at + 1
    return isNegative ? -Number(token) : Number(token)
  }

  /** `req`, `GB/day`, `kB per req`. Names of rows end it, but for the first word. */
  private unitPhrase(isAnyThing: boolean): Quantity | null {
    const first = this.tokens[this.next] ?? ''
    const isFirstPlain = /^[\p{L}µ]/u.test(first)
    if (!isFirstPlain) return null
    const unit = this.oneUnit(first)
    if (!unit || (!isAnyThing && !this.isCertain(first))) return null
    this.next += 1
    let whole = unit
    for (;;) {
      const sign = this.lower[this.next]
      const below = this.tokens[this.next + 1] ?? ''
      if (sign !== '/' && sign !== 'per') break
      if (this.names.find(this.lower, this.next + 1) || this.tokens[this.next + 2] === '^') break
      if (!/^[\p{L}µ]/u.test(below)) break
      const lowerUnit = this.oneUnit(below)
      if (!lowerUnit || !this.isCertain(below)) break
      whole = divideQuantities(this.math, whole, lowerUnit)
      this.next += 2
    }
    return whole
  }

  private oneUnit(word: string): Quantity | null {
    const unclear = unclearUnit(word)
    if (unclear !== undefined) throw new RowProblem(unclear)
    const name = unitName(word)
    if (name !== undefined) return plain(this.math.unit(1, name))
    const rate = rateText(word)
    if (rate !== undefined) {
      const [above = '', below = ''] = rate.split('/')
      const [top, bottom] = [this.oneUnit(above), this.oneUnit(below)]
      return top && bottom ? divideQuantities(this.math, top, bottom) : null
    }
    const thing = countedThing(word)
    return thing === null ? null : { amount: 1, of: thing, per: [] }
  }

  private isKnownThing(word: string): boolean {
    return countedThing(word) !== null && !FUNCTIONS.some((name) => name === word)
  }

  /** A unit, or a counted thing that is no slip in the spelling of another word. */
  private isCertain(word: string): boolean {
    if (unitName(word) !== undefined || rateText(word) !== undefined) return true
    if (countedThing(word) === null) return false
    const near = word.length < 5 ? undefined : nearestWord(word, UNIT_WORDS, 1)
    return near === undefined || countedThing(near) === countedThing(word)
  }

  private noUnit(word: string | undefined): string {
    if (word === undefined) return 'Name a unit after "in", such as GB/day.'
    const near = nearestWord(word, UNIT_WORDS)
    return `"${word}" is no unit.${near === undefined || near === word ? '' : ` Did you mean ${near}?`}`
  }

  /** All words up to the next sign are taken for the name that was meant. */
  private unknownName(): string {
    let end = this.next
    while (
      end < this.tokens.length &&
      /^[\p{L}\p{N}µ]/u.test(this.tokens[end] ?? '') &&
      (end === this.next || !this.isOperator(this.tokens[end] ?? ''))
    ) {
      end += 1
    }
    const meant = this.tokens.slice(this.next, end).join(' ')
    const near = nearestWord(meant, this.rowNames)
    if (near !== undefined) return `No row is called "${meant}". Did you mean "${near}"?`
    const isThing = end === this.next + 1 && this.tokens[end] !== '(' && this.isKnownThing(meant)
    return isThing
      ? `No row is called "${meant}". Name a row so, or put a number before it: 5M ${meant}.`
      : `No row is called "${meant}".`
  }
}
