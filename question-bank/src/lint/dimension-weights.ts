import { DIMENSIONS } from '@drawbar/shared/question/dimension.ts'
import type { LintCheck } from './lint-check.ts'

/** Items may be up to this many times more, or fewer, than a dimension's weight asks for. */
const TOLERANCE = 2

export const dimensionWeights: LintCheck = {
  name: 'dimension-weights',
  description: 'The checklist spends its items roughly as the dimensions are weighted.',
  advice: 'Move, split or drop items until each dimension has its share.',
  run(question) {
    const total = question.checklist.length
    return DIMENSIONS.flatMap(({ id, name, weight }) => {
      const items = question.checklist.filter((item) => item.dimension === id).length
      const share = (total * weight) / 100
      const least = Math.max(1, Math.floor(share / TOLERANCE))
      const most = Math.ceil(share * TOLERANCE)
      if (items >= least && items <= most) return []
      return [
        {
          path: ['checklist'],
          reason: `${name} weighs ${weight} % and has ${items} of ${total} items, not ${least} to ${most}`,
        },
      ]
    })
  },
}
