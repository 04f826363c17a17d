import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

const FAST = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25]
const SLOW = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const SECONDS_PER_MS = 1 / 1000

/** What the rounds count. Labels are roles, reasons and rules: a bounded set, no id and no content. */
export function createRoundMetrics(registry: Registry) {
  const registers = [registry]
  return {
    connections: new Gauge({
      name: 'drawbar_connections',
      help: 'Open board connections, by role.',
      labelNames: ['role'],
      registers,
    }),
    rounds: new Gauge({ name: 'drawbar_live_rounds', help: 'Rounds in memory.', registers }),
    frozen: new Gauge({
      name: 'drawbar_frozen_rounds',
      help: 'Rounds that take no edits because the store does not answer.',
      registers,
    }),
    updateBytes: new Counter({
      name: 'drawbar_board_update_bytes_total',
      help: 'Bytes of board updates that were applied.',
      registers,
    }),
    updateSeconds: new Histogram({
      name: 'drawbar_board_update_seconds',
      help: 'Time to check, apply and repair one board update.',
      buckets: FAST,
      registers,
    }),
    repairs: new Counter({
      name: 'drawbar_repairs_total',
      help: 'Records that were repaired, by rule.',
      labelNames: ['rule'],
      registers,
    }),
    refused: new Counter({
      name: 'drawbar_frames_refused_total',
      help: 'Frames that were refused or passed over, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    ackSeconds: new Histogram({
      name: 'drawbar_ack_seconds',
      help: 'Time from a mark to its ack: how long a page says saving.',
      buckets: SLOW,
      registers,
    }),
    presenceHeld: new Counter({
      name: 'drawbar_presence_held_total',
      help: 'Cursors that waited because their reader was slow.',
      registers,
    }),
    committedEntries: new Counter({
      name: 'drawbar_committed_entries_total',
      help: 'Entries of the log that were committed.',
      registers,
    }),
    committedBytes: new Counter({
      name: 'drawbar_committed_bytes_total',
      help: 'Bytes of board updates that were committed.',
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'drawbar_commit_seconds',
      help: 'Time of one commit to the store.',
      buckets: SLOW,
      registers,
    }),
    appendFailures: new Counter({
      name: 'drawbar_append_failures_total',
      help: 'Commits the store did not take.',
      registers,
    }),
    loadSeconds: new Histogram({
      name: 'drawbar_round_load_seconds',
      help: 'Time to load a round from the store.',
      buckets: SLOW,
      registers,
    }),
    loadFailures: new Counter({
      name: 'drawbar_round_load_failures_total',
      help: 'Rounds that could not be loaded.',
      registers,
    }),
    readOn: new Counter({
      name: 'drawbar_entries_read_on_total',
      help: 'Entries of other processes that were read from the log.',
      registers,
    }),
    incomplete: new Counter({
      name: 'drawbar_incomplete_logs_total',
      help: 'Logs with updates that refer to something missing. Must stay 0.',
      registers,
    }),
    failures: new Counter({
      name: 'drawbar_round_failures_total',
      help: 'Rounds that met a mistake of ours and were loaded anew.',
      registers,
    }),
  }
}

export function seconds(ms: number): number {
  return ms * SECONDS_PER_MS
}
