import { can } from '@drawbar/shared/people/can.ts'
import { Route } from 'lucide-react'
import { useSessionState } from '../../session/use-session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { beginChoosing } from './walk-choice.ts'

/** Opens the choice of a path; for whoever may draw. */
export function WalkButton() {
  const role = useSessionState((state) => state.role)
  const state = useSessionState(({ interview }) => interview.state)
  // Observers have no use for it in any state.
  if (!can(role, 'start-walk', 'live').allowed) return null
  const permission = can(role, 'start-walk', state)
  return (
    <IconButton
      label="Walk a request"
      blocked={permission.allowed ? null : permission.reason}
      onClick={() => beginChoosing()}
    >
      <Route size={16} aria-hidden />
    </IconButton>
  )
}
