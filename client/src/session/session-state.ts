import type { Command } from '@drawbar/shared/interview/command.ts'
import { EMPTY_INTERVIEW, type Interview } from '@drawbar/shared/interview/interview.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import type { Role } from '@drawbar/shared/people/role.ts'
import type { QuestionView } from '@drawbar/shared/question/question-view.ts'
import type { CloseReason } from '@drawbar/shared/wire/close-code.ts'
import type { ApiFailure } from './api-failure.ts'
import type { BoardHandle } from './board-handle.ts'
import type { SaveState } from './save-state.ts'

/** `connecting` until the first answer, then `online` or `offline` (we keep trying), `closed` for good. */
export type SessionStatus = 'connecting' | 'online' | 'offline' | 'closed'

/** Why the server hung up for good, in words for the person. `reason` is null for a code we do not know. */
export interface ClosedSession {
  readonly code: number
  readonly reason: CloseReason | null
  readonly text: string
}

/** Someone connected to the board now. One row per person, however many windows they have open. */
export interface PresentPerson {
  readonly participantId: string
  readonly name: string
  readonly color: string
  readonly role: Role
  readonly isMe: boolean
  /** The page they look at, once they have moved; null before. */
  readonly pageId: string | null
  /** Participant id of whom they follow. */
  readonly following: string | null
}

/** The server changed some of this page's own records because the board could not hold them as they were. */
export interface BoardRepair {
  readonly at: number
  readonly repairs: readonly { readonly id: string; readonly rule: string; readonly reason: string }[]
}

/** A message of this page that the server did not carry out, other than a command (which answers for itself). */
export interface ControlRefusal {
  readonly at: number
  readonly code: string
  readonly message: string
}

/** A command that has been sent and not answered, or is being sent again. */
export interface PendingCommand {
  readonly command: Command
  readonly sentAt: number
  readonly attempts: number
}

/** Everything a page knows about the round it is in. Values only; what can be done is in session.ts. */
export interface SessionState {
  readonly roomId: string
  readonly roundId: string
  readonly participantId: string
  readonly role: Role
  /** My name and colour, once the round's events have been read. */
  readonly me: Participant | null

  readonly status: SessionStatus
  readonly closed: ClosedSession | null
  readonly save: SaveState
  /** The store behind the server does not answer: the board takes no edits, nothing is lost. */
  readonly frozen: boolean
  /** The board holds more than half of what it can. */
  readonly boardLarge: boolean
  /** `none`: nothing to show yet. `local`: this browser's copy, not yet compared. `server`: compared at least once. */
  readonly boardFrom: 'none' | 'local' | 'server'

  /** The round's events, folded. Empty until `loaded`. */
  readonly interview: Interview
  readonly loaded: boolean
  /** Why the interview or the question could not be read; null once they could. */
  readonly loadFailure: ApiFailure | null
  readonly question: QuestionView | null

  /** Server clock minus this computer's, in milliseconds. */
  readonly serverOffsetMs: number
  readonly present: readonly PresentPerson[]
  readonly lastRepair: BoardRepair | null
  readonly lastRefusal: ControlRefusal | null
  readonly pendingCommands: readonly PendingCommand[]
  /** The board on screen; null while there is none. */
  readonly board: BoardHandle | null
}

export interface SessionIdentity {
  readonly roomId: string
  readonly roundId: string
  readonly participantId: string
  readonly role: Role
}

export function initialState(identity: SessionIdentity): SessionState {
  return {
    ...identity,
    me: null,
    status: 'connecting',
    closed: null,
    save: { state: 'saved', waiting: 0 },
    frozen: false,
    boardLarge: false,
    boardFrom: 'none',
    interview: EMPTY_INTERVIEW,
    loaded: false,
    loadFailure: null,
    question: null,
    serverOffsetMs: 0,
    present: [],
    lastRepair: null,
    lastRefusal: null,
    pendingCommands: [],
    board: null,
  }
}
