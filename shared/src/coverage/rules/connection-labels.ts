import { oneLine } from '../../graph/describe-connection.ts'
import { designOf } from '../design.ts'
import type { CoverageRule } from '../finding.ts'
import { idsOf, nameOf } from '../names.ts'

/** Arrows say what travels along them. */
export const connectionLabels: CoverageRule = {
  id: 'connection-labels',
  title: 'What travels along the arrows',
  sees: (graph) => {
    const design = designOf(graph)
    const joined = graph.connections.filter(({ fromId, toId }) => fromId !== null && toId !== null)
    const bare = joined.filter(({ label }) => oneLine(label) === '')
    const [first] = bare
    if (first !== undefined) {
      const [from, to] = [first.fromId, first.toId].map((id) => {
        const end = design.component(id ?? '')
        return end === undefined ? 'the one' : nameOf(end)
      })
      const many = bare.length > 1
      return [
        {
          state: 'not-seen',
          shapeIds: idsOf(bare),
          text: many
            ? `Some arrows do not say what travels along them, such as ${from} to ${to}.`
            : `The arrow from ${from} to ${to} does not say what travels along it.`,
          probe: `What travels between ${from} and ${to}, how often, and who waits for it?`,
        },
      ]
    }
    if (joined.length === 0) return []
    return [
      {
        state: 'seen',
        shapeIds: idsOf(joined),
        text: 'Every arrow says what travels along it.',
        probe: 'Which of these messages is the largest, and which the most frequent?',
      },
    ]
  },
}
