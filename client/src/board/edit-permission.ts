import { can } from '@drawbar/shared/people/can.ts'
import type { SessionState } from '../session/session-state.ts'

/** Whether the person may draw now. Offline they may: what they draw is kept and sent later. */
export function mayDraw(
  state: Pick<SessionState, 'role' | 'interview' | 'status' | 'frozen' | 'boardFrom'>,
): boolean {
  if (state.status === 'closed' || state.frozen || state.boardFrom === 'none') return false
  return can(state.role, 'edit-board', state.interview.state).allowed
}
