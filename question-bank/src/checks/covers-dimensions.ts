import { DIMENSIONS } from '@drawbar/shared/question/dimension.ts'
import type { QuestionCheck } from './check.ts'

export const coversDimensions: QuestionCheck = {
  name: 'covers-dimensions',
  description: 'Every rubric dimension can be scored from evidence, so each has a checklist item.',
  advice: 'Add an item that shows this dimension, or move one to it.',
  run(question) {
    const covered = new Set(question.checklist.map((item) => item.dimension))
    return DIMENSIONS.filter((dimension) => !covered.has(dimension.id)).map((dimension) => ({
      path: ['checklist'],
      reason: `no item for the dimension '${dimension.id}' (${dimension.name})`,
    }))
  },
}
