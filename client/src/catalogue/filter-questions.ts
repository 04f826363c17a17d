import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import type { Length, Level } from '@drawbar/shared/question/level.ts'

/** What is looked for; null: any. */
export interface Filter {
  readonly text: string
  readonly topic: string | null
  readonly level: Level | null
  readonly minutes: Length | null
  readonly kind: CatalogueEntry['kind'] | null
  /** Leaves out what was asked in a room of this browser. */
  readonly unasked: boolean
}

export const NO_FILTER: Filter = {
  text: '',
  topic: null,
  level: null,
  minutes: null,
  kind: null,
  unasked: false,
}

/** What the catalogue itself does not say about its questions. */
export interface Known {
  /** Whether a question was asked in a room of this browser. */
  wasAsked(question: CatalogueEntry): boolean
  /** Ids of questions that have the text among their terms, as the server told. */
  readonly withTerm: ReadonlySet<string>
}

export const NOTHING_KNOWN: Known = { wasAsked: () => false, withTerm: new Set() }

/**
 * The questions that fit, in the catalogue's order. Every word of the text has to occur somewhere in an entry, or the
 * text as a whole is one of the question's terms.
 */
export function filterQuestions(
  questions: readonly CatalogueEntry[],
  filter: Filter,
  known: Known = NOTHING_KNOWN,
): CatalogueEntry[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return questions.filter(
    (question) =>
      (filter.topic === null || question.topics.includes(filter.topic)) &&
      (filter.level === null || question.levels.includes(filter.level)) &&
      (filter.minutes === null || question.minutes.includes(filter.minutes)) &&
      (filter.kind === null || question.kind === filter.kind) &&
      (words.every((word) => searched(question).includes(word)) || known.withTerm.has(question.id)) &&
      (!filter.unasked || !known.wasAsked(question)),
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

/** Topics that are not written as their words side by side. */
const TOPIC_NAMES: Record<string, string> = {
  apis: 'APIs',
  cdn: 'CDN',
  'auto-scaling': 'auto-scaling',
  'event-driven': 'event-driven',
  'multi-region': 'multi-region',
  'multi-tenancy': 'multi-tenancy',
  'real-time': 'real-time',
  websockets: 'WebSockets',
}

/** A topic as people read it. */
export function topicName(topic: string): string {
  return TOPIC_NAMES[topic] ?? topic.replaceAll('-', ' ')
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

/** An entry's text is put together once: a key stroke looks through all of them. */
const TEXTS = new WeakMap<CatalogueEntry, string>()

function searched(question: CatalogueEntry): string {
  const made = TEXTS.get(question)
  if (made !== undefined) return made
  const { title, summary, topics, pack } = question
  const text = [title, summary, ...topics, ...topics.map((topic) => topic.replaceAll('-', ' ')), pack ?? '']
    .join(' ')
    .toLowerCase()
  TEXTS.set(question, text)
  return text
}
