import { evaluateEstimation } from '@drawbar/shared/question/estimate.ts'
import type { QuestionCheck } from './check.ts'

export const estimationWorks: QuestionCheck = {
  name: 'estimation-works',
  description: 'Every result can be worked out and is a positive number over the whole range of its inputs.',
  advice:
    'Write the result with + - * / ^ over ids of inputs and earlier results, and keep it positive over their ranges.',
  run(question) {
    const outcome = evaluateEstimation(question.estimation)
    if (outcome.ok) return []
    return outcome.problems.map((problem) => ({
      path: ['estimation', 'results', problem.at, 'expression'],
      reason: problem.reason,
    }))
  },
}
