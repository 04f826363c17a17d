import { evaluateEstimation } from '@drawbar/shared/question/estimate.ts'
import type { LintCheck } from './lint-check.ts'

/** Four orders of magnitude from end to end; a wider band takes any answer for right. */
const WIDEST = 10_000

export const bandsDecide: LintCheck = {
  name: 'bands-decide',
  description:
    'The accepted band of a result, computed from its inputs, is narrow enough to tell a wrong answer.',
  advice: 'Narrow the inputs to what a reasonable candidate assumes, or split the result in two.',
  run(question) {
    const outcome = evaluateEstimation(question.estimation)
    if (!outcome.ok) return []
    return outcome.results.flatMap(({ low, high }, at) =>
      high / low <= WIDEST
        ? []
        : [
            {
              path: ['estimation', 'results', at],
              reason: `accepts anything from ${low.toPrecision(2)} to ${high.toPrecision(2)}`,
            },
          ],
    )
  },
}
