import type { LintCheck } from './lint-check.ts'

export const phasesOnOffer: LintCheck = {
  name: 'phases-on-offer',
  description: 'A phase plan is for a length the question is offered in.',
  advice: 'Offer the length in `minutes`, or delete the plan.',
  run(question) {
    const offered = new Set(question.minutes.map(String))
    return Object.keys(question.phases)
      .filter((length) => !offered.has(length))
      .map((length) => ({
        path: ['phases', length],
        reason: `the question is not offered for ${length} minutes`,
      }))
  },
}
