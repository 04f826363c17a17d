import type { WalkStop } from '@drawbar/shared/interview/walk.ts'

/** "Step 2 of 5: API gateway". `step` counts from 0; `isGone` when the component has been removed since. */
export function stepText(path: readonly WalkStop[], step: number, isGone: boolean): string {
  const text = `Step ${step + 1} of ${path.length}: ${path[step]?.label ?? ''}`
  return isGone ? `${text} (no longer on the board)` : text
}

/** "Client → API gateway → Orders" */
export function pathText(path: readonly WalkStop[]): string {
  return path.map(({ label }) => label).join(' → ')
}
