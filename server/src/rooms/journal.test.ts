import * as Y from 'yjs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { NewEntry } from '../store/log-store.ts'
import { Journal } from './journal.ts'
import type { EventOutcome, NewEvent } from './journal-item.ts'
import type { Lane } from './lane.ts'
import { ROUND_LIMITS } from './limits.ts'
import { FakeClock } from './testing/fake-clock.ts'
import { MemoryLog } from './testing/memory-store.ts'
import { RecordedTelemetry } from './testing/recorded-telemetry.ts'

const limits = { ...ROUND_LIMITS, freezeBytes: 1_000_000 }

let clock: FakeClock
let log: MemoryLog
let telemetry: RecordedTelemetry
let journal: Journal
beforeEach(() => {
  clock = new FakeClock()
  log = new MemoryLog()
  telemetry = new RecordedTelemetry()
  journal = new Journal({ log, now: clock.now, timers: clock, events: telemetry.events, limits })
})

/** A round that only remembers what its lane tells it. */
function roundOf(roundId: string) {
  log.create(roundId)
  const told: string[] = []
  const round = {
    told,
    eventSeq: 0,
    takesBoards: true,
    readOn: async () => {
      round.eventSeq = (await log.head(roundId))?.eventSeq ?? 0
    },
  }
  const lane = journal.lane({
    roundId,
    eventSeq: () => round.eventSeq,
    takesBoards: () => round.takesBoards,
    lost: (boards) => told.push(`lost ${boards}`),
    committed: (firstSeq, entries) => {
      told.push(`committed ${firstSeq} ${entries.map(kindAndAuthor).join(' ')}`)
      const index = entries.findIndex(({ kind }) => kind === 'event')
      if (index >= 0) round.eventSeq = firstSeq + index
    },
    readOn: () => round.readOn(),
    froze: () => told.push('froze'),
    thawed: () => told.push('thawed'),
    gone: () => told.push('gone'),
  })
  return { ...round, round, lane, told }
}

const kindAndAuthor = ({ kind, by }: NewEntry) => `${kind}/${by}`

/** Updates of one document, one after the other, that add so many bytes each. */
function updates(count: number, bytes = 10): Uint8Array[] {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  for (let i = 0; i < count; i += 1) doc.getMap('records').set(`${i}`, 'x'.repeat(bytes))
  return made
}
const [one = new Uint8Array(), two = new Uint8Array(), three = new Uint8Array()] = updates(3)

function event(commandId: string): NewEvent {
  return {
    kind: 'event',
    at: clock.now(),
    by: 'alice',
    audience: 'all',
    commandId,
    event: { type: 'prompt-presented' },
  }
}

function outcomeOf(lane: Lane, commandId: string, basis = 0): EventOutcome[] {
  const outcomes: EventOutcome[] = []
  void lane.event(event(commandId), basis).then((outcome) => outcomes.push(outcome))
  return outcomes
}

const fail = () => {
  log.obstacle = (call) => (call === 'append' ? Promise.reject(new Error('down')) : undefined)
}
const mend = () => {
  log.obstacle = () => undefined
}

