import { ROLE_NAMES } from '@drawbar/shared/people/role.ts'
import type { Revealed } from '@drawbar/shared/interview/interview.ts'
import type { Session } from '../session/session.ts'
import type { SessionState } from '../session/session-state.ts'
import type { NewToast } from '../ui/toasts.ts'

type Told = Pick<
  SessionState,
  'loaded' | 'role' | 'participantId' | 'interview' | 'lastRepair' | 'lastRefusal' | 'boardLarge' | 'closed'
>

/** Says what others did, and what the server changed, as it happens. Returns the way to stop. */
export function tellOfSession(options: {
  readonly session: Session
  readonly tell: (toast: NewToast) => void
  readonly questionView: QuestionSight
}): () => void {
  const { session, tell, questionView } = options
  return session.state.subscribe((now, before) => {
    for (const toast of toastsFor({ before, now, questionView })) tell(toast)
  })
}

/** Whether the question is on screen, and the way to bring it there. */
export interface QuestionSight {
  readonly inSight: () => boolean
  readonly show: () => void
}

/** What there is to say about a change of the session. */
export function toastsFor(options: {
  readonly before: Told
  readonly now: Told
  readonly questionView: QuestionSight
}): NewToast[] {
  const { before, now, questionView } = options
  const toasts: NewToast[] = []
  if (now.lastRepair && now.lastRepair !== before.lastRepair) {
    const reasons = new Set(now.lastRepair.repairs.map(({ reason }) => reason))
    toasts.push({ title: 'The board put something of yours right.', detail: [...reasons].join(' ') })
  }
  if (now.lastRefusal && now.lastRefusal !== before.lastRefusal) {
    toasts.push({ tone: 'bad', title: 'The server did not do that.', detail: now.lastRefusal.message })
  }
  if (now.boardLarge && !before.boardLarge) {
    toasts.push({
      title: 'The board is more than half full.',
      detail: 'Everything is saved. Remove drawings you no longer need before it takes no more.',
    })
  }
  // What had happened before the page was opened is in the panel, not news.
  if (!before.loaded || before.interview === now.interview) return toasts
  return [...toasts, ...news(before, now), ...revealed(before, now, questionView)]
}

function news(before: Told, now: Told): NewToast[] {
  const toasts: NewToast[] = []
  const known = new Set(before.interview.participants.map(({ id }) => id))
  for (const { id, name, role } of now.interview.participants) {
    if (known.has(id) || id === now.participantId) continue
    toasts.push({ title: `${name} joined as ${ROLE_NAMES[role].toLowerCase()}.` })
  }
  if (
    now.interview.debriefed &&
    !before.interview.debriefed &&
    now.interview.debriefed.by !== now.participantId
  ) {
    toasts.push({ title: 'The debrief has begun.', detail: 'The clock has stopped; the board stays open.' })
  }
  if (now.interview.sealed && !before.interview.sealed && now.interview.sealed.by !== now.participantId) {
    toasts.push({ title: 'The interview has ended.', detail: 'This is its record.' })
  }
  return toasts
}

/** What the interviewer shows is news only where it does not appear before one's eyes. */
function revealed(before: Told, now: Told, questionView: QuestionSight): NewToast[] {
  if (now.role === 'interviewer' || questionView.inSight()) return []
  const action = { name: 'Show', run: questionView.show }
  const toasts: NewToast[] = []
  if (now.interview.presented && !before.interview.presented) {
    toasts.push({ title: 'The question has been presented.', action })
  }
  for (const { kind } of now.interview.revealed.slice(before.interview.revealed.length)) {
    toasts.push({ title: REVEALED[kind], action })
  }
  return toasts
}

const REVEALED: Record<Revealed['kind'], string> = {
  'follow-up': 'There is a follow-up.',
  hint: 'There is a hint.',
  constraint: 'There is a new constraint.',
}
