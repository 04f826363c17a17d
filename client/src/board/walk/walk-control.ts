import type { CommandBody } from '@drawbar/shared/interview/command.ts'
import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import type { Walk } from '@drawbar/shared/interview/interview.ts'
import type { WalkStop } from '@drawbar/shared/interview/walk.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiOutcome } from '../../session/api-failure.ts'

/** A step this page has gone to and the server may not know yet. */
export interface WantedStep {
  readonly walkId: string
  readonly step: number
  /** The event that made it so, once the server has answered. */
  readonly seq: number | null
}

export interface WalkControl {
  /** What this page wants and has not seen come about. */
  readonly wanted: StoreApi<WantedStep | null>
  /** Begins a walk for everyone; one that is under way is over with it. False: it was refused, as the session has told. */
  start(path: readonly WalkStop[], pageId: string, evidence: Evidence | null): Promise<boolean>
  /** Goes to a step. Shown here at once; told to everyone when no other has followed for a moment. */
  goTo(walk: Walk, step: number): void
  end(walk: Walk): Promise<void>
  /** Forgets what has not been sent. */
  leave(): void
}

/** How long a step must stand before it is told, ms: who steps fast makes one event, not ten. */
export const SETTLE_MS = 250

export function createWalkControl(options: {
  readonly send: (body: CommandBody) => Promise<ApiOutcome<{ readonly seq: number }>>
  readonly newId: () => string
  /** Calls back once after `ms`; returns the way to call it off. */
  readonly after: (ms: number, callback: () => void) => () => void
}): WalkControl {
  const { send, newId, after } = options
  const wanted = createStore<WantedStep | null>(() => null)
  let callOff = () => {}

  async function tell(step: WantedStep): Promise<void> {
    const { walkId } = step
    const outcome = await send({ type: 'step-walk', walkId, step: step.step })
    // A later step has taken its place.
    if (wanted.getState() !== step) return
    wanted.setState(outcome.ok ? { ...step, seq: outcome.value.seq } : null, true)
  }

  function forget(): void {
    callOff()
    wanted.setState(null, true)
  }

  return {
    wanted,
    async start(path, pageId, evidence) {
      forget()
      const outcome = await send({ type: 'start-walk', walkId: newId(), pageId, path: [...path], evidence })
      return outcome.ok
    },
    goTo(walk, to) {
      const step = Math.min(Math.max(to, 0), walk.path.length - 1)
      if (step === shownStep(walk, wanted.getState())) return
      callOff()
      const next = { walkId: walk.walkId, step, seq: null }
      wanted.setState(next, true)
      callOff = after(SETTLE_MS, () => void tell(next))
    },
    async end({ walkId }) {
      forget()
      await send({ type: 'end-walk', walkId })
    },
    leave: forget,
  }
}

/** The step to show: the one this page has gone to, until the server's word on it, or on a later one, has come. */
export function shownStep(walk: Walk, wanted: WantedStep | null): number {
  if (wanted?.walkId !== walk.walkId) return walk.step
  if (wanted.seq !== null && walk.stepped.seq >= wanted.seq) return walk.step
  return wanted.step
}
