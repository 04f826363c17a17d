import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { faultsOf } from '@drawbar/shared/board/testing/sound-board.ts'
import { foldBoard } from '@drawbar/shared/board/to-snapshot.ts'
import { CLOSE, mayReconnect } from '@drawbar/shared/wire/close-code.ts'
import { Storm } from './testing/storm.ts'
import { ROUND_ID } from './testing/world.ts'

/** Seeds that stay, and a few new ones in every run; the title of a failed test names its seed. */
const PINNED = Array.from({ length: 12 }, (_, i) => i + 1)
const FRESH = Array.from({ length: Number(process.env['STORMS'] ?? 6) }, () =>
  Math.floor(Math.random() * 1_000_000),
)

const STEPS = 400

describe.each([1, 2])('[A1] [D5] three people at %i processes', (nodes) => {
  test.each([...PINNED, ...FRESH])('in storm %i', async (seed) => {
    await using storm = new Storm({ seed, nodes, steps: STEPS })
    await storm.run()
    await storm.calm()
    const { clients, world } = storm
    const story = storm.log.join('\n')

    // Nobody who is honest is ever sent away for good.
    const codes = clients.map(({ closedWith }) => closedWith).filter((code) => code !== undefined)
    expect(
      codes.filter((code) => !mayReconnect(code)),
      story,
    ).toEqual([])
    expect(
      storm.nodes.flatMap(({ telemetry }) => [
        ...telemetry.of('roundFailed'),
        ...telemetry.of('logIncomplete'),
      ]),
      story,
    ).toEqual([])

    // Everyone has the same board, it is sound, and it is what the log says.
    const boards = world.log
      .entries(ROUND_ID)
      .flatMap((entry) => (entry.kind === 'board' ? [entry.update] : []))
    const stored = foldBoard(boards)
    expect(faultsOf(stored), story).toEqual([])
    for (const { doc } of clients) {
      expect(Y.encodeStateVector(doc), story).toEqual(Y.encodeStateVector(stored))
      expect(doc.getMap('records').toJSON(), story).toEqual(stored.getMap('records').toJSON())
      expect(doc.store.pendingStructs, story).toBeNull()
    }

    // What was acknowledged is in the log, and events came in order.
    for (const [client, clock] of storm.durable) {
      expect(Y.getState(stored.store, client.doc.clientID), story).toBeGreaterThanOrEqual(clock)
    }
    for (const { events } of clients) {
      const seqs = events.map(({ seq }) => seq)
      expect(seqs, story).toEqual([...new Set(seqs)].toSorted((a, b) => a - b))
    }
  })
})

test('a storm is worth its name: lines break, processes die, appends fail, boards are repaired', async () => {
  const seen = { lost: 0, died: 0, failed: 0, repaired: 0, acked: 0, drawn: 0 }
  for (const seed of PINNED) {
    await using storm = new Storm({ seed, nodes: 2, steps: STEPS })
    const { telemetry } = storm.nodes[0] ?? { telemetry: undefined }
    await storm.run()
    await storm.calm()
    seen.lost += storm.log.filter((line) => line.includes('loses the line')).length
    seen.died += storm.log.filter((line) => line.includes('dies')).length
    seen.failed += telemetry?.count('appendFailed') ?? 0
    seen.repaired += telemetry?.count('repaired') ?? 0
    seen.acked += storm.durable.size
    seen.drawn += storm.clients[0]?.records().length ?? 0
  }
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10)
  expect(CLOSE.badFrame).toBe(4400)
})
