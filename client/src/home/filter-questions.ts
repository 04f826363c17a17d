import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import type { Length, Level } from '@drawbar/shared/question/level.ts'

/** What is looked for; null: any. */
export interface Filter {
  readonly text: string
  readonly topic: string | null
  readonly level: Level | null
  readonly minutes: Length | null
}

export const NO_FILTER: Filter = { text: '', topic: null, level: null, minutes: null }

/** The questions that fit, in the catalogue's order. Every word of the text has to occur somewhere in an entry. */
export function filterQuestions(questions: readonly CatalogueEntry[], filter: Filter): CatalogueEntry[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return questions.filter(
    (question) =>
      (filter.topic === null || question.topics.includes(filter.topic)) &&
      (filter.level === null || question.levels.includes(filter.level)) &&
      (filter.minutes === null || question.minutes.includes(filter.minutes)) &&
      words.every((word) => searched(question).includes(word)),
  )
}

/** Every topic of the catalogue with how many questions have it, by name. */
export function topicsOf(questions: readonly CatalogueEntry[]): { topic: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const topic of questions.flatMap((question) => question.topics)) {
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  return [...counts]
    .map(([topic, count]) => ({ topic, count }))
    .toSorted((a, b) => a.topic.localeCompare(b.topic))
}

/** A topic as people read it. */
export function topicName(topic: string): string {
  return topic.replaceAll('-', ' ')
}

/** Any of the questions but the one already chosen; undefined where there is no other. `random` is 0 to below 1. */
export function surprise(
  questions: readonly CatalogueEntry[],
  chosenId: string | null,
  random: () => number,
): CatalogueEntry | undefined {
  const others = questions.filter((question) => question.id !== chosenId)
  return others[Math.floor(random() * others.length)]
}

function searched({ title, summary, topics }: CatalogueEntry): string {
  return [title, summary, ...topics, ...topics.map(topicName)].join(' ').toLowerCase()
}
