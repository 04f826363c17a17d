import type { PhaseSpan } from '@drawbar/shared/interview/interview.ts'

const MINUTE = 60_000

/** A phase of the plan, as far as pacing needs it. */
export interface PlannedPhase {
  readonly id: string
  readonly name: string
  readonly minutes: number
}

/** How one phase of the plan stands. Times in milliseconds of the round's clock. */
export interface PhaseProgress extends PlannedPhase {
  readonly state: 'done' | 'current' | 'ahead'
  /** Time spent in it so far, over every visit. */
  readonly spentMs: number
  /** Spent past its minutes; 0 while it is not. */
  readonly overMs: number
}

/** How the round stands against its plan. */
export interface Pacing {
  readonly phases: readonly PhaseProgress[]
  readonly current: PhaseProgress | null
  readonly next: PlannedPhase | null
  /** Phases after the current one that have not been visited. */
  readonly ahead: readonly PlannedPhase[]
  /** Minutes the phases ahead are planned with, in milliseconds. */
  readonly neededMs: number
  /** What the planned length leaves from now; negative past its end. */
  readonly leftMs: number
}

/** Compares the phases held so far with the plan, at a reading of the round's clock. */
export function pacing(options: {
  readonly plan: readonly PlannedPhase[]
  readonly spans: readonly PhaseSpan[]
  readonly clockMs: number
}): Pacing {
  const { plan, spans, clockMs } = options
  const open = spans.find((span) => span.endedAtMs === null)
  const at = plan.findIndex(({ id }) => id === open?.phaseId)
  const phases = plan.map((phase, index): PhaseProgress => {
    const own = spans.filter((span) => span.phaseId === phase.id)
    const spentMs = own.reduce((sum, span) => sum + (span.endedAtMs ?? clockMs) - span.startedAtMs, 0)
    const state = index === at ? 'current' : own.length > 0 ? 'done' : 'ahead'
    return { ...phase, state, spentMs, overMs: Math.max(0, spentMs - phase.minutes * MINUTE) }
  })
  const ahead = phases.slice(at + 1).filter((phase) => phase.state === 'ahead')
  const total = plan.reduce((sum, phase) => sum + phase.minutes, 0)
  return {
    phases,
    current: phases[at] ?? null,
    next: phases[at + 1] ?? null,
    ahead,
    neededMs: ahead.reduce((sum, phase) => sum + phase.minutes * MINUTE, 0),
    leftMs: total * MINUTE - clockMs,
  }
}

/** The interviewer's private line on pace; null before the start and after the end. */
export function pacingLine(pace: Pacing): { readonly behind: boolean; readonly text: string } | null {
  const { current, ahead, neededMs, leftMs } = pace
  if (!current) return null
  const needed = Math.round(neededMs / MINUTE)
  const left = Math.floor(leftMs / MINUTE)
  const phasesLeft = ahead.length === 1 ? '1 phase left needs' : `${ahead.length} phases left need`

  if (leftMs < 0) {
    const past = `${Math.ceil(-leftMs / MINUTE)} min past the planned end`
    return behind(ahead.length === 0 ? past : `${past}: ${phasesLeft} ${needed} min`)
  }
  const over = Math.floor(current.overMs / MINUTE)
  if (over > 0) {
    const where = `${over} min over in ${current.name}`
    return behind(ahead.length === 0 ? where : `${where}: ${phasesLeft} ${needed} min, ${left} remain`)
  }
  // What the current phase may still take counts too: otherwise every phase would look late until it ends.
  const stillHere = Math.max(0, current.minutes * MINUTE - current.spentMs)
  const slackMs = leftMs - neededMs - stillHere
  if (slackMs <= -MINUTE) {
    const all = Math.round((neededMs + stillHere) / MINUTE)
    return behind(
      `${Math.floor(-slackMs / MINUTE)} min behind: the rest of the plan needs ${all} min, ${left} remain`,
    )
  }
  if (ahead.length === 0) return calm(`Last phase: ${left} min left`)
  return calm(slackMs >= MINUTE ? `${Math.floor(slackMs / MINUTE)} min ahead of the plan` : 'On plan')
}

function behind(text: string) {
  return { behind: true, text }
}

function calm(text: string) {
  return { behind: false, text }
}
