import { TOPICS } from '@drawbar/shared/question/topic.ts'
import type { LintCheck } from './lint-check.ts'

const KNOWN: ReadonlySet<string> = new Set(TOPICS)

export const knownTopics: LintCheck = {
  name: 'known-topics',
  description: 'Topics come from one short list, so that the catalogue can be filtered by them.',
  advice: 'Choose a topic of shared/src/question/topic.ts, or add one there that several questions share.',
  run(question) {
    return question.topics.flatMap((topic, at) =>
      KNOWN.has(topic) ? [] : [{ path: ['topics', at], reason: `'${topic}' is not a known topic` }],
    )
  },
}
