import * as Y from 'yjs'
import { equalityDeep } from 'lib0/function'
import { describe, expect, test } from 'vitest'
import { faultsOf } from '@drawbar/shared/board/testing/sound-board.ts'
import { foldBoard } from '@drawbar/shared/board/to-snapshot.ts'
import { mayReconnect } from '@drawbar/shared/wire/close-code.ts'
import type { ControlDown } from '@drawbar/shared/wire/control-down.ts'
import { Storm } from './testing/storm.ts'
import { ROUND_ID } from './testing/world.ts'

/** Seeds that stay, and a few new ones in every run (`STORMS` of them); the title of a failed test names its seed. */
const PINNED = Array.from({ length: 12 }, (_, i) => i + 1)
const FRESH = Array.from({ length: Number(process.env['STORMS'] ?? 6) }, () =>
  Math.floor(Math.random() * 1e6),
)

const STEPS = 400

/** Everything that is not as it should be once the weather has cleared; then how it came to that. */
function damageOf(storm: Storm): string[] {
  const { clients, world, nodes, durable, log } = storm
  const damage: string[] = []
  for (const { telemetry } of nodes) {
    for (const name of ['roundFailed', 'logIncomplete'] as const) {
      if (telemetry.count(name) > 0) damage.push(`${name}: ${JSON.stringify(telemetry.of(name))}`)
    }
  }
  const boards = world.log
    .entries(ROUND_ID)
    .flatMap((entry) => (entry.kind === 'board' ? [entry.update] : []))
  const stored = foldBoard(boards)
  damage.push(...faultsOf(stored))
  for (const { participant, closedWith, doc, controls } of clients) {
    const { name } = participant
    // Nobody who is honest is ever sent away for good.
    if (closedWith !== undefined && !mayReconnect(closedWith))
      damage.push(`${name} was closed with ${closedWith}`)
    if (!equalityDeep(Y.encodeStateVector(doc), Y.encodeStateVector(stored)))
      damage.push(`${name} has other edits`)
    if (!equalityDeep(doc.getMap('records').toJSON(), stored.getMap('records').toJSON())) {
      damage.push(`${name} has another board`)
    }
    if (doc.store.pendingStructs !== null) damage.push(`${name} waits for edits`)
    if (!inOrder(controls)) damage.push(`${name} got events out of order`)
  }
  for (const [{ participant, doc }, clock] of durable) {
    const kept = Y.getState(stored.store, doc.clientID)
    if (kept < clock) damage.push(`${participant.name} has lost acknowledged edits: ${kept} of ${clock}`)
  }
  return damage.length === 0 ? [] : [...damage, ...log]
}

/** On each connection, events begin behind its hello and only go forward. */
function inOrder(controls: readonly ControlDown[]): boolean {
  let last = 0
  for (const control of controls) {
    if (control.type === 'hello') last = control.seq
    if (control.type !== 'event') continue
    if (control.entry.seq <= last) return false
    last = control.entry.seq
  }
  return true
}

describe.each([1, 2])('[A1] [D5] [D9] three people at %i processes', (nodes) => {
  test.each([...PINNED, ...FRESH])('after storm %i', async (seed) => {
    await using storm = new Storm({ seed, nodes, steps: STEPS })
    await storm.run()
    await storm.calm()
    expect(damageOf(storm)).toEqual([])
  })
})

test('a storm is worth its name: lines break, processes die, appends fail, boards are repaired', async () => {
  const seen = { lost: 0, died: 0, failed: 0, repaired: 0, acked: 0, drawn: 0 }
  for (const seed of PINNED) {
    await using storm = new Storm({ seed, nodes: 2, steps: STEPS })
    const telemetry = storm.nodes.map((node) => node.telemetry)
    await storm.run()
    await storm.calm()
    seen.lost += storm.log.filter((line) => line.includes('loses the line')).length
    seen.died += storm.log.filter((line) => line.includes('dies')).length
    seen.failed += telemetry.reduce((sum, told) => sum + told.count('appendFailed'), 0)
    seen.repaired += telemetry.reduce((sum, told) => sum + told.count('repaired'), 0)
    seen.acked += storm.durable.size
    seen.drawn += storm.clients[0]?.records().length ?? 0
  }
  expect(Object.entries(seen).filter(([, count]) => count <= 10)).toEqual([])
})
