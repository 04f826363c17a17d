import type { LintCheck } from './lint-check.ts'
import { textsOf } from './texts.ts'

const PLACEHOLDER = /<[a-z][^<>]*>|\b(?:TODO|FIXME|TBD|lorem ipsum)\b/i

export const noPlaceholders: LintCheck = {
  name: 'no-placeholders',
  description: 'Nothing of the template is left.',
  advice: 'Write the text, or delete the entry of an optional list.',
  run(question) {
    return textsOf(question).flatMap(({ path, text }) => {
      const found = PLACEHOLDER.exec(text)?.[0]
      return found === undefined ? [] : [{ path, reason: `'${found}' is still to be written` }]
    })
  },
}
