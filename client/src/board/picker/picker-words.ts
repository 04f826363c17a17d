import { MAX_COUNT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { readPickerLine } from './picker-items.ts'
import type { PickerRequest } from './picker-request.ts'

export interface PickerWords {
  /** What somebody is asked for. */
  readonly title: string
  /** What keys do there, for people who have them. */
  readonly hints: readonly KeyHint[]
}

export interface KeyHint {
  readonly keys: string
  readonly does: string
}

/**
 * What the picker says beside its pieces.
 *
 * @param source what the piece will be connected from is called; null where there is no such thing
 */
export function pickerWords(request: PickerRequest, source: string | null): PickerWords {
  if (request.mode === 'turn-into') {
    const many = request.shapeIds.length > 1
    return {
      title: many ? `Turn ${request.shapeIds.length} boxes into…` : 'Turn this box into…',
      hints: [{ keys: 'Enter', does: many ? 'turns them' : 'turns it' }],
    }
  }
  if (source === null) {
    return {
      title: 'Add to the board',
      hints: [
        { keys: 'Enter', does: 'adds it' },
        { keys: '@', does: 'goes to what is there' },
      ],
    }
  }
  return {
    title: `Connect ${source} to…`,
    hints: [
      { keys: 'Enter', does: 'adds it' },
      { keys: 'Shift+Enter', does: 'and stays here' },
      { keys: '|', does: 'says what flows' },
      { keys: '@', does: 'goes elsewhere' },
    ],
  }
}

/** Why nothing is offered for a line, and what to do. */
export function nothingOffered(line: string): string {
  return readPickerLine(line).replicas > MAX_COUNT
    ? `A component has at most ${MAX_COUNT.toLocaleString('en')} replicas. Write a smaller number behind the x.`
    : 'Nothing is called that. Try what it does: cache, queue, database, worker.'
}
