import { DIMENSIONS } from '../question/dimension.ts'
import type { DimensionResult, RecordItem } from './record.ts'

/** The checklist counted by dimension, in the rubric's order. What was not marked does not lower a score. */
export function checklistResult(items: readonly RecordItem[]): DimensionResult[] {
  return DIMENSIONS.map(({ id, name, weight }) => {
    const own = items.filter((item) => item.dimension === id)
    const count = (mark: RecordItem['mark']) => own.filter((item) => item.mark === mark).length
    const seen = count('seen')
    const partly = count('partly')
    const missed = count('missed')
    const marked = seen + partly + missed
    const score = marked === 0 ? null : (seen + partly / 2) / marked
    return { dimension: id, name, weight, seen, partly, missed, unmarked: count(null), score }
  })
}

/** The weighted mean of the dimensions that were assessed, 0 to 1; null where none was. */
export function overallScore(result: readonly DimensionResult[]): number | null {
  let sum = 0
  let weights = 0
  for (const { score, weight } of result) {
    if (score === null) continue
    sum += score * weight
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}
