import { can } from '@drawbar/shared/people/can.ts'
import { useSession, useSessionState } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import styles from './room-panel.module.css'
import { openDialog } from './room-view.ts'

/** From the interview to the debrief, and to the end. */
export function EndButtons() {
  const session = useSession()
  const role = useSessionState((state) => state.role)
  const roundState = useSessionState((state) => state.interview.state)
  const end = can(role, 'seal-round', roundState)
  return (
    <div className={styles.ends}>
      {roundState === 'live' ? (
        <Button onClick={() => void session.send({ type: 'start-debrief' })}>Start the debrief</Button>
      ) : null}
      <Button
        look={roundState === 'debrief' ? 'primary' : 'secondary'}
        blocked={end.allowed ? null : end.reason}
        onClick={() => openDialog('end')}
      >
        End the interview…
      </Button>
    </div>
  )
}
