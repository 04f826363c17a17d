import { useMemo } from 'react'
import { useSessionState } from '../session/use-session.ts'
import { pacing, type Pacing } from './pacing.ts'
import { useClockReading } from './use-clock-reading.ts'

/** How the round stands against its plan now; null until the plan is known. */
export function usePacing(): { readonly clockMs: number; readonly pace: Pacing | null } {
  const plan = useSessionState((state) => state.question?.plan.phases)
  const spans = useSessionState((state) => state.interview.phases)
  const clockMs = useClockReading()
  const pace = useMemo(() => (plan ? pacing({ plan, spans, clockMs }) : null), [plan, spans, clockMs])
  return { clockMs, pace }
}
