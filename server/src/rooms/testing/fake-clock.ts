import type { Timers } from '../timers.ts'

interface Alarm {
  readonly at: number
  readonly order: number
  run(): void
}

/** Time that passes only when the test says so. Promises settle between two timers. */
export class FakeClock implements Timers {
  #now: number
  #order = 0
  readonly #alarms = new Set<Alarm>()

  constructor(now = Date.UTC(2026, 10, 22, 9)) {
    this.#now = now
  }

  readonly now = (): number => this.#now

  /** Timers that have not gone off or been cleared. */
  get pending(): number {
    return this.#alarms.size
  }

  set(run: () => void, ms: number): Alarm {
    this.#order += 1
    const alarm = { at: this.#now + Math.max(0, ms), order: this.#order, run }
    this.#alarms.add(alarm)
    return alarm
  }

  clear(alarm: Alarm | undefined): void {
    if (alarm !== undefined) this.#alarms.delete(alarm)
  }

  /** Lets `ms` pass, timer by timer. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await settle()
    for (let alarm = this.#next(end); alarm !== undefined; alarm = this.#next(end)) {
      this.#alarms.delete(alarm)
      this.#now = Math.max(this.#now, alarm.at)
      alarm.run()
      await settle()
    }
    this.#now = end
  }

  #next(end: number): Alarm | undefined {
    let next: Alarm | undefined
    for (const alarm of this.#alarms) {
      if (alarm.at > end) continue
      if (next === undefined || alarm.at < next.at || (alarm.at === next.at && alarm.order < next.order))
        next = alarm
    }
    return next
  }
}

/** Lets everything that only waits for promises happen. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
}
