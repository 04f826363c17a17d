import type { Role } from './role.ts'

/** What someone with a role can do and see, and what not, as told before joining and when sharing. Verbs, for "can …". */
export const ROLE_SIGHT: Record<
  Role,
  { readonly can: readonly string[]; readonly cannot: readonly string[] }
> = {
  interviewer: {
    can: [
      'draw on the board',
      'read the whole question with its hints and answers',
      'use the checklist, the interviewers’ notes and the clock',
    ],
    cannot: [],
  },
  candidate: {
    can: [
      'draw on the board',
      'read the question once it is presented, and whatever is revealed after',
      'take private notes',
    ],
    cannot: ['see the checklist, the hints held back, or the interviewers’ notes'],
  },
  observer: {
    can: ['watch the board', 'read of the question what the candidate can', 'take private notes'],
    cannot: ['draw', 'see the checklist, the hints held back, or the interviewers’ notes'],
  },
}
