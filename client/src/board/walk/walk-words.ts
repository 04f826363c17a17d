import type { WalkStop } from '@drawbar/shared/interview/walk.ts'

/** "Step 2 of 5: API gateway". `step` counts from 0. */
export function stepText(path: readonly WalkStop[], step: number): string {
  return `Step ${step + 1} of ${path.length}: ${path[step]?.label ?? ''}`
}

/** "Client → API gateway → Orders" */
export function pathText(path: readonly WalkStop[]): string {
  return path.map(({ label }) => label).join(' → ')
}
