import type { FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs'
import {
  addQuantities,
  areCountsAlike,
  divideQuantities,
  isPlainNumber,
  isSameMeasure,
  multiplyQuantities,
  negate,
  plain,
  power,
  RowProblem,
  type Quantity,
} from './quantity.ts'
import { unitText } from './quantity-text.ts'
import type { WorksheetMath } from './worksheet-math.ts'

/**
 * Works out what mathjs has parsed. Only what a worksheet knows is evaluated; every other kind of node is refused, so
 * nothing else of the library can be reached. Throws RowProblem.
 */
export function evaluateNode(
  math: WorksheetMath,
  node: MathNode,
  operand: (at: number) => Quantity,
): Quantity {
  const visit = (one: MathNode): Quantity => evaluateNode(math, one, operand)
  switch (node.type) {
    case 'ParenthesisNode':
      return visit((node as ParenthesisNode).content)
    case 'SymbolNode':
      return operand(Number((node as SymbolNode).name.slice(1)))
    case 'FunctionNode': {
      const { fn, args } = node as unknown as FunctionNode
      const [arg, ...rest] = args
      if (!arg || rest.length > 0) break
      return roundedTo(fn.name, visit(arg))
    }
    case 'OperatorNode': {
      const { op, args } = node as OperatorNode
      const [left, right] = args
      if (!left) break
      if (!right) return op === '-' ? negate(math, visit(left)) : visit(left)
      return operation(math, op, visit(left), visit(right))
    }
  }
  throw new RowProblem('This cannot be read as a calculation.')
}

function operation(math: WorksheetMath, op: string, a: Quantity, b: Quantity): Quantity {
  switch (op) {
    case '+':
    case '-':
      return sum(math, op, a, b)
    case '*':
      return multiplyQuantities(math, a, b)
    case '/':
      if (b.amount === 0 || (typeof b.amount !== 'number' && b.amount.value === 0)) {
        throw new RowProblem('This divides by nothing.')
      }
      return divideQuantities(math, a, b)
    case '^': {
      if (!isPlainNumber(b) || typeof b.amount !== 'number') {
        throw new RowProblem(`Only a plain number can stand after ^, and this is in ${unitText(b)}.`)
      }
      const isWhole = Number.isInteger(b.amount) && Math.abs(b.amount) <= 3
      if (typeof a.amount !== 'number' && !isWhole) {
        throw new RowProblem(`${unitText(a)} can only be raised to a whole number from -3 to 3.`)
      }
      return power(a, b.amount)
    }
  }
  throw new RowProblem(`Cannot work with "${op}".`)
}

function sum(math: WorksheetMath, op: '+' | '-', a: Quantity, b: Quantity): Quantity {
  if (b.isPercent && typeof b.amount === 'number' && !a.isPercent) {
    return multiplyQuantities(math, a, plain(op === '+' ? 1 + b.amount : 1 - b.amount))
  }
  if (!isSameMeasure(a, b)) throw new RowProblem(`${mixed(op, a, b)}; they measure different things.`)
  if (!areCountsAlike(a, b)) throw new RowProblem(`${mixed(op, a, b)}; they count different things.`)
  return addQuantities(math, a, op === '+' ? b : negate(math, b))
}

function mixed(op: '+' | '-', a: Quantity, b: Quantity): string {
  const [what, from] = [unitText(b), unitText(a)]
  return op === '+' ? `You add ${what} to ${from}` : `You subtract ${what} from ${from}`
}

function roundedTo(name: string, quantity: Quantity): Quantity {
  const { amount, of, per } = quantity
  if (typeof amount !== 'number') {
    throw new RowProblem(`${name}() takes a plain number or a count, and this is in ${unitText(quantity)}.`)
  }
  // A count that is whole but for the arithmetic stays what it is.
  const near = Number(amount.toPrecision(12))
  switch (name) {
    case 'ceil':
      return { amount: Math.ceil(near), of, per }
    case 'floor':
      return { amount: Math.floor(near), of, per }
    default:
      return { amount: Math.round(near), of, per }
  }
}
