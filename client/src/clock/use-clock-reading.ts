import { clockReading } from '@drawbar/shared/interview/clock.ts'
import { useEffect, useState } from 'react'
import { useSessionState } from '../session/use-session.ts'

const SECOND = 1000

/** What the round's clock reads, in milliseconds; changes once a second while it runs, with the second. */
export function useClockReading(): number {
  const clock = useSessionState((state) => state.interview.clock)
  const offset = useSessionState((state) => state.serverOffsetMs)
  const [now, setNow] = useState(() => Date.now())

  useEffect(() => {
    if (clock.runningSince === null) return undefined
    let timer: ReturnType<typeof setTimeout>
    function tick(): void {
      const at = Date.now()
      setNow(at)
      const reading = clockReading(clock, at + offset)
      timer = setTimeout(tick, SECOND - (reading % SECOND))
    }
    tick()
    return () => clearTimeout(timer)
  }, [clock, offset])

  return clockReading(clock, now + offset)
}
