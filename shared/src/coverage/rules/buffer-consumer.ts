import { designOf, isTaking } from '../design.ts'
import type { CoverageRule } from '../finding.ts'
import { nameOf } from '../names.ts'

/** Somebody takes what waits in a queue or a stream. */
export const bufferConsumer: CoverageRule = {
  id: 'buffer-consumer',
  title: 'Who takes from a queue',
  sees: (graph) => {
    const design = designOf(graph)
    return design.having('buffer').map((buffer) => {
      const name = nameOf(buffer)
      const taken = design.flowsFrom(buffer.id).length > 0 || design.flowsTo(buffer.id).some(isTaking)
      return taken
        ? {
            state: 'seen',
            shapeIds: [buffer.id],
            text: `Somebody takes from ${name}.`,
            probe: `What becomes of a message from ${name} that fails every time it is handled?`,
          }
        : {
            state: 'not-seen',
            shapeIds: [buffer.id],
            text: `Nobody takes from ${name}.`,
            probe: `What happens to a message after it has arrived in ${name}?`,
          }
    })
  },
}
