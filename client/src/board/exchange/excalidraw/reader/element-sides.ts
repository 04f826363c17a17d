import type { SceneElement } from '../scene.ts'

/** Least side of anything, px: Excalidraw keeps boxes of no height. */
const LEAST_SIDE = 1

/** Px. A box drawn towards the left or upwards has sides below zero. */
export function sidesOf({ width, height }: SceneElement): { readonly w: number; readonly h: number } {
  return { w: Math.max(LEAST_SIDE, Math.abs(width)), h: Math.max(LEAST_SIDE, Math.abs(height)) }
}
