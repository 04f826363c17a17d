import { designOf } from '../design.ts'
import { isExpected } from '../expectations.ts'
import type { CoverageRule } from '../finding.ts'
import { partHas } from '../kind-of-part.ts'
import { idsOf, listNames, nameOf } from '../names.ts'

const WORDS = ['cache', 'caches', 'cached', 'caching', 'cdn', 'memcached', 'redis']

/** A copy near the reader where the question expects one. */
export const cacheOnReads: CoverageRule = {
  id: 'cache-on-reads',
  title: 'Cache on the way of a read',
  sees: (graph, { expects }) => {
    const design = designOf(graph)
    const used = design
      .having('cache')
      .filter(({ id }) => design.flowsFrom(id).length > 0 || design.flowsTo(id).length > 0)
    if (used.length > 0) {
      return used.map((cache) => ({
        state: 'seen',
        shapeIds: [cache.id],
        text: `${nameOf(cache)} answers reads.`,
        probe: `When is what ${nameOf(cache)} holds out of date, and what carries the load while it is empty?`,
      }))
    }
    const reader = (id: string) => {
      const component = design.component(id)
      return component !== undefined && !partHas(component, 'store')
    }
    const stores = design.having('store').filter(({ id }) =>
      [...design.flowsTo(id), ...design.flowsFrom(id)].some((flow) => {
        return reader(flow.fromId === id ? flow.toId : flow.fromId)
      }),
    )
    if (stores.length === 0 || !isExpected(expects, WORDS)) return []
    return [
      {
        state: 'not-seen',
        shapeIds: idsOf(stores),
        text: `Every read goes to ${listNames(stores)}: no cache is on the way.`,
        probe: 'Which reads are repeated most, and what does each of them cost where it ends now?',
      },
    ]
  },
}
