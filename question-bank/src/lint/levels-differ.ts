import { LEVELS } from '@drawbar/shared/question/level.ts'
import type { LintCheck } from './lint-check.ts'
import { wordsOf } from './words.ts'

export const levelsDiffer: LintCheck = {
  name: 'levels-differ',
  description: 'A checklist item says what tells the levels apart.',
  advice: 'Say what a person of each level does that can be seen.',
  run(question) {
    return question.checklist.flatMap((item, at) => {
      const different = new Set(LEVELS.map((level) => wordsOf(item[level]).join(' ')))
      if (different.size === LEVELS.length) return []
      return [{ path: ['checklist', at], reason: 'two levels are said to show the same' }]
    })
  },
}
