import { designOf } from '../design.ts'
import type { CoverageRule, Observation } from '../finding.ts'
import { partHas } from '../kind-of-part.ts'
import { idsOf, nameOf } from '../names.ts'

/** Something of ours stands between people's devices and the data. */
export const clientToStore: CoverageRule = {
  id: 'client-to-store',
  title: 'Between clients and stores',
  sees: (graph) => {
    const design = designOf(graph)
    const direct = graph.connections.flatMap((connection): Observation[] => {
      const ends = [connection.fromId, connection.toId].flatMap((id) => design.component(id ?? '') ?? [])
      const source = ends.find((end) => partHas(end, 'source'))
      const store = ends.find((end) => partHas(end, 'store'))
      if (source === undefined || store === undefined) return []
      return [
        {
          state: 'not-seen',
          shapeIds: [source.id, connection.id, store.id],
          text: `Nothing stands between ${nameOf(source)} and ${nameOf(store)}.`,
          probe: `Who decides what ${nameOf(source)} may read and change in ${nameOf(store)}, and where?`,
        },
      ]
    })
    if (direct.length > 0) return direct
    const sources = design.having('source')
    const stores = design.having('store')
    if (sources.length === 0 || stores.length === 0 || design.flows.length === 0) return []
    return [
      {
        state: 'seen',
        shapeIds: idsOf([...sources, ...stores]),
        text: 'No client talks to a store itself.',
        probe: 'Where on the way to the data is it checked who asks and what they may do?',
      },
    ]
  },
}
