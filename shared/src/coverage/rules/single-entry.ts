import type { GraphComponent } from '../../graph/board-graph.ts'
import { designOf, type Design } from '../design.ts'
import type { CoverageRule } from '../finding.ts'
import { kindOfPart, partHas } from '../kind-of-part.ts'
import { nameOf } from '../names.ts'

/** A way in that is closed when one machine fails. */
export const singleEntry: CoverageRule = {
  id: 'single-entry',
  title: 'More than one way in',
  sees: (graph) => {
    const design = designOf(graph)
    // A CDN is many by itself.
    const entries = design.having('entry').filter((entry) => !partHas(entry, 'cache'))
    return entries.map((entry) => {
      const name = nameOf(entry)
      return entry.replicas > 1 || hasTwin(design, entry, entries)
        ? {
            state: 'seen',
            shapeIds: [entry.id],
            text: `${name} is there more than once.`,
            probe: `How does a request find another ${name} when one of them fails?`,
          }
        : {
            state: 'not-seen',
            shapeIds: [entry.id],
            text: `${name} is there once, and requests go through it.`,
            probe: `What do people notice in the minute after ${name} fails?`,
          }
    })
  },
}

/** Another of the same kind that leads to the same. */
function hasTwin(design: Design, entry: GraphComponent, entries: readonly GraphComponent[]): boolean {
  const reached = new Set(design.flowsFrom(entry.id).map(({ toId }) => toId))
  return entries.some(
    (other) =>
      other.id !== entry.id &&
      kindOfPart(other) === kindOfPart(entry) &&
      design.flowsFrom(other.id).some(({ toId }) => reached.has(toId)),
  )
}
