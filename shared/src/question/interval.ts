import type { Operator } from './expression.ts'

/** Every value from `low` to `high`. */
export type Interval = { readonly low: number; readonly high: number }

/**
 * The smallest interval that holds the operation's result for every choice of operands from `left` and `right`.
 * Where there is none (a divisor that may be zero, a power of a negative number), the bounds are not finite.
 */
export function applyInterval(operator: Operator, left: Interval, right: Interval): Interval {
  switch (operator) {
    case '+':
      return { low: left.low + right.low, high: left.high + right.high }
    case '-':
      return { low: left.low - right.high, high: left.high - right.low }
    case '*':
      return corners(left, right, (a, b) => a * b)
    case '/':
      return right.low <= 0 && right.high >= 0 ? NOWHERE : corners(left, right, (a, b) => a / b)
    case '^':
      return left.low > 0 ? corners(left, right, (a, b) => a ** b) : NOWHERE
  }
}

const NOWHERE: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

// These operations are monotone in each operand on the ranges allowed above, so the extremes lie in the corners.
function corners(left: Interval, right: Interval, apply: (a: number, b: number) => number): Interval {
  const values = [
    apply(left.low, right.low),
    apply(left.low, right.high),
    apply(left.high, right.low),
    apply(left.high, right.high),
  ]
  return { low: Math.min(...values), high: Math.max(...values) }
}
