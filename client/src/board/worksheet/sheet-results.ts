import { orderedRows, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { evaluateRows, type RowResult } from './evaluate-rows.ts'
import type { WorksheetMath } from './worksheet-math.ts'

export type SheetResults = ReadonlyMap<string, RowResult>

/** Rows in the store are never changed in place, so what has been worked out for some holds for as long as they live. */
const known = new WeakMap<Rows, SheetResults>()

/** Results by row id. */
export function sheetResults(rows: Rows, math: WorksheetMath): SheetResults {
  const before = known.get(rows)
  if (before) return before
  const texts = orderedRows(rows).map(({ id, cells }) => ({
    id,
    name: cells.name ?? '',
    expression: cells.expression ?? '',
  }))
  const results = new Map(evaluateRows(texts, math).map((result) => [result.id, result]))
  known.set(rows, results)
  return results
}
