import type { Clock } from './interview.ts'

/** What the clock reads at `now`, in milliseconds. Never less than what it read when it last stood. */
export function clockReading(clock: Clock, now: number): number {
  if (clock.runningSince === null) return clock.elapsedMs
  return clock.elapsedMs + Math.max(0, now - clock.runningSince)
}

export function clockPaused(clock: Clock, at: number): Clock {
  return { elapsedMs: clockReading(clock, at), runningSince: null }
}

export function clockRunning(clock: Clock, at: number): Clock {
  return clock.runningSince === null ? { ...clock, runningSince: at } : clock
}
