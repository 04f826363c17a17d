import type { Bounds } from './board-graph.ts'

interface Placed {
  readonly id: string
  readonly bounds: Bounds
}

/**
 * As one reads a page: rows from the top, in each from the left. What begins above the middle of a row's first is in
 * its row.
 */
export function inReadingOrder<T extends Placed>(items: Iterable<T>): readonly T[] {
  const ordered: T[] = []
  let row: T[] = []
  let rowEnd = -Infinity
  const finishRow = () => {
    ordered.push(...row.toSorted((a, b) => compare(a.bounds.x, b.bounds.x) || fromTop(a, b)))
    row = []
  }
  for (const item of [...items].toSorted(fromTop)) {
    if (item.bounds.y >= rowEnd) {
      finishRow()
      rowEnd = item.bounds.y + item.bounds.h / 2
    }
    row.push(item)
  }
  finishRow()
  return ordered
}

function fromTop(a: Placed, b: Placed): number {
  return compare(a.bounds.y, b.bounds.y) || compare(a.id, b.id)
}

function compare<V extends number | string>(a: V, b: V): number {
  return a < b ? -1 : a > b ? 1 : 0
}
