import type { GraphComponent } from '../graph/board-graph.ts'
import { oneLine } from '../graph/describe-connection.ts'

/** Most names of a list; a panel is narrow. */
const MOST_NAMES = 4

export function nameOf({ label }: GraphComponent): string {
  return oneLine(label)
}

/** "A, B and C"; of many, the first and "others". */
export function listNames(components: readonly GraphComponent[]): string {
  return listWords([...new Set(components.map(nameOf))])
}

export function listWords(words: readonly string[]): string {
  const shown = words.length > MOST_NAMES ? [...words.slice(0, MOST_NAMES - 1), 'others'] : words
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

export function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id)
}
