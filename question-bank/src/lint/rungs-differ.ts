import { RUNGS } from '@drawbar/shared/question/question.ts'
import type { LintCheck } from './lint-check.ts'
import { wordsOf } from './words.ts'

export const rungsDiffer: LintCheck = {
  name: 'rungs-differ',
  description: 'Every follow-up has three rungs that say three different things.',
  advice: 'Nudge with a question, point at the place to look, then nearly say it.',
  run(question) {
    return question.followUps.flatMap(({ hints }, at) => {
      const different = new Set(RUNGS.map((rung) => wordsOf(hints[rung]).join(' ')))
      if (different.size === RUNGS.length) return []
      return [{ path: ['followUps', at, 'hints'], reason: 'two rungs say the same' }]
    })
  },
}
