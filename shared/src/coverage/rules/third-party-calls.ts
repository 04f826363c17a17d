import type { BoardGraph, GraphConnection } from '../../graph/board-graph.ts'
import { designOf } from '../design.ts'
import type { CoverageRule, Observation } from '../finding.ts'
import { partHas } from '../kind-of-part.ts'
import { idsOf, nameOf } from '../names.ts'

const CARE = /time-?out|timed? out|retr(y|ies)|back-?off|breaker|fall-?back|bulkhead|deadline/i

/** What is not ours to run may be slow or gone; somebody has thought of it. */
export const thirdPartyCalls: CoverageRule = {
  id: 'third-party-calls',
  title: 'When a third party fails',
  sees: (graph) => {
    const design = designOf(graph)
    return design.having('outside').flatMap((outside): Observation[] => {
      const calls = design.flowsTo(outside.id)
      if (calls.length === 0) return []
      const name = nameOf(outside)
      const bare = calls.filter(({ fromId, connection }) => {
        const caller = design.component(fromId)
        const behindBuffer =
          (caller !== undefined && partHas(caller, 'buffer')) ||
          design.flowsTo(fromId).some((flow) => {
            const before = design.component(flow.fromId)
            return before !== undefined && partHas(before, 'buffer')
          })
        return !behindBuffer && !isPatient(connection)
      })
      if (bare.length > 0 && !cardsSpeakOf(graph, name)) {
        return [
          {
            state: 'not-seen',
            shapeIds: [outside.id, ...idsOf(bare.map(({ connection }) => connection))],
            text: `${name} is called with no queue before it and no word on its failing.`,
            probe: `What do people see while ${name} takes a minute to answer?`,
          },
        ]
      }
      return [
        {
          state: 'seen',
          shapeIds: [outside.id],
          text: `The design has an answer to ${name} being slow or gone.`,
          probe: `What is done twice, and what is lost, when ${name} fails half way?`,
        },
      ]
    })
  },
}

function isPatient({ kind, label }: GraphConnection): boolean {
  return kind === 'async' || kind === 'batch' || CARE.test(label)
}

/** A card that names the third party and what is done about it. */
function cardsSpeakOf({ cards }: BoardGraph, name: string): boolean {
  return cards.some(({ title, rows }) => {
    const text = [title, ...rows.flatMap((row) => Object.values(row))].join(' ')
    return CARE.test(text) && text.toLowerCase().includes(name.toLowerCase())
  })
}
