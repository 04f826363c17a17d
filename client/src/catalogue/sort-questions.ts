import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { LEVELS } from '@drawbar/shared/question/level.ts'

/** The orders the catalogue can be in. */
export const ORDERS = [
  { value: 'title', name: 'By title' },
  { value: 'topic', name: 'By topic' },
  { value: 'level', name: 'Lowest level first' },
  { value: 'shortest', name: 'Shortest first' },
] as const
export type Order = (typeof ORDERS)[number]['value']

const COLLATOR = new Intl.Collator(undefined, { numeric: true })

const BY: Record<Order, (a: CatalogueEntry, b: CatalogueEntry) => number> = {
  title: () => 0,
  topic: (a, b) => COLLATOR.compare(a.topics[0] ?? '', b.topics[0] ?? ''),
  level: (a, b) => lowest(a) - lowest(b),
  shortest: (a, b) => Math.min(...a.minutes) - Math.min(...b.minutes),
}

/** A sorted copy; where two are equal, by title. */
export function sortQuestions(questions: readonly CatalogueEntry[], order: Order): CatalogueEntry[] {
  return questions.toSorted((a, b) => BY[order](a, b) || COLLATOR.compare(a.title, b.title))
}

function lowest({ levels }: CatalogueEntry): number {
  return LEVELS.findIndex((level) => levels.includes(level))
}
