import { atom, type Atom } from 'tldraw'
import type { WorksheetMath } from './worksheet-math.ts'

export type MathState =
  | { readonly state: 'idle' | 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly math: WorksheetMath }

/** The calculator of this page. It holds nothing of any board, so every worksheet uses the one. */
export const mathState: Atom<MathState> = atom<MathState>('worksheet math', { state: 'idle' })

let loading: Promise<void> | null = null

/** Fetches the calculator, unless it is there or on its way. After a failure it tries again. Never rejects. */
export function loadMath(): Promise<void> {
  loading ??= fetchMath()
  return loading
}

async function fetchMath(): Promise<void> {
  mathState.set({ state: 'loading' })
  try {
    const { createWorksheetMath } = await import('./math-instance.ts')
    mathState.set({ state: 'ready', math: createWorksheetMath() })
  } catch {
    loading = null
    mathState.set({ state: 'failed' })
  }
}
