import { expect, test } from 'vitest'
import type { BoardEntry, Entry } from '@drawbar/shared/log/entry.ts'
import { LogFollower } from './log-follower.ts'
import { RoundLog } from './round-log.ts'
import { settle } from './testing/fake-clock.ts'

function board(seq: number): BoardEntry {
  return { kind: 'board', seq, at: seq, by: 'alice', audience: 'all', update: new Uint8Array([seq]) }
}

/** A log whose reads wait for the test, and answer with what was there when they were asked. */
function slowLog() {
  const entries: Entry[] = []
  const waiting: (() => void)[] = []
  const taken: number[] = []
  const life = { ended: false }
  const follower = new LogFollower({
    roundId: 'a',
    log: new RoundLog([], 0),
    store: {
      read: async (_roundId, { after, limit }) => {
        const page = entries.filter(({ seq }) => seq > after).slice(0, limit)
        await new Promise<void>((resolve) => waiting.push(resolve))
        return page
      },
    },
    ended: () => life.ended,
    take: ({ boards }) => taken.push(...boards.map(({ seq }) => seq)),
  })
  async function answer(): Promise<void> {
    for (const resolve of waiting.splice(0)) resolve()
    await settle()
  }
  return { follower, entries, taken, answer, waiting, life }
}

test('[D9] what is appended while a read is under way is read as well, for whoever asked meanwhile', async () => {
  const { follower, entries, taken, answer } = slowLog()
  entries.push(board(1))
  const first = follower.readOn()
  entries.push(board(2))
  const second = follower.readOn()
  let done = false
  void second.then(() => {
    done = true
  })
  await answer()
  expect(taken).toEqual([1])
  expect(done).toBe(false)
  await answer()
  await Promise.all([first, second])
  expect(taken).toEqual([1, 2])
})

test('[D9] many who ask are one read', async () => {
  const { follower, entries, taken, answer, waiting } = slowLog()
  entries.push(board(1))
  const asked = [follower.readOn()]
  expect(waiting).toHaveLength(1)
  for (let i = 0; i < 5; i += 1) asked.push(follower.readOn())
  await answer()
  expect(waiting).toHaveLength(1)
  await answer()
  await Promise.all(asked)
  expect(taken).toEqual([1])
})

test('[D9] a log longer than a page is read to its end', async () => {
  const { follower, entries, taken, answer, waiting } = slowLog()
  for (let seq = 1; seq <= 1100; seq += 1) entries.push(board(seq))
  const asked = follower.readOn()
  while (waiting.length > 0) await answer()
  await asked
  expect(taken).toHaveLength(1100)
})

test('what comes after the end of its round is for nobody', async () => {
  const { follower, entries, taken, answer, life } = slowLog()
  entries.push(board(1))
  const asked = follower.readOn()
  life.ended = true
  await answer()
  await asked
  expect(taken).toEqual([])
})
