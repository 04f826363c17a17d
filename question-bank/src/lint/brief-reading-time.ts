import type { LintCheck } from './lint-check.ts'
import { textsOf } from './texts.ts'

/** Silent reading of English non-fiction by adults: Brysbaert, How many words do we read per minute?, 2019. */
const WORDS_PER_MINUTE = 238
const MINUTES = 3

export const briefReadingTime: LintCheck = {
  name: 'brief-reading-time',
  description: 'The brief can be read in three minutes, the time there is before the candidate arrives.',
  advice: 'Cut what the framework, the follow-ups or the checklist say already.',
  run(question) {
    const words = textsOf(question)
      .filter(({ path }) => path[0] === 'brief')
      .reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
    const most = WORDS_PER_MINUTE * MINUTES
    return words <= most ? [] : [{ path: ['brief'], reason: `has ${words} words, more than ${most}` }]
  },
}
