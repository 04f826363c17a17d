import type { GraphComponent } from '../../graph/board-graph.ts'
import { designOf, type Design } from '../design.ts'
import type { CoverageRule } from '../finding.ts'
import { isService } from '../kind-of-part.ts'
import { idsOf, nameOf } from '../names.ts'

/** So many services may wait for each other; with one more, their failures and delays add up. */
export const LONGEST_CHAIN = 3

/** Services that wait for services that wait for services. */
export const longChain: CoverageRule = {
  id: 'long-chain',
  title: 'Services that wait for each other',
  sees: (graph) => {
    const design = designOf(graph)
    const services = graph.components.filter(isService)
    for (const service of services) {
      const chain = chainFrom(design, [service])
      const last = chain?.at(-1)
      if (chain === undefined || last === undefined) continue
      return [
        {
          state: 'not-seen',
          shapeIds: idsOf(chain),
          text: `One request waits for a chain of services: ${chain.map(nameOf).join(', ')}.`,
          probe: `What does ${nameOf(service)} answer while ${nameOf(last)} is slow?`,
        },
      ]
    }
    const waiting = services.filter((service) => waitedFor(design, service).length > 0)
    if (waiting.length === 0) return []
    return [
      {
        state: 'seen',
        shapeIds: idsOf(waiting),
        text: 'Chains of services that wait for each other are short.',
        probe: 'Which of these calls could be made later, and what would people notice?',
      },
    ]
  },
}

/** The first way on from here that is too long, without going in circles. */
function chainFrom(design: Design, chain: readonly GraphComponent[]): readonly GraphComponent[] | undefined {
  if (chain.length > LONGEST_CHAIN) return chain
  const last = chain.at(-1)
  if (last === undefined) return undefined
  for (const next of waitedFor(design, last)) {
    const longer = chain.includes(next) ? undefined : chainFrom(design, [...chain, next])
    if (longer !== undefined) return longer
  }
  return undefined
}

function waitedFor(design: Design, { id }: GraphComponent): readonly GraphComponent[] {
  return design
    .flowsFrom(id)
    .filter(({ connection: { kind } }) => kind === null || kind === 'request')
    .flatMap(({ toId }) => design.component(toId) ?? [])
    .filter((next) => next.id !== id && isService(next))
}
