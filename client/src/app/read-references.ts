import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import { planToGraph } from '../board/exchange/plan-to-graph.ts'

/** A question's accepted designs as graphs. One that cannot be read, or a reader that cannot be loaded, is left out. */
export async function readReferences(references: Question['references']): Promise<readonly BoardGraph[]> {
  try {
    const { readMermaid } = await import('../board/exchange/mermaid/read-mermaid.ts')
    const read = await Promise.all(references.map(({ flowchart }) => readMermaid(flowchart)))
    return read.flatMap((design) => (design.ok ? planToGraph(design.drawing) : []))
  } catch {
    return []
  }
}
