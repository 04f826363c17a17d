import { FIT } from './match-text.ts'
import { readPickerLine, signOf } from './picker-items.ts'
import { bestWritten } from './search-kinds.ts'

/** Words as people write them: "Node.js", "S3", "load-balancer". */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.+#-]*/gu
/** How much of a text is looked at, and how many words a name may have. */
const MOST_WORDS = 24
const LONGEST_NAME = 4
/** A shorter beginning of a name is a coincidence. */
const BEGINNING_FROM = 3

/**
 * The part of a text that names a kind or a technology; empty where none does.
 *
 * The whole text comes first, which may also be the beginning of a name. Then parts that are a name, longer ones before
 * shorter ones; a technology before a kind, and of two kinds the later one: a "user database" is a database.
 */
export function namedIn(text: string): string {
  const query = readPickerLine(text).query
  if (signOf(text).sign === null && query.length >= BEGINNING_FROM) {
    const whole = bestWritten(query)
    if (whole !== undefined && whole.fit <= FIT.words) return text
  }
  const words = (text.match(WORD) ?? []).slice(0, MOST_WORDS)
  for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length--) {
    const names = words
      .slice(length - 1)
      .map((_, start) => words.slice(start, start + length).join(' '))
      .flatMap(nameOf)
    const name = names.find(({ isTechnology }) => isTechnology) ?? names.at(-1)
    if (name !== undefined) return name.text
  }
  return ''
}

interface Name {
  readonly text: string
  readonly isTechnology: boolean
}

/** A text that is a name, in the singular if need be. */
function nameOf(text: string): readonly Name[] {
  const singular = text.endsWith('s') ? [text.slice(0, -1)] : []
  for (const written of [text, ...singular]) {
    const found = bestWritten(written)
    if (found?.fit === FIT.whole) return [{ text: written, isTechnology: found.technology !== null }]
  }
  return []
}
