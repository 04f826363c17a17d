import type { LintCheck } from './lint-check.ts'
import { textsOf } from './texts.ts'

/** Slips of the keyboard between words, so that the indentation of a list or a file is none. */
const SLIPS = [
  { slip: /\S+ {2,}\S+/, what: 'two spaces', put: (found: string) => found.replace(/ {2,}/, ' ') },
  { slip: /\S*\.{3}/, what: 'three dots', put: (found: string) => found.replace('...', '…') },
  {
    slip: /\S+ +[,.;:](?=\s|$)/,
    what: 'a space before a mark',
    put: (found: string) => found.replace(/ +/, ''),
  },
] as const

export const tidyProse: LintCheck = {
  name: 'tidy-prose',
  description: 'Texts are free of slips of the keyboard.',
  advice: '`pnpm bank fix` mends these.',
  run(question) {
    return textsOf(question).flatMap(({ path, text }) =>
      SLIPS.flatMap(({ slip, what, put }) => {
        const found = slip.exec(text)?.[0]
        return found === undefined
          ? []
          : [{ path, reason: `has ${what}`, mend: { find: found, put: put(found) } }]
      }),
    )
  },
}
