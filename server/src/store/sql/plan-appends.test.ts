import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Append, LogHead } from '../log-store.ts'
import { boardEntry, eventEntry } from '../testing/sample-room.ts'
import { planAppends } from './plan-appends.ts'

const ROUNDS = ['one', 'two', 'missing']
/** Few enough to come again. */
const COMMANDS = ['command-1', 'command-2', 'command-3', 'command-4', 'command-5']

const anyEntry = fc.oneof(
  fc.nat({ max: 255 }).map((byte) => boardEntry(byte)),
  fc.constantFrom(...COMMANDS).map((id) => eventEntry(id)),
)
const anyAppend: fc.Arbitrary<Append> = fc.record(
  {
    roundId: fc.constantFrom(...ROUNDS),
    entries: fc.array(anyEntry, { minLength: 1, maxLength: 5 }),
    expectEventSeq: fc.nat({ max: 8 }),
  },
  { requiredKeys: ['roundId', 'entries'] },
)

describe('planning appends', () => {
  it('[P2] comes to the same for appends in one call and one by one', () => {
    fc.assert(
      fc.property(fc.array(anyAppend, { maxLength: 12 }), fc.nat({ max: 12 }), (appends, cut) => {
        const together = planned([appends])
        expect(planned(appends.map((append) => [append]))).toStrictEqual(together)
        expect(planned([appends.slice(0, cut), appends.slice(cut)])).toStrictEqual(together)
      }),
    )
  })

  it('[P1][P4] leaves no gap, no command twice, and nothing of what was refused', () => {
    fc.assert(
      fc.property(fc.array(anyAppend, { maxLength: 20 }), (appends) => {
        const { results, placed, heads } = planned([appends])
        for (const roundId of ROUNDS) {
          const seqs = placed.filter((place) => place.roundId === roundId).map(({ seq }) => seq)
          expect(seqs).toStrictEqual(seqs.map((_, index) => index + 1))
          expect(heads.get(roundId)?.seq ?? 0).toBe(seqs.length)
        }
        const keys = placed.flatMap(({ roundId, part, entry }) =>
          entry.kind === 'event' ? [`${roundId} ${entry.commandId} ${part}`] : [],
        )
        expect(new Set(keys).size).toBe(keys.length)
        const kept = results.flatMap((result, index) =>
          result.kind === 'appended' ? (appends[index]?.entries ?? []) : [],
        )
        expect(placed.map(({ entry }) => entry)).toStrictEqual(kept)
      }),
    )
  })
})

/** What becomes of the calls, one after the other, on logs that are empty at first. */
function planned(calls: readonly (readonly Append[])[]) {
  const heads = new Map<string, LogHead>(['one', 'two'].map((roundId) => [roundId, { seq: 0, eventSeq: 0 }]))
  const known = new Map<string, Map<string, number>>()
  const plans = calls.map((appends) => {
    const plan = planAppends({ appends, heads, known })
    for (const [roundId, head] of plan.heads) heads.set(roundId, head)
    for (const { roundId, seq, part, entry } of plan.placed) {
      if (entry.kind !== 'event' || part !== 0) continue
      known.set(roundId, (known.get(roundId) ?? new Map<string, number>()).set(entry.commandId, seq))
    }
    return plan
  })
  return {
    results: plans.flatMap(({ results }) => results),
    placed: plans.flatMap(({ placed }) => placed),
    heads,
  }
}
