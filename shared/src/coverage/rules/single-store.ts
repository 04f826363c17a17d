import type { GraphComponent } from '../../graph/board-graph.ts'
import { designOf, type Design } from '../design.ts'
import type { CoverageRule } from '../finding.ts'
import { nameOf } from '../names.ts'

const COPY = /replic|standby|follower|secondary/i

/** A store that is gone with one machine. */
export const singleStore: CoverageRule = {
  id: 'single-store',
  title: 'Copies of the data',
  sees: (graph) => {
    const design = designOf(graph)
    return design.having('store').map((store) => {
      const name = nameOf(store)
      return hasCopy(design, store)
        ? {
            state: 'seen',
            shapeIds: [store.id],
            text: `${name} has a copy.`,
            probe: `How far may a copy of ${name} lag behind, and who would notice?`,
          }
        : {
            state: 'not-seen',
            shapeIds: [store.id],
            text: `${name} stands alone: no replica is drawn.`,
            probe: `What happens to a request, and to the data, when the machine under ${name} dies?`,
          }
    })
  },
}

function hasCopy(design: Design, store: GraphComponent): boolean {
  if (store.replicas > 1 || COPY.test(store.label)) return true
  return [...design.flowsFrom(store.id), ...design.flowsTo(store.id)].some(
    ({ connection }) => connection.kind === 'replication' || COPY.test(connection.label),
  )
}
