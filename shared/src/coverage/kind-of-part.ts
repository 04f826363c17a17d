import type { ComponentTrait } from '../components/component-kind.ts'
import { COMPONENT_KINDS, hasTrait } from '../components/component-kinds.ts'
import type { GraphComponent } from '../graph/board-graph.ts'

/** A component's kind; of a plain box, the one whose name stands in its text. Null where nothing tells. */
export function kindOfPart({ kind, label }: GraphComponent): string | null {
  return kind ?? kindInText(label)
}

export function partHas(component: GraphComponent, trait: ComponentTrait): boolean {
  const kind = kindOfPart(component)
  return kind !== null && hasTrait(kind, trait)
}

/** Whether it runs our code in a request's way, as opposed to standing beside it. */
export function isService(component: GraphComponent): boolean {
  return partHas(component, 'compute') && !partHas(component, 'helper')
}

/** Names of few letters ("Go", "db") are found only as whole words, as all are. */
const NAMES: ReadonlyMap<string, string> = new Map(
  COMPONENT_KINDS.flatMap(({ kind, title, aliases, technologies }) =>
    [title, kind, ...aliases, ...technologies].map((name) => [plainWords(name), kind] as const),
  ),
)
const LONGEST_NAME = Math.max(...[...NAMES.keys()].map((name) => name.split(' ').length))

/** The kind that is named last, as "search service" is a service; of two that end there, the longer name's. */
function kindInText(text: string): string | null {
  const words = plainWords(text).split(' ')
  for (let end = words.length; end > 0; end--) {
    for (let start = Math.max(0, end - LONGEST_NAME); start < end; start++) {
      const name = words.slice(start, end).join(' ')
      const kind = NAMES.get(name) ?? NAMES.get(name.replace(/s$/, ''))
      if (kind !== undefined) return kind
    }
  }
  return null
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.+#/]+/gu, ' ')
    .trim()
}
