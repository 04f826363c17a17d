import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import type { RememberedRoom } from '../session/remembered-rooms.ts'

/** Tells whether a question was asked in one of these rooms. A room from before ids were remembered knows a title only. */
export function askedIn(rooms: readonly RememberedRoom[]): (question: CatalogueEntry) => boolean {
  const ids = new Set(rooms.flatMap(({ questionId }) => (questionId === null ? [] : [questionId])))
  const titles = new Set(
    rooms.flatMap(({ title, questionId }) => (title === null || questionId !== null ? [] : [title])),
  )
  return ({ id, title }) => ids.has(id) || titles.has(title)
}
