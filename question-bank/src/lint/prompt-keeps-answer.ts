import type { LintCheck } from './lint-check.ts'
import { textsOf } from './texts.ts'
import { runsOf, wordsOf } from './words.ts'

/** Shorter runs are common speech. */
const RUN = 6

const ANSWERS: ReadonlySet<string | number> = new Set([
  'framework',
  'keyPoints',
  'followUps',
  'checklist',
  'constraints',
])

export const promptKeepsAnswer: LintCheck = {
  name: 'prompt-keeps-answer',
  description: 'The candidate reads the prompt, so it holds no term and no sentence of the answer.',
  advice: 'Describe the situation and the wish in the prompt, not the means.',
  run(question) {
    const prompt = wordsOf(question.prompt)
    const text = ` ${prompt.join(' ')} `
    const terms = question.terms.filter(({ term }) => text.includes(` ${wordsOf(term).join(' ')} `))
    const answers = new Set(
      textsOf(question)
        .filter(({ path }) => path[0] !== undefined && ANSWERS.has(path[0]))
        .flatMap((one) => runsOf(wordsOf(one.text), RUN)),
    )
    const told = runsOf(prompt, RUN).find((run) => answers.has(run))
    return [
      ...terms.map(({ term }) => ({ path: ['prompt'], reason: `says '${term}', a term of the answer` })),
      ...(told === undefined
        ? []
        : [{ path: ['prompt'], reason: `says '${told}', which the answer says too` }]),
    ]
  },
}
