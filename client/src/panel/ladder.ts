import type { Revealed } from '@drawbar/shared/interview/interview.ts'
import { RUNGS, type Rung } from '@drawbar/shared/question/question.ts'

/** A rung of a follow-up's hint ladder. `at` in epoch milliseconds. */
export interface RungState {
  readonly rung: Rung
  readonly state: 'given' | 'next' | 'later'
  readonly at: number | null
}

/** The three rungs of a follow-up: what has been given, what may be given next. */
export function ladder(revealed: readonly Revealed[], followUpId: string): RungState[] {
  const given = new Map<Rung, number>()
  for (const one of revealed) {
    if (one.kind === 'hint' && one.followUpId === followUpId) given.set(one.rung, one.at)
  }
  const next = RUNGS.find((rung) => !given.has(rung))
  return RUNGS.map((rung) => {
    const at = given.get(rung) ?? null
    if (at !== null) return { rung, state: 'given', at }
    return { rung, state: rung === next ? 'next' : 'later', at }
  })
}

/** When a follow-up was revealed, epoch milliseconds; null while it was not. */
export function revealedAt(revealed: readonly Revealed[], followUpId: string): number | null {
  return revealed.find((one) => one.kind === 'follow-up' && one.followUpId === followUpId)?.at ?? null
}

/** When a constraint card was played, epoch milliseconds; null while it was not. */
export function playedAt(revealed: readonly Revealed[], cardId: string): number | null {
  return revealed.find((one) => one.kind === 'constraint' && one.cardId === cardId)?.at ?? null
}
