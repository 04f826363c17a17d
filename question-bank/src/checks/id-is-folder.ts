import type { QuestionCheck } from './check.ts'

export const idIsFolder: QuestionCheck = {
  name: 'id-is-folder',
  description: 'A question is found by its folder, so its id is the name of the folder.',
  advice: 'Write the name of the folder as the id.',
  run(question, slug) {
    if (question.id === slug) return []
    const mend = { find: question.id, put: slug }
    return [{ path: ['id'], reason: `is '${question.id}' but the folder is '${slug}'`, mend }]
  },
}
