import { designOf, isTaking } from '../design.ts'
import type { CoverageRule } from '../finding.ts'
import { nameOf } from '../names.ts'

/** Somebody puts something into a queue or a stream. */
export const bufferProducer: CoverageRule = {
  id: 'buffer-producer',
  title: 'Who writes to a queue',
  sees: (graph) => {
    const design = designOf(graph)
    return design.having('buffer').map((buffer) => {
      const name = nameOf(buffer)
      const filled = design.flowsTo(buffer.id).some((flow) => !isTaking(flow))
      return filled
        ? {
            state: 'seen',
            shapeIds: [buffer.id],
            text: `Somebody writes to ${name}.`,
            probe: `What does the writer do when ${name} is full or cannot be reached?`,
          }
        : {
            state: 'not-seen',
            shapeIds: [buffer.id],
            text: `Nobody writes to ${name}.`,
            probe: `Where does what waits in ${name} come from, and at which moment is it safe there?`,
          }
    })
  },
}
