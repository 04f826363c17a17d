import type { RoundTelemetry } from '../telemetry.ts'

type Name = keyof RoundTelemetry

/** Remembers every event, by name and facts. */
export class RecordedTelemetry {
  readonly seen: { readonly name: Name; readonly facts: unknown }[] = []
  readonly events: RoundTelemetry

  constructor() {
    const note =
      (name: Name) =>
      (facts?: unknown): void => {
        this.seen.push({ name, facts })
      }
    this.events = {
      connected: note('connected'),
      disconnected: note('disconnected'),
      updateApplied: note('updateApplied'),
      repaired: note('repaired'),
      refused: note('refused'),
      acked: note('acked'),
      presenceHeld: note('presenceHeld'),
      committed: note('committed'),
      appendFailed: note('appendFailed'),
      frozen: note('frozen'),
      thawed: note('thawed'),
      loaded: note('loaded'),
      loadFailed: note('loadFailed'),
      unloaded: note('unloaded'),
      snapshotStored: note('snapshotStored'),
      snapshotFailed: note('snapshotFailed'),
      readOn: note('readOn'),
      logIncomplete: note('logIncomplete'),
      roundFailed: note('roundFailed'),
    }
  }

  of(name: Name): unknown[] {
    return this.seen.filter((event) => event.name === name).map(({ facts }) => facts)
  }

  count(name: Name): number {
    return this.of(name).length
  }
}
