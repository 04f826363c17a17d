import { designOf } from '../design.ts'
import type { CoverageRule, Observation } from '../finding.ts'
import { isService } from '../kind-of-part.ts'
import { idsOf, listNames, nameOf } from '../names.ts'

/** Each store has one service that owns it. */
export const sharedStore: CoverageRule = {
  id: 'shared-store',
  title: 'Who owns a store',
  sees: (graph) => {
    const design = designOf(graph)
    return design.having('store').flatMap((store): Observation[] => {
      const near = new Set(
        [...design.flowsTo(store.id), ...design.flowsFrom(store.id)].flatMap(({ fromId, toId }) => [
          fromId,
          toId,
        ]),
      )
      const users = graph.components.filter((one) => near.has(one.id) && isService(one))
      const [owner, another] = users
      if (owner === undefined) return []
      const shapeIds = idsOf([store, ...users])
      const name = nameOf(store)
      if (another === undefined) {
        return [
          {
            state: 'seen',
            shapeIds,
            text: `${name} is used by ${nameOf(owner)} alone.`,
            probe: `Who else would like the data in ${name}, and how do they get it?`,
          },
        ]
      }
      return [
        {
          state: 'not-seen',
          shapeIds,
          text: `${name} has no single owner: ${listNames(users)} use it.`,
          probe: `Who may change how data lies in ${name}, and what must the others do then?`,
        },
      ]
    })
  },
}
