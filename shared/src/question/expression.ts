/** Arithmetic as content writes it: numbers, ids, `+ - * / ^`, parentheses. `^` binds tightest and to the right. */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'id'; readonly id: string }
  | { readonly type: 'negate'; readonly of: Expression }
  | {
      readonly type: 'operation'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }

export type Operator = '+' | '-' | '*' | '/' | '^'

export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly reason: string }

type Token = { readonly text: string; readonly at: number }

/** Raised inside the parser only, and turned into a reason at its edge. */
class SyntaxProblem extends Error {}

export function parseExpression(source: string): ParsedExpression {
  try {
    const tokens = tokenize(source)
    const reader = new Reader(tokens, source.length)
    const expression = sum(reader)
    const rest = reader.peek()
    if (rest) throw unexpected(rest)
    return { ok: true, expression }
  } catch (error) {
    if (error instanceof SyntaxProblem) return { ok: false, reason: error.message }
    throw error
  }
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?|[a-zA-Z][a-zA-Z0-9]*|[-+*/^()]))/y

function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  const end = source.trimEnd().length
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex
    const text = TOKEN.exec(source)?.[1]
    if (text === undefined) throw new SyntaxProblem(`cannot read '${source.slice(from).trim()}'`)
    tokens.push({ text, at: TOKEN.lastIndex - text.length })
  }
  return tokens
}

class Reader {
  private next = 0
  private readonly tokens: readonly Token[]
  private readonly end: number

  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens
    this.end = end
  }

  peek(): Token | undefined {
    return this.tokens[this.next]
  }

  take(): Token {
    const token = this.tokens[this.next]
    if (!token) throw new SyntaxProblem(`ends too early, at character ${this.end + 1}`)
    this.next += 1
    return token
  }

  takeIf(...texts: string[]): Token | undefined {
    const token = this.peek()
    return token && texts.includes(token.text) ? this.take() : undefined
  }
}

function sum(reader: Reader): Expression {
  let left = product(reader)
  for (let token = reader.takeIf('+', '-'); token; token = reader.takeIf('+', '-')) {
    left = operation(token.text === '+' ? '+' : '-', left, product(reader))
  }
  return left
}

function product(reader: Reader): Expression {
  let left = signed(reader)
  for (let token = reader.takeIf('*', '/'); token; token = reader.takeIf('*', '/')) {
    left = operation(token.text === '*' ? '*' : '/', left, signed(reader))
  }
  return left
}

function signed(reader: Reader): Expression {
  return reader.takeIf('-') ? { type: 'negate', of: signed(reader) } : power(reader)
}

function power(reader: Reader): Expression {
  const base = atom(reader)
  return reader.takeIf('^') ? operation('^', base, signed(reader)) : base
}

function atom(reader: Reader): Expression {
  const token = reader.take()
  if (token.text === '(') {
    const inner = sum(reader)
    const close = reader.take()
    if (close.text !== ')') throw unexpected(close)
    return inner
  }
  if (/^\d/.test(token.text)) return { type: 'number', value: Number(token.text) }
  if (/^[a-zA-Z]/.test(token.text)) return { type: 'id', id: token.text }
  throw unexpected(token)
}

function operation(operator: Operator, left: Expression, right: Expression): Expression {
  return { type: 'operation', operator, left, right }
}

function unexpected(token: Token): SyntaxProblem {
  return new SyntaxProblem(`did not expect '${token.text}' at character ${token.at + 1}`)
}
