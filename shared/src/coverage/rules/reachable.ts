import type { GraphComponent } from '../../graph/board-graph.ts'
import { designOf, isTaking, type Design } from '../design.ts'
import type { CoverageRule } from '../finding.ts'
import { kindOfPart, partHas } from '../kind-of-part.ts'
import { idsOf, listNames } from '../names.ts'

/** A way leads from where requests begin to everything that is drawn. */
export const reachable: CoverageRule = {
  id: 'reachable',
  title: 'A way to every part',
  sees: (graph) => {
    const design = designOf(graph)
    const sources = design.having('source')
    if (sources.length === 0) {
      if (graph.components.length === 0) return []
      return [
        {
          state: 'not-seen',
          shapeIds: [],
          text: 'Nobody is drawn who uses the system.',
          probe: 'Who or what sends the first request, and what do they hope to get back?',
        },
      ]
    }
    const reached = reachedFrom(design, graph.components.filter(beginsWork))
    const lost = graph.components
      .filter(({ id }) => !reached.has(id))
      .filter((one) => !partHas(one, 'helper'))
    if (lost.length > 0) {
      return [
        {
          state: 'not-seen',
          shapeIds: idsOf(lost),
          text: `No way leads from a client to ${listNames(lost)}.`,
          probe: `Take me through a request that ends up at ${listNames(lost.slice(0, 1))}: where does it come from?`,
        },
      ]
    }
    return [
      {
        state: 'seen',
        shapeIds: idsOf(sources),
        text: 'A way leads from a client to every part.',
        probe: 'Which way does the most frequent request take, and where does it spend its time?',
      },
    ]
  },
}

/** Timers and other people's systems start work too, without anybody's request. */
function beginsWork(component: GraphComponent): boolean {
  return (
    partHas(component, 'source') || partHas(component, 'outside') || kindOfPart(component) === 'scheduler'
  )
}

/** An answer may be drawn as the arrow: what reads a store or takes from a queue has reached it. */
function reachedFrom(design: Design, starts: readonly GraphComponent[]): ReadonlySet<string> {
  const reached = new Set(idsOf(starts))
  for (const id of reached) {
    for (const { toId } of design.flowsFrom(id)) reached.add(toId)
    for (const { fromId } of design.flowsTo(id)) {
      const from = design.component(fromId)
      if (from !== undefined && (partHas(from, 'store') || partHas(from, 'cache'))) reached.add(fromId)
    }
    for (const flow of design.flowsTo(id)) if (isTaking(flow)) reached.add(flow.fromId)
  }
  return reached
}
