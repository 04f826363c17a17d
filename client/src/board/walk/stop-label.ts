import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { STOP_LABEL_LENGTH } from '@drawbar/shared/interview/walk.ts'

/** What a stop is called: what is written on the component, as one line that is not too long. */
export function stopLabel({ components }: Pick<BoardGraph, 'components'>, shapeId: string): string {
  const text =
    components
      .find(({ id }) => id === shapeId)
      ?.label.replace(/\s+/g, ' ')
      .trim() ?? ''
  if (text === '') return 'Box'
  if (text.length <= STOP_LABEL_LENGTH) return text
  // Not in the middle of a character.
  return `${text
    .slice(0, STOP_LABEL_LENGTH - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}
