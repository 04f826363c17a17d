import { catalogueEntry, type CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import { termIndex } from './term-index.ts'

/** A question that rooms can be started with. */
export interface OfferedQuestion {
  readonly question: Question
  /** The name of the pack it comes from; null for the questions that come with Drawbar. */
  readonly pack: string | null
  /** Whether it may be read outside a room by anybody who accepts that it is spoilt for them. */
  readonly readable: boolean
}

/** Everything on offer, in the catalogue's order. */
export interface Shelf {
  readonly size: number
  readonly catalogue: readonly CatalogueEntry[]
  find(questionId: string): OfferedQuestion | undefined
  /** Ids of readable questions that have a term like `text`. The terms themselves are never listed. */
  withTerm(text: string): readonly string[]
}

export function createShelf(offered: readonly OfferedQuestion[]): Shelf {
  const byId = new Map(offered.map((one) => [one.question.id, one]))
  const readable = offered.filter((one) => one.readable).map(({ question }) => question)
  return {
    size: byId.size,
    catalogue: offered.map(({ question, ...conditions }) => catalogueEntry(question, conditions)),
    find: (questionId) => byId.get(questionId),
    withTerm: termIndex(readable),
  }
}
