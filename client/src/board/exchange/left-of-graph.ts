import { PLACEHOLDER } from '@drawbar/shared/board/shapes/placeholder-shape.ts'
import { WORKSHEET } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { pinOf } from '@drawbar/shared/board/shapes/connector-meta.ts'
import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import type { TLShape } from 'tldraw'
import { Tally } from './tally.ts'

/**
 * Sentences about what of these shapes is no part of their graph: worksheets, what is pinned, notes and texts that no
 * arrow leads to, and what is only drawn. Cards and loose arrows are in the graph; a format says itself what it does not
 * carry of it.
 */
export function leftOfGraph(shapes: readonly TLShape[], graph: BoardGraph): readonly string[] {
  const { components, connections, zones, cards } = graph
  const inGraph = new Set([components, connections, zones, cards].flatMap((some) => some.map(({ id }) => id)))
  const tally = new Tally()
  for (const shape of shapes) {
    if (pinOf(shape.meta)) tally.add('pinned result')
    const name = NAMES.get(shape.type)
    if (name !== undefined && !inGraph.has(shape.id)) tally.add(...name)
  }
  return tally.sentences()
}

/** One and many. A group is only what is in it. */
const NAMES: ReadonlyMap<string, readonly [string, string]> = new Map([
  [WORKSHEET, ['worksheet', 'worksheets']],
  ['note', ['note that no arrow leads to', 'notes that no arrow leads to']],
  ['text', ['text that no arrow leads to', 'texts that no arrow leads to']],
  ['geo', ['box without a text', 'boxes without a text']],
  ['frame', ['frame', 'frames']],
  ['image', ['image', 'images']],
  ['line', ['line', 'lines']],
  ['draw', ['drawn line', 'drawn lines']],
  ['highlight', ['highlight', 'highlights']],
  [PLACEHOLDER, ['part of a newer version', 'parts of a newer version']],
])
