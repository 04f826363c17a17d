import type { LintCheck } from './lint-check.ts'
import { wordsOf } from './words.ts'

export const phaseNamesNeutral: LintCheck = {
  name: 'phase-names-neutral',
  description: 'Everybody in the room sees the names of the phases, so they hold no term of the answer.',
  advice: 'Name the phase by what is done in it, not by what is found.',
  run(question) {
    const terms = question.terms.map(({ term }) => wordsOf(term).join(' '))
    return Object.entries(question.phases).flatMap(([length, plan]) =>
      plan.flatMap((phase, at) => {
        const name = ` ${wordsOf(phase.name).join(' ')} `
        const told = terms.find((term) => name.includes(` ${term} `))
        if (told === undefined) return []
        return [{ path: ['phases', length, at, 'name'], reason: `says '${told}', a term of the answer` }]
      }),
    )
  },
}
