import type { WalkStop } from '@drawbar/shared/interview/walk.ts'

/** The numbers that stand at one component; a path may come to it more than once. */
export interface WalkMark {
  readonly shapeId: string
  /** From 1. */
  readonly numbers: readonly number[]
  readonly state: 'now' | 'been' | 'ahead'
}

/** What to draw of a walk. `step` counts from 0; null while the path is being chosen. */
export function walkMarks(path: readonly WalkStop[], step: number | null): readonly WalkMark[] {
  const numbers = new Map<string, number[]>()
  for (const [index, { shapeId }] of path.entries()) {
    numbers.set(shapeId, [...(numbers.get(shapeId) ?? []), index + 1])
  }
  const now = step === null ? undefined : path[step]?.shapeId
  return [...numbers].map(([shapeId, at]) => {
    const been = step !== null && at.some((number) => number <= step)
    return { shapeId, numbers: at, state: shapeId === now ? 'now' : been ? 'been' : 'ahead' }
  })
}
