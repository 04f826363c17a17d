import type { Participant } from '../people/participant.ts'
import type { Rung } from '../question/question.ts'
import type { Evidence } from './evidence.ts'
import type { Mark } from './event.ts'
import type { ShareChoice } from './share-choice.ts'
import type { WalkStop } from './walk.ts'

/** Where a round stands. */
export type RoundState = 'lobby' | 'live' | 'debrief' | 'sealed'

/** When, by whom and at which entry of the log something was done. Times in epoch milliseconds, server clock. */
export interface Stamp {
  readonly seq: number
  readonly at: number
  readonly by: string
}

/** The shared clock: `elapsedMs` counted up to `runningSince`, which is null while it stands. */
export interface Clock {
  readonly elapsedMs: number
  readonly runningSince: number | null
}

export interface PhaseSpan extends Stamp {
  readonly phaseId: string
  /** Clock reading when the phase began, in milliseconds. */
  readonly startedAtMs: number
  /** Clock reading when the next one began; null while it lasts. */
  readonly endedAtMs: number | null
}

/** What has been shown to the candidate beyond the prompt, in the order it was, with the clock's reading then. */
export type Revealed = Stamp & { readonly clockMs: number } & (
    | { readonly kind: 'follow-up'; readonly followUpId: string }
    | { readonly kind: 'hint'; readonly followUpId: string; readonly rung: Rung }
    | { readonly kind: 'constraint'; readonly cardId: string }
  )

export interface MarkedItem extends Stamp {
  readonly itemId: string
  readonly mark: Mark
  readonly phaseId: string | null
  readonly clockMs: number
  readonly evidence: Evidence | null
}

export interface Note extends Stamp {
  readonly id: string
  readonly text: string
  readonly editedAt: number | null
  readonly phaseId: string | null
  readonly clockMs: number
  readonly evidence: Evidence | null
}

/** A request that is being walked through on the board. Stamped with its start. */
export interface Walk extends Stamp {
  readonly walkId: string
  readonly pageId: string
  readonly path: readonly WalkStop[]
  /** The stop everyone looks at, from 0. */
  readonly step: number
  /** Who went to that stop, and when. */
  readonly stepped: Stamp
}

/** The interview as the fold of the events its reader may see. */
export interface Interview {
  /** The last event folded in; 0 before the first. */
  readonly seq: number
  readonly state: RoundState
  readonly participants: readonly Participant[]
  readonly presented: Stamp | null
  readonly clock: Clock
  readonly phases: readonly PhaseSpan[]
  readonly revealed: readonly Revealed[]
  readonly marks: Readonly<Record<string, MarkedItem>>
  readonly notes: readonly Note[]
  readonly walk: Walk | null
  readonly started: Stamp | null
  readonly debriefed: Stamp | null
  readonly sealed: Stamp | null
  readonly shared: ShareChoice | null
}

export const EMPTY_INTERVIEW: Interview = {
  seq: 0,
  state: 'lobby',
  participants: [],
  presented: null,
  clock: { elapsedMs: 0, runningSince: null },
  phases: [],
  revealed: [],
  marks: {},
  notes: [],
  walk: null,
  started: null,
  debriefed: null,
  sealed: null,
  shared: null,
}
