import type { BoardGraph } from '../graph/board-graph.ts'
import { COVERAGE_RULES } from './coverage-rules.ts'
import type { CoverageContext, Finding } from './finding.ts'

/**
 * What can be seen in a design and what cannot, by the rules that are not silenced, in the order of the rules. Nothing
 * of a board without components: a blank page is no design with gaps. For interviewers only.
 *
 * @param silenced ids of rules; one that is no longer there does no harm
 */
export function findingsOf(
  graph: BoardGraph,
  context: CoverageContext,
  silenced: ReadonlySet<string> = new Set(),
): readonly Finding[] {
  if (graph.components.length === 0) return []
  return COVERAGE_RULES.filter(({ id }) => !silenced.has(id)).flatMap(({ id, sees }) =>
    sees(graph, context).map((observation) => ({ ruleId: id, ...observation })),
  )
}
