import { can } from '@drawbar/shared/people/can.ts'
import { Focus } from 'lucide-react'
import { useSessionState } from '../session/use-session.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** The interviewer asks everyone to look at what is on this screen. */
export function BringEveryoneButton() {
  const board = useSessionState((state) => state.board)
  const allowed = useSessionState((state) => can(state.role, 'bring-everyone', state.interview.state).allowed)
  const alone = useSessionState((state) => state.present.every((person) => person.isMe))
  if (!allowed) return null
  return (
    <IconButton
      label="Bring everyone here"
      blocked={alone ? 'Nobody else is here.' : null}
      onClick={() => board?.bringEveryoneHere()}
    >
      <Focus size={16} aria-hidden />
    </IconButton>
  )
}