describe('[D4] a commit', () => {
  test('takes everything of a few milliseconds, of all rounds, in one call', async () => {
    const [a, b] = [roundOf('a'), roundOf('b')]
    a.lane.board('alice', one)
    b.lane.board('bob', one)
    a.lane.board('bob', two)
    await clock.advance(limits.commitMs)
    expect(log.appends).toBe(1)
    expect(a.told).toEqual(['committed 1 board/alice board/bob'])
    expect(b.told).toEqual(['committed 1 board/bob'])
  })

  test('comes at once when there is much to commit', async () => {
    const { lane, told } = roundOf('a')
    const [large = one] = updates(1, limits.commitBytes)
    lane.board('alice', large)
    await clock.advance(0)
    expect(told).toEqual(['committed 1 board/alice'])
  })

  test('makes one entry of neighbours of one author, as long as they are near in time and small', async () => {
    const { lane, told } = roundOf('a')
    const [big = one] = updates(1, limits.entryBytes)
    lane.board('alice', one)
    lane.board('alice', two)
    lane.board('bob', three)
    lane.board('alice', big)
    lane.board('alice', one)
    await clock.advance(limits.commitMs)
    expect(told).toEqual(['committed 1 board/alice board/bob board/alice board/alice'])
    const [merged] = log.entries('a')
    const doc = new Y.Doc()
    if (merged?.kind === 'board') Y.applyUpdate(doc, merged.update)
    expect([...doc.getMap('records').keys()]).toEqual(['0', '1'])

    fail()
    lane.board('alice', one)
    await clock.advance(limits.entryMs + 1)
    lane.board('alice', two)
    mend()
    await clock.advance(limits.retryMaxMs)
    expect(told.at(-1)).toBe('committed 5 board/alice board/alice')
  })

  test('keeps the order of a round’s edits and events', async () => {
    const { lane, told } = roundOf('a')
    lane.board('alice', one)
    const outcomes = outcomeOf(lane, 'command-1')
    lane.board('alice', two)
    await clock.advance(limits.commitMs)
    expect(told).toEqual(['committed 1 board/alice event/alice board/alice'])
    expect(outcomes).toEqual([{ kind: 'committed', seq: 2 }])
  })

  test('does not overtake the one before it', async () => {
    const { lane, told } = roundOf('a')
    let release: (() => void) | undefined
    log.obstacle = () =>
      new Promise((resolve) => {
        release = resolve
      })
    lane.board('alice', one)
    await clock.advance(50)
    lane.board('bob', two)
    await clock.advance(50)
    expect(told).toEqual([])
    mend()
    release?.()
    await clock.advance(limits.commitMs)
    expect(told).toEqual(['committed 1 board/alice', 'committed 2 board/bob'])
  })
})

describe('[D5] tickets', () => {
  test('settle in order, when what they stand for is in the log', async () => {
    const { lane } = roundOf('a')
    lane.board('alice', one)
    const first = lane.issued
    await clock.advance(0)
    expect(lane.settled).toBeLessThan(first)
    await clock.advance(limits.commitMs)
    expect(lane.settled).toBe(first)
  })

  test('settle as well when an event is answered otherwise', async () => {
    const { lane, round } = roundOf('a')
    const outcomes = outcomeOf(lane, 'command-1', 0)
    round.eventSeq = 5
    await clock.advance(limits.commitMs)
    expect(outcomes).toEqual([{ kind: 'stale' }])
    expect(lane.settled).toBe(lane.issued)
  })
})

describe('[D6] a failing store', () => {
  test('is tried again with growing pauses until everything is in', async () => {
    const { lane, told } = roundOf('a')
    fail()
    lane.board('alice', one)
    await clock.advance(3_000)
    const tries = telemetry.count('appendFailed')
    expect(tries).toBeGreaterThan(4)
    expect(tries).toBeLessThan(12)
    lane.board('bob', two)
    mend()
    await clock.advance(limits.retryMaxMs)
    expect(told).toEqual(['committed 1 board/alice board/bob'])
  })

  test('that cannot take one round takes the others without a pause', async () => {
    const [bad, good] = [roundOf('bad'), roundOf('good')]
    log.obstacle = (_call, roundIds) =>
      roundIds.includes('bad') ? Promise.reject(new Error('bad row')) : undefined
    bad.lane.board('alice', one)
    for (const update of [one, two, three]) {
      good.lane.board('bob', update)
      await clock.advance(20)
    }
    expect(good.told).toEqual(['committed 1 board/bob', 'committed 2 board/bob', 'committed 3 board/bob'])
    expect(bad.told).toEqual([])
    mend()
    await clock.advance(limits.retryMaxMs)
    expect(bad.told).toEqual(['committed 1 board/alice'])
  })

  test('that is down is not asked once for every round', async () => {
    const rounds = Array.from({ length: 30 }, (_, i) => roundOf(`r${i}`))
    fail()
    for (const { lane } of rounds) lane.board('alice', one)
    await clock.advance(limits.commitMs)
    expect(telemetry.count('appendFailed')).toBeLessThan(6)
    mend()
    await clock.advance(limits.retryMaxMs)
    for (const { told } of rounds) expect(told).toEqual(['committed 1 board/alice'])
  })
})

