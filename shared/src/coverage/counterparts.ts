import type { ComponentTrait } from '../components/component-kind.ts'
import type { BoardGraph, GraphComponent } from '../graph/board-graph.ts'
import { wordsOf } from './expectations.ts'
import { kindOfPart, partHas } from './kind-of-part.ts'

/** A component of a reference design, and the one on the board that stands for it. */
export interface Counterpart {
  readonly reference: GraphComponent
  readonly own: GraphComponent | null
}

/** One store may do another's work, one service does not do another's. */
const EXCHANGEABLE: readonly ComponentTrait[] = ['source', 'balancer', 'store', 'cache', 'buffer', 'outside']

/** How alike the words of two components must be when their kinds differ: half of the shorter's. */
const ALIKE = 0.5

/** Words that say nothing about which component is meant. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a an and by each for from in into is it its of on one or per same that the their to with'.split(' '),
)

/**
 * The reference design a board is nearest to, component by component in its reading order: the one with the smallest
 * part of it missing, of equals the first. Empty without a reference that has components.
 */
export function nearestCounterparts(
  board: BoardGraph,
  references: readonly BoardGraph[],
): readonly Counterpart[] {
  let nearest: readonly Counterpart[] = []
  let missing = Infinity
  for (const reference of references) {
    if (reference.components.length === 0) continue
    const pairs = counterpartsOf(board, reference)
    const part = pairs.filter(({ own }) => own === null).length / pairs.length
    if (part >= missing) continue
    nearest = pairs
    missing = part
  }
  return nearest
}

/** Each component of the board stands for one of the reference at most. */
function counterpartsOf(board: BoardGraph, reference: BoardGraph): readonly Counterpart[] {
  const found = new Map<GraphComponent, GraphComponent>()
  const taken = new Set<GraphComponent>()
  const likes = new Map(
    [...board.components, ...reference.components].map((component) => [component, tellingWords(component)]),
  )
  const likeness = (a: GraphComponent, b: GraphComponent) => overlap(likes.get(a), likes.get(b))
  const pass = (fits: (wanted: GraphComponent, own: GraphComponent) => boolean) => {
    const pairs = reference.components.flatMap((wanted) =>
      board.components
        .filter((own) => !found.has(wanted) && !taken.has(own) && fits(wanted, own))
        .map((own) => ({ wanted, own, alike: likeness(wanted, own) })),
    )
    for (const { wanted, own } of pairs.toSorted((a, b) => b.alike - a.alike)) {
      if (found.has(wanted) || taken.has(own)) continue
      found.set(wanted, own)
      taken.add(own)
    }
  }
  pass((wanted, own) => {
    const kind = kindOfPart(wanted)
    return kind !== null && kind === kindOfPart(own)
  })
  pass((wanted, own) => likeness(wanted, own) >= ALIKE)
  pass((wanted, own) => EXCHANGEABLE.some((trait) => partHas(wanted, trait) && partHas(own, trait)))
  return reference.components.map((wanted) => ({ reference: wanted, own: found.get(wanted) ?? null }))
}

function tellingWords({ label, technology }: GraphComponent): ReadonlySet<string> {
  const words = [...wordsOf(`${label} ${technology}`)].map((word) => word.replace(/s$/, ''))
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)))
}

/** The part of the shorter's words that the other has too, 0 to 1. */
function overlap(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const shorter = Math.min(a.size, b.size)
  return shorter === 0 ? 0 : [...a].filter((word) => b.has(word)).length / shorter
}
