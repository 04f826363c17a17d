import { T } from '@tldraw/validate'

const SLUG = /^[a-z][a-z0-9-]{0,39}$/

export function isSlug(text: string): boolean {
  return SLUG.test(text)
}

/**
 * A kind's name. Any slug passes, not only those this version knows: a board made by a newer version stays readable,
 * and what it calls a kind survives.
 */
export const slugValidator: T.Validatable<string> = T.string.check('a kind', (text) => {
  if (!isSlug(text)) throw new Error('not a kind')
})

/** One line of text of at most so many UTF-16 units. */
export function lineOf(max: number): T.Validatable<string> {
  return T.string.check('a line', (text) => {
    if (text.length > max) throw new Error('too long a line')
  })
}

/** A length in page px that is more than nothing. */
export const sideValidator: T.Validatable<number> = T.nonZeroNumber
