import type { LintCheck } from './lint-check.ts'
import { borrowedRun, RUN_OF_WORDS, type Fingerprints } from './fingerprints.ts'
import { textsOf } from './texts.ts'

/** Compares with texts that the bank took facts from, known by their fingerprints only. */
export function ownWords(fingerprints: Fingerprints): LintCheck {
  return {
    name: 'own-words',
    description: `Facts may come from elsewhere, sentences may not: no ${RUN_OF_WORDS} words in a row stand in a source.`,
    advice: 'Say it in your own words.',
    run(question) {
      return textsOf(question).flatMap(({ path, text }) => {
        const run = borrowedRun(text, fingerprints)
        return run === undefined ? [] : [{ path, reason: `'${run}' stands in a source` }]
      })
    },
  }
}
