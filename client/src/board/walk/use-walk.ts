import type { Walk } from '@drawbar/shared/interview/interview.ts'
import { useStore } from 'zustand'
import { useSession, useSessionState } from '../../session/use-session.ts'
import { walkControlOf } from './session-walk.ts'
import { shownStep, type WalkControl } from './walk-control.ts'

export interface ShownWalk {
  readonly walk: Walk
  /** From 0: the step this page shows. */
  readonly step: number
}

/** The walk that is under way, as this page shows it, and what leads it. */
export function useWalk(): { readonly shown: ShownWalk | null; readonly control: WalkControl } {
  const control = walkControlOf(useSession())
  const walk = useSessionState(({ interview }) => interview.walk)
  const wanted = useStore(control.wanted)
  return { shown: walk ? { walk, step: shownStep(walk, wanted) } : null, control }
}
