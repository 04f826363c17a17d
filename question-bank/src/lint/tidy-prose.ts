import type { LintCheck } from './lint-check.ts'
import { textsOf } from './texts.ts'

/** Slips of the keyboard, and how they are meant. */
const SLIPS = [
  { find: /\S( {2,})\S/, put: ' ', what: 'two spaces' },
  { find: /(\.{3})/, put: '…', what: 'three dots' },
  { find: /\w( +[,.;:])(?=\s|$)/, put: null, what: 'a space before a mark' },
] as const

export const tidyProse: LintCheck = {
  name: 'tidy-prose',
  description: 'Texts are free of slips of the keyboard.',
  advice: '`pnpm bank fix` mends these.',
  run(question) {
    return textsOf(question).flatMap(({ path, text }) =>
      SLIPS.flatMap(({ find, put, what }) => {
        const slip = find.exec(text)?.[1]
        if (slip === undefined) return []
        return [{ path, reason: `has ${what}`, mend: { find: slip, put: put ?? slip.trim() } }]
      }),
    )
  },
}
