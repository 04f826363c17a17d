import type { BankLintCheck } from './lint-check.ts'
import { wordsOf } from './words.ts'

export const uniqueTitles: BankLintCheck = {
  name: 'unique-titles',
  description: 'People choose a question by its title, so no two titles read alike.',
  advice: 'Say in the title what sets this question apart.',
  run(questions) {
    const first = new Map<string, string>()
    return questions.flatMap(({ id, title }, at) => {
      const words = wordsOf(title).join(' ')
      const other = first.get(words)
      first.set(words, other ?? id)
      return other === undefined ? [] : [{ at, path: ['title'], reason: `'${other}' has the same title` }]
    })
  },
}
