import type { CommandType } from '../interview/command.ts'
import type { RoundState } from '../interview/interview.ts'
import type { Role } from './role.ts'

/** Everything a participant may want to do in a round: an interview command, or one of the others. */
export type Action =
  | CommandType
  | 'edit-board'
  | 'upload-image'
  | 'see-whole-question'
  | 'manage-links'
  | 'bring-everyone'
  | 'read-record'

export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly reason: string }

interface Rule {
  readonly roles: readonly Role[]
  readonly states: readonly RoundState[]
}

const INTERVIEWER = ['interviewer'] as const
const WRITERS = ['interviewer', 'candidate'] as const
const EVERYONE = ['interviewer', 'candidate', 'observer'] as const
const RUNNING = ['live', 'debrief'] as const
const OPEN = ['lobby', 'live', 'debrief'] as const
const ALWAYS = ['lobby', 'live', 'debrief', 'sealed'] as const

const RULES: Record<Action, Rule> = {
  'start-round': { roles: INTERVIEWER, states: ['lobby'] },
  'present-prompt': { roles: INTERVIEWER, states: ['live'] },
  'start-phase': { roles: INTERVIEWER, states: ['live'] },
  'pause-clock': { roles: INTERVIEWER, states: ['live'] },
  'resume-clock': { roles: INTERVIEWER, states: ['live'] },
  'reveal-follow-up': { roles: INTERVIEWER, states: RUNNING },
  'reveal-hint': { roles: INTERVIEWER, states: RUNNING },
  'play-constraint': { roles: INTERVIEWER, states: RUNNING },
  'mark-item': { roles: INTERVIEWER, states: RUNNING },
  'take-note': { roles: EVERYONE, states: OPEN },
  'edit-note': { roles: EVERYONE, states: OPEN },
  'remove-note': { roles: EVERYONE, states: OPEN },
  'start-walk': { roles: WRITERS, states: RUNNING },
  'step-walk': { roles: WRITERS, states: RUNNING },
  'end-walk': { roles: WRITERS, states: RUNNING },
  'start-debrief': { roles: INTERVIEWER, states: ['live'] },
  'seal-round': { roles: INTERVIEWER, states: RUNNING },
  'share-record': { roles: INTERVIEWER, states: ['debrief', 'sealed'] },
  'edit-board': { roles: WRITERS, states: OPEN },
  'upload-image': { roles: WRITERS, states: OPEN },
  'see-whole-question': { roles: INTERVIEWER, states: ALWAYS },
  'manage-links': { roles: INTERVIEWER, states: ALWAYS },
  'bring-everyone': { roles: INTERVIEWER, states: OPEN },
  'read-record': { roles: EVERYONE, states: ['sealed'] },
}

const STATE_REASON: Record<RoundState, string> = {
  lobby: 'The interview has not started yet.',
  live: 'The interview is still running.',
  debrief: 'The interview is over; this is the debrief.',
  sealed: 'The round has ended and its board is frozen.',
}

/** One table for both ends: the client disables what the server would refuse, for the same reason. */
export function can(role: Role, action: Action, state: RoundState): Permission {
  const rule = RULES[action]
  if (!rule.roles.includes(role)) {
    return { allowed: false, reason: `Only ${listRoles(rule.roles)} can do this.` }
  }
  if (!rule.states.includes(state)) return { allowed: false, reason: STATE_REASON[state] }
  return { allowed: true }
}

function listRoles(roles: readonly Role[]): string {
  return roles.map((role) => `the ${role}`).join(' and ')
}
