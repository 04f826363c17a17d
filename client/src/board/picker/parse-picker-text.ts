import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'

/** What somebody wants who typed a line into the picker. */
export interface PickerText {
  /** What to search for. */
  readonly query: string
  /** What the component will be called; empty when nothing was said. */
  readonly label: string
  /** From 1 on; may be more than the `MAX_COUNT` that a component can hold. */
  readonly replicas: number
}

/**
 * Reads a line such as "redis: Session store x3".
 *
 *     line   = query [count] [":" label [count]]
 *     count  = "x" or "×", then digits, as a word of its own at the end
 *
 * The first colon counts, so a label may have more of them. Two counts: the last one is meant, so a label that ends in
 * "x3" is written with "x1" behind it. What is no count from 1 on, such as "x0", stays text.
 */
export function parsePickerText(text: string): PickerText {
  const colon = text.indexOf(':')
  if (colon < 0) {
    const { rest, count } = withoutCount(text)
    return { query: rest.replace(UNFINISHED_COUNT, ''), label: '', replicas: count ?? 1 }
  }
  const query = withoutCount(text.slice(0, colon))
  const label = withoutCount(text.slice(colon + 1))
  return {
    query: query.rest,
    label: label.rest.slice(0, MAX_LABEL_LENGTH).trim(),
    replicas: label.count ?? query.count ?? 1,
  }
}

const COUNT = /(?:^|\s)[x×](\d+)$/i

/** A count that is being typed must not take the hits away. */
const UNFINISHED_COUNT = / [x×]$/i

function withoutCount(text: string): { readonly rest: string; readonly count?: number } {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const found = COUNT.exec(line)
  const count = Number(found?.[1] ?? 0)
  if (found === null || count < 1) return { rest: line }
  return { rest: line.slice(0, found.index), count }
}
