import type { Revealed } from '@drawbar/shared/interview/interview.ts'
import { RUNGS, type Rung } from '@drawbar/shared/question/question.ts'

/** A rung of a follow-up's hint ladder. `clockMs`: what the clock read when it was given; null while it was not. */
export interface RungState {
  readonly rung: Rung
  readonly state: 'given' | 'next' | 'later'
  readonly clockMs: number | null
}

/** The three rungs of a follow-up: what has been given, what may be given next. */
export function ladder(revealed: readonly Revealed[], followUpId: string): RungState[] {
  const given = new Map<Rung, number>()
  for (const one of revealed) {
    if (one.kind === 'hint' && one.followUpId === followUpId) given.set(one.rung, one.clockMs)
  }
  const next = RUNGS.find((rung) => !given.has(rung))
  return RUNGS.map((rung) => {
    const clockMs = given.get(rung) ?? null
    if (clockMs !== null) return { rung, state: 'given', clockMs }
    return { rung, state: rung === next ? 'next' : 'later', clockMs }
  })
}

/** What the clock read when a follow-up was revealed; null while it was not. */
export function revealedAt(revealed: readonly Revealed[], followUpId: string): number | null {
  return revealed.find((one) => one.kind === 'follow-up' && one.followUpId === followUpId)?.clockMs ?? null
}

/** What the clock read when a constraint card was played; null while it was not. */
export function playedAt(revealed: readonly Revealed[], cardId: string): number | null {
  return revealed.find((one) => one.kind === 'constraint' && one.cardId === cardId)?.clockMs ?? null
}
