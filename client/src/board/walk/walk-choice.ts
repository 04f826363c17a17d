import type { WalkStop } from '@drawbar/shared/interview/walk.ts'
import { createStore } from 'zustand/vanilla'
import type { PickedPath } from './walk-path.ts'

/** A path being chosen on this page; null while none is. Nobody else sees it before it is started. */
export const walkChoice = createStore<PickedPath | null>(() => null)

export function beginChoosing(path: readonly WalkStop[] = []): void {
  walkChoice.setState({ path, refusal: null }, true)
}

export function stopChoosing(): void {
  walkChoice.setState(null, true)
}