describe('[D7] freezing', () => {
  test('a lane whose edits wait too long, until all of them are in', async () => {
    const { lane, told } = roundOf('a')
    fail()
    lane.board('alice', one)
    await clock.advance(limits.freezeAfterMs + 1_000)
    expect(told).toEqual(['froze'])
    expect(await lane.event(event('command-1'), 0)).toEqual({ kind: 'unavailable' })
    mend()
    await clock.advance(limits.retryMaxMs)
    expect(told).toEqual(['froze', 'committed 1 board/alice', 'thawed'])
  })

  test('a lane that has too much unsaved, but no other that can save', async () => {
    const [bad, good] = [roundOf('bad'), roundOf('good')]
    log.obstacle = (_call, roundIds) =>
      roundIds.includes('bad') ? Promise.reject(new Error('bad row')) : undefined
    const [large = one] = updates(1, limits.freezeBytes)
    bad.lane.board('alice', large)
    good.lane.board('bob', one)
    await clock.advance(50)
    expect(bad.told).toEqual(['froze'])
    expect(good.told).toEqual(['committed 1 board/bob'])
  })

  test('not for an event alone: that is answered, and taken out', async () => {
    const { lane, told } = roundOf('a')
    fail()
    const outcomes = outcomeOf(lane, 'command-1')
    await clock.advance(limits.freezeAfterMs + 2_000)
    expect(outcomes).toEqual([{ kind: 'unavailable' }])
    expect(told).toEqual([])
    mend()
    await clock.advance(limits.retryMaxMs)
    expect(log.entries('a')).toEqual([])
  })
})

describe('[D9] an event of another process', () => {
  test('makes the lane read on; edits wait for it and then go in, an event is decided again', async () => {
    const { lane, told } = roundOf('a')
    await log.append([{ roundId: 'a', entries: [event('theirs')] }])
    lane.board('alice', one)
    const outcomes = outcomeOf(lane, 'command-1', 0)
    await clock.advance(limits.commitMs)
    expect(outcomes).toEqual([{ kind: 'stale' }])
    await clock.advance(limits.commitMs)
    expect(told).toEqual(['committed 2 board/alice'])
  })

  test('is read with patience', async () => {
    const { lane, round, told } = roundOf('a')
    await log.append([{ roundId: 'a', entries: [event('theirs')] }])
    const { readOn } = round
    let refusals = 3
    round.readOn = async () => {
      refusals -= 1
      if (refusals >= 0) throw new Error('cannot read')
      await readOn()
    }
    lane.board('alice', one)
    await clock.advance(5_000)
    expect(told).toContain('committed 2 board/alice')
  })

  test('that is the same command answers with its place', async () => {
    const { lane, told } = roundOf('a')
    await log.append([{ roundId: 'a', entries: [event('command-1')] }])
    lane.board('alice', one)
    const outcomes = outcomeOf(lane, 'command-1', 0)
    await clock.advance(50)
    expect(outcomes).toEqual([{ kind: 'duplicate', seq: 1 }])
    expect(told).toEqual(['committed 2 board/alice'])
  })

  test('that seals the round makes it give up edits', async () => {
    const { lane, round, told } = roundOf('a')
    lane.board('alice', one)
    round.takesBoards = false
    await clock.advance(50)
    expect(told).toEqual(['lost 1'])
    expect(log.entries('a')).toEqual([])
  })
})

test('[C8] nothing is left of a journal that was disposed of', async () => {
  const [a, b] = [roundOf('a'), roundOf('b')]
  fail()
  a.lane.board('alice', one)
  await clock.advance(100)
  const outcomes = outcomeOf(b.lane, 'command-1')
  journal.dispose()
  await clock.advance(0)
  expect(outcomes).toEqual([{ kind: 'gone' }])
  expect(clock.pending).toBe(0)
  a.lane.board('alice', two)
  expect(clock.pending).toBe(0)
})

test('waits until everything is in for whoever asks', async () => {
  const { lane } = roundOf('a')
  await journal.settled()
  fail()
  lane.board('alice', one)
  let settled = false
  void journal.settled().then(() => {
    settled = true
  })
  await clock.advance(500)
  expect(settled).toBe(false)
  mend()
  await clock.advance(limits.retryMaxMs)
  expect(settled).toBe(true)
})
