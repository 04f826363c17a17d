import type { BankCheck } from './check.ts'

export const uniqueQuestionIds: BankCheck = {
  name: 'unique-question-ids',
  description: 'A round names its question by id, so no two questions share one.',
  advice: 'Rename one of the two folders and its id.',
  run(questions) {
    const first = new Map<string, string>()
    return questions.flatMap((question, at) => {
      const other = first.get(question.id)
      if (other !== undefined) {
        return [{ at, path: ['id'], reason: `'${question.id}' is also the id of “${other}”` }]
      }
      first.set(question.id, question.title)
      return []
    })
  },
}
