import type { QuestionCheck } from './check.ts'

export const phasesFillLength: QuestionCheck = {
  name: 'phases-fill-length',
  description: 'The minutes of a phase plan add up to the length it is for.',
  advice: 'Change the minutes of a phase, or leave the length out to use the default plan.',
  run(question) {
    return Object.entries(question.phases).flatMap(([length, plan]) => {
      const minutes = plan.reduce((sum, phase) => sum + phase.minutes, 0)
      if (minutes === Number(length)) return []
      return [{ path: ['phases', length], reason: `adds up to ${minutes} minutes, not ${length}` }]
    })
  },
}
