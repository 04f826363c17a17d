import { closeReason } from '@drawbar/shared/wire/close-code.ts'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What the edges count. Labels are routes, roles, codes and reasons: a bounded set, no id and no content. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'drawbar_http_request_seconds',
      help: 'Time to answer a request, by route pattern and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    refusals: new Counter({
      name: 'drawbar_refusals_total',
      help: 'Requests that were refused, by the reason told.',
      labelNames: ['code'],
      registers,
    }),
    upgradesRefused: new Counter({
      name: 'drawbar_upgrades_refused_total',
      help: 'Socket upgrades that were refused before a connection was made, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    closes: new Counter({
      name: 'drawbar_closes_total',
      help: 'Board connections that ended, by close code.',
      labelNames: ['code'],
      registers,
    }),
  }
}
export type Metrics = ReturnType<typeof createMetrics>

/** A peer may close with any number; those that neither we nor the protocol name are one label. */
export function closeCodeLabel(code: number): string {
  const known = (code >= 1000 && code <= 1015) || closeReason(code) !== undefined
  return known ? String(code) : 'other'
}
