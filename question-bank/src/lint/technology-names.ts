import type { Problem } from '../checks/check.ts'
import type { LintCheck } from './lint-check.ts'
import { TECHNOLOGIES } from './technologies.ts'
import { textsOf } from './texts.ts'

export const technologyNames: LintCheck = {
  name: 'technology-names',
  description: 'Products and protocols are spelled as their makers spell them.',
  advice:
    '`pnpm bank fix` mends texts, labels of diagrams are yours; a name that is missing goes into question-bank/src/lint/technologies.ts.',
  run(question) {
    const labels = question.references.flatMap((reference, at) =>
      (['flowchart', 'sequence'] as const).map((diagram) => ({
        path: ['references', at, diagram],
        // Ids and classes of a diagram are code; its labels stand in quotes or after a colon.
        text: [...(reference[diagram] ?? '').matchAll(/"([^"]*)"|: (.*)/g)]
          .map(([, quoted, said]) => quoted ?? said ?? '')
          .join('\n'),
      })),
    )
    return [...textsOf(question), ...labels].flatMap(({ path, text }) => misspelt(text, path))
  },
}

function misspelt(text: string, path: Problem['path']): Problem[] {
  const found = new Map<string, string>()
  for (const match of text.matchAll(ANY_NAME)) {
    const name = BY_SPELLING.get(match[0].toLowerCase())
    if (name !== undefined && name !== match[0]) found.set(match[0], name)
  }
  return [...found].map(([find, put]) => ({
    path,
    reason: `'${find}' is spelled '${put}'`,
    mend: { find, put },
  }))
}

/** Each lower-case spelling, right or wrong, with the right one. */
const BY_SPELLING: ReadonlyMap<string, string> = new Map(
  TECHNOLOGIES.flatMap(({ name, not = [] }) =>
    [name, ...not].map((spelling) => [spelling.toLowerCase(), name] as const),
  ),
)

// Longer spellings first, so that 'Elastic Search' is not taken for the search of an 'Elastic'.
const ANY_NAME = new RegExp(
  String.raw`(?<![\w./@-])(?:${[...BY_SPELLING.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((spelling) => RegExp.escape(spelling))
    .join('|')})(?![\w/@]|-\w|\.\w)`,
  'gi',
)
