import type { RoundState } from '@drawbar/shared/interview/interview.ts'
import { clockText } from '@drawbar/shared/record/report-text.ts'
import { useSessionState } from '../session/use-session.ts'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './phase-clock.module.css'
import { usePacing } from './use-pacing.ts'

const STATE_NAMES: Record<RoundState, string> = {
  lobby: 'Not started',
  live: '',
  debrief: 'Debrief',
  sealed: 'Ended',
}

/** The shared clock with the phase that lasts now, as everyone sees it. */
export function PhaseClock() {
  const state = useSessionState((session) => session.interview.state)
  const running = useSessionState((session) => session.interview.clock.runningSince !== null)
  const minutes = useSessionState((session) => session.question?.plan.minutes)
  const { clockMs, pace } = usePacing()

  if (state === 'lobby') return <Badge>{STATE_NAMES.lobby}</Badge>
  const late = minutes !== undefined && clockMs > minutes * 60_000
  return (
    <div className={styles.clock}>
      {pace?.current ? <span className={styles.phase}>{pace.current.name}</span> : null}
      <span
        className={classNames(styles.time, late && styles.over, !running && styles.standing)}
        role="timer"
        aria-label="Interview clock"
      >
        {clockText(clockMs)}
      </span>
      {minutes === undefined ? null : <span className={styles.of}>of {minutes}:00</span>}
      {state === 'live' ? (
        running ? null : (
          <Badge tone="partly">Paused</Badge>
        )
      ) : (
        <Badge>{STATE_NAMES[state]}</Badge>
      )}
    </div>
  )
}
