/** A started timer; only its maker's `clear` can do anything with it. */
export type Timer = unknown

/** The clockwork a process gives the rounds. `globalThis` fits: `{ set: setTimeout, clear: clearTimeout }`. */
export interface Timers {
  set(run: () => void, ms: number): Timer
  clear(timer: Timer): void
}

/** Runs `run` every `ms` milliseconds. Returns the way to stop it. */
export function every(timers: Timers, ms: number, run: () => void): () => void {
  let timer = timers.set(tick, ms)
  function tick(): void {
    timer = timers.set(tick, ms)
    run()
  }
  return () => timers.clear(timer)
}
