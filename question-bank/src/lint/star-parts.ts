import { STAR_PARTS } from '@drawbar/shared/question/question.ts'
import type { LintCheck } from './lint-check.ts'

export const starParts: LintCheck = {
  name: 'star-parts',
  description: 'An experience is judged by all four parts of its story; a design has no story.',
  advice: 'Give checklist items of an experience their `star`; leave it out of a design.',
  run(question) {
    if (question.kind === 'design') {
      return (['checklist', 'followUps'] as const).flatMap((list) =>
        question[list].flatMap((item, at) =>
          item.star === undefined
            ? []
            : [{ path: [list, at, 'star'], reason: 'belongs to experience questions only' }],
        ),
      )
    }
    const heard = new Set(question.checklist.map((item) => item.star))
    return STAR_PARTS.filter((part) => !heard.has(part)).map((part) => ({
      path: ['checklist'],
      reason: `no item is heard in the ${part}`,
    }))
  },
}
