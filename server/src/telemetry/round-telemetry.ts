import type { Registry } from 'prom-client'
import type { Role } from '@drawbar/shared/people/role.ts'
import type { RoundTelemetry } from '../rooms/telemetry.ts'
import type { Events } from './events.ts'
import { createRoundMetrics, seconds } from './round-metrics.ts'

/** What happens in the rounds, counted, and logged where an operator would want to read it. */
export function createRoundTelemetry(events: Events, registry: Registry): RoundTelemetry {
  const metrics = createRoundMetrics(registry)
  const roles = new Map<string, Role>()
  return {
    connected(facts) {
      roles.set(facts.connectionId, facts.role)
      metrics.connections.inc({ role: facts.role })
      events.connected(facts)
    },
    disconnected(facts) {
      const role = roles.get(facts.connectionId)
      roles.delete(facts.connectionId)
      if (role) metrics.connections.dec({ role })
      events.disconnected(facts)
    },
    updateApplied({ bytes, ms }) {
      metrics.updateBytes.inc(bytes)
      metrics.updateSeconds.observe(seconds(ms))
    },
    repaired: ({ rule }) => metrics.repairs.inc({ rule }),
    refused: ({ reason }) => metrics.refused.inc({ reason }),
    acked: ({ ms }) => metrics.ackSeconds.observe(seconds(ms)),
    presenceHeld: () => metrics.presenceHeld.inc(),
    committed({ entries, bytes, ms }) {
      metrics.committedEntries.inc(entries)
      metrics.committedBytes.inc(bytes)
      metrics.commitSeconds.observe(seconds(ms))
    },
    appendFailed(facts) {
      metrics.appendFailures.inc()
      events.appendFailed(facts)
    },
    frozen(facts) {
      metrics.frozen.inc()
      events.frozen(facts)
    },
    thawed(facts) {
      metrics.frozen.dec()
      events.thawed(facts)
    },
    loaded(facts) {
      metrics.rounds.inc()
      metrics.loadSeconds.observe(seconds(facts.ms))
      events.loaded(facts)
    },
    loadFailed(facts) {
      metrics.loadFailures.inc()
      events.loadFailed(facts)
    },
    unloaded(facts) {
      metrics.rounds.dec()
      events.unloaded(facts)
    },
    snapshotStored: events.snapshotStored,
    snapshotFailed: events.snapshotFailed,
    readOn: ({ entries }) => metrics.readOn.inc(entries),
    logIncomplete(facts) {
      metrics.incomplete.inc()
      events.logIncomplete(facts)
    },
    roundFailed(facts) {
      metrics.failures.inc()
      events.roundFailed(facts)
    },
  }
}
