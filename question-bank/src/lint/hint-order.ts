import { RUNG_NAMES, RUNGS, type FollowUp } from '@drawbar/shared/question/question.ts'
import type { LintCheck } from './lint-check.ts'
import { contentWords } from './words.ts'

export const hintOrder: LintCheck = {
  name: 'hint-order',
  description:
    'A rung gives away no more than the next one, measured by the words of the good answer it already says.',
  advice: 'Take words of the answer out of the earlier rung, or say more of it in the later one.',
  run(question) {
    return question.followUps.flatMap((followUp, at) => {
      const given = RUNGS.map((rung) => ({ rung, words: wordsGivenAway(followUp, followUp.hints[rung]) }))
      return given.flatMap(({ rung, words }, index) => {
        const before = given[index - 1]
        if (!before || before.words <= words) return []
        return [
          {
            path: ['followUps', at, 'hints', before.rung],
            reason: `says ${before.words} words of the answer, and the ${RUNG_NAMES[rung].toLowerCase()} after it ${words}`,
          },
        ]
      })
    })
  },
}

function wordsGivenAway({ question, goodAnswer }: FollowUp, hint: string): number {
  const asked = contentWords(question)
  const answer = contentWords(goodAnswer)
  return [...contentWords(hint)].filter((word) => answer.has(word) && !asked.has(word)).length
}
