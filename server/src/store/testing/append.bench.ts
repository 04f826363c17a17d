import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Append } from '../log-store.ts'
import { openSqliteStore } from '../sqlite/sqlite-store.ts'
import type { Store } from '../store.ts'
import { boardEntry, makeRoom } from './sample-room.ts'

/**
 * Run as `node server/src/store/testing/append.bench.ts`: what one append costs alone and within a group that commits
 * together, on SQLite. The ways take turns within one run, so that a busy machine slows all of them; read the ratios.
 */
const TURNS = 12
const APPENDS = 200
const ROUNDS = 50
/** What a drag of a shape comes to. */
const UPDATE_BYTES = 60

interface Way {
  readonly name: string
  /** Appends that commit together. */
  readonly group: number
  readonly rounds: number
}

const WAYS: readonly Way[] = [
  { name: 'one at a time', group: 1, rounds: 1 },
  { name: 'groups of 10, one round', group: 10, rounds: 1 },
  { name: 'groups of 50, one round', group: 50, rounds: 1 },
  { name: `groups of 50, ${ROUNDS} rounds`, group: 50, rounds: ROUNDS },
]

const dir = await mkdtemp(join(tmpdir(), 'drawbar-bench-'))
try {
  await using store = await openSqliteStore({ dir })
  const roundIds: string[] = []
  for (let index = 0; index < ROUNDS; index += 1) roundIds.push(await makeRoom(store, `room-${index}`))
  const update = new Uint8Array(UPDATE_BYTES).fill(7)
  const taken = new Map(WAYS.map((way) => [way, new Array<number>()]))
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [way, times] of taken) {
      const appends = Array.from({ length: APPENDS }, (_, index): Append => {
        const roundId = roundIds[index % way.rounds] ?? ''
        return { roundId, entries: [{ ...boardEntry(), update }] }
      })
      const ms = await timed(store, { appends, group: way.group })
      // The first turn warms up.
      if (turn > 0) times.push(ms / APPENDS)
    }
  }
  print(taken)
} finally {
  await rm(dir, { recursive: true })
}

async function timed(
  store: Store,
  { appends, group }: { readonly appends: readonly Append[]; readonly group: number },
): Promise<number> {
  const start = performance.now()
  for (let from = 0; from < appends.length; from += group) {
    const results = await store.log.append(appends.slice(from, from + group))
    const refused = results.find(({ kind }) => kind !== 'appended')
    if (refused) throw new Error(`not appended: ${refused.kind}`)
  }
  return performance.now() - start
}

function print(taken: ReadonlyMap<Way, readonly number[]>): void {
  const [alone = Number.NaN] = [...taken.values()].map(median)
  for (const [{ name }, times] of taken) {
    const ms = median(times)
    const columns = [
      name.padEnd(26),
      `${ms.toFixed(3)} ms an append`.padEnd(24),
      `${(alone / ms).toFixed(1)} times as fast`,
    ]
    process.stdout.write(`${columns.join('')}\n`)
  }
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
