import type { z } from 'zod'
import { parseExpression, type Expression } from './expression.ts'
import { applyInterval, type Interval } from './interval.ts'
import type { estimationSchema } from './question.ts'

export type Estimation = z.infer<typeof estimationSchema>

/** A result at the inputs' own values, and the band reached when every input moves between its low and high. */
export type Estimate = {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Works out every result in order. Throws if an expression is bad: a loaded question has been checked. */
export function estimate(estimation: Estimation): Estimate[] {
  const outcome = evaluateEstimation(estimation)
  if (outcome.ok) return outcome.results
  throw new Error(outcome.problems.map((problem) => problem.reason).join('; '))
}

/** As {@link estimate}, for content that has not been checked: `at` is the position of the bad result. */
export function evaluateEstimation(
  estimation: Estimation,
):
  | { readonly ok: true; readonly results: Estimate[] }
  | { readonly ok: false; readonly problems: { readonly at: number; readonly reason: string }[] } {
  const known = new Map<string, Band>(
    estimation.inputs.map(({ id, value, low, high }) => [id, { value, low, high }]),
  )
  const results: Estimate[] = []
  const problems: { at: number; reason: string }[] = []
  for (const [at, result] of estimation.results.entries()) {
    const outcome = band(result.expression, known)
    if (outcome.ok) {
      known.set(result.id, outcome.band)
      results.push({ id: result.id, name: result.name, unit: result.unit, ...outcome.band })
    } else {
      problems.push({ at, reason: outcome.reason })
    }
  }
  return problems.length === 0 ? { ok: true, results } : { ok: false, problems }
}

type Band = Interval & { readonly value: number }

function band(
  source: string,
  known: ReadonlyMap<string, Band>,
): { ok: true; band: Band } | { ok: false; reason: string } {
  const parsed = parseExpression(source)
  if (!parsed.ok) return parsed
  const unknown = idsIn(parsed.expression).find((id) => !known.has(id))
  if (unknown !== undefined)
    return { ok: false, reason: `'${unknown}' is neither an input nor an earlier result` }

  const exact = (id: string): Interval => point(known.get(id)?.value ?? Number.NaN)
  const value = evaluate(parsed.expression, exact).low
  const { low, high } = evaluate(parsed.expression, (id) => known.get(id) ?? point(Number.NaN))
  if (![value, low, high].every((number) => Number.isFinite(number) && number > 0)) {
    return { ok: false, reason: `is not a positive number over the range of its inputs (${low} to ${high})` }
  }
  return { ok: true, band: { value, low, high } }
}

function point(value: number): Interval {
  return { low: value, high: value }
}

function evaluate(expression: Expression, intervalOf: (id: string) => Interval): Interval {
  switch (expression.type) {
    case 'number':
      return point(expression.value)
    case 'id':
      return intervalOf(expression.id)
    case 'negate': {
      const inner = evaluate(expression.of, intervalOf)
      return { low: -inner.high, high: -inner.low }
    }
    case 'operation':
      return applyInterval(
        expression.operator,
        evaluate(expression.left, intervalOf),
        evaluate(expression.right, intervalOf),
      )
  }
}

function idsIn(expression: Expression): string[] {
  switch (expression.type) {
    case 'number':
      return []
    case 'id':
      return [expression.id]
    case 'negate':
      return idsIn(expression.of)
    case 'operation':
      return [...idsIn(expression.left), ...idsIn(expression.right)]
  }
}
