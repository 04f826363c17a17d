import type { InterviewEvent } from '@drawbar/shared/interview/event.ts'
import type { EventEntry } from '@drawbar/shared/log/entry.ts'
import { expect, test } from 'vitest'
import { EventLog } from './event-log.ts'

function entry(seq: number, event: InterviewEvent): EventEntry {
  return {
    kind: 'event',
    seq,
    at: seq * 1_000,
    by: 'alice',
    audience: 'all',
    commandId: `command-${seq}`,
    event,
  }
}

const started = entry(3, { type: 'round-started', phaseId: 'intro' })
const presented = entry(5, { type: 'prompt-presented' })
const paused = entry(8, { type: 'clock-paused' })

test('[N6] folds events in order and tells what was new', () => {
  const log = new EventLog()
  expect(log.add([started, presented])).toEqual([started, presented])
  expect(log.add([presented, paused])).toEqual([paused])
  expect(log.add([paused])).toEqual([])
  expect(log.interview).toMatchObject({
    state: 'live',
    seq: 8,
    clock: { elapsedMs: 5_000, runningSince: null },
  })
})

test('[N6] an older event that comes late is folded where it belongs', () => {
  const inOrder = new EventLog()
  inOrder.add([started, presented, paused])
  const late = new EventLog()
  late.add([paused])
  expect(late.add([started, presented, paused])).toEqual([started, presented])
  expect(late.interview).toEqual(inOrder.interview)
})
