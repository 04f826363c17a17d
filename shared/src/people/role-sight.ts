import type { Role } from './role.ts'

/** What someone with a role sees and may do here, and what they do not, as told before joining and when sharing. */
export const ROLE_SIGHT: Record<Role, { readonly sees: readonly string[]; readonly not: readonly string[] }> =
  {
    interviewer: {
      sees: [
        'Draws on the board',
        'The whole question with its hints and answers',
        'The checklist, the interviewers’ notes and the clock',
      ],
      not: [],
    },
    candidate: {
      sees: [
        'Draws on the board',
        'The question once it is presented, then whatever is revealed',
        'Own notes and the clock',
      ],
      not: ['Never the checklist, the hints held back, or the interviewers’ notes'],
    },
    observer: {
      sees: ['Watches the board', 'Of the question, what the candidate sees', 'Own notes and the clock'],
      not: ['Cannot draw', 'Never the checklist, the hints held back, or the interviewers’ notes'],
    },
  }
