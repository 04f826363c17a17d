import { tokensOf } from './expression-tokens.ts'
import { scaleOf, unitName } from './unit-words.ts'

/** Longest name that can be used in other rows, UTF-16 units. A longer one is only a heading. */
const MAX_NAME_LENGTH = 80

/**
 * How a name stands in an expression: in small letters, blanks and underscores alike. "Peak reads" may be written
 * `peak reads` or `peak_reads`.
 */
export function nameWords(name: string): readonly string[] {
  return name.length > MAX_NAME_LENGTH ? [] : tokensOf(name.toLowerCase())
}

export type NameTrouble = string | null

/** Why a name cannot be used by other rows; null when it can, or when there is none. */
export function nameTrouble(name: string): NameTrouble {
  const text = name.trim()
  if (text === '') return null
  if (!/^\p{L}/u.test(text)) return `Begin the name with a letter, so that other rows can use it.`
  if (unitName(text) !== undefined) return `"${text}" is a unit. Choose another name.`
  if (scaleOf(text) !== undefined)
    return `"${text}" is a multiplier, as in 5${text.length > 1 ? ' ' : ''}${text}. Choose another name.`
  if (/^(?:in|to|per|of)$/i.test(text))
    return `"${text}" is part of how rows are written. Choose another name.`
  return null
}

/** Finds names in an expression, the longest first. */
export class NameBook {
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly at: number }[]>()

  /** Returns whether the name was still free. */
  add(name: string, at: number): boolean {
    const words = nameWords(name)
    const [first] = words
    if (first === undefined) return true
    const others = this.byFirst.get(first) ?? []
    if (others.some((other) => isSame(other.words, words))) return false
    others.push({ words, at })
    others.sort((a, b) => b.words.length - a.words.length)
    this.byFirst.set(first, others)
    return true
  }

  /** The row named by the words from `from` on, and how many words that takes. */
  find(words: readonly string[], from: number): { readonly at: number; readonly length: number } | undefined {
    for (const { words: name, at } of this.byFirst.get(words[from] ?? '') ?? []) {
      if (name.every((word, i) => words[from + i] === word)) return { at, length: name.length }
    }
    return undefined
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i])
}
