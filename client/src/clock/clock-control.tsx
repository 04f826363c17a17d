import { clockText } from '@drawbar/shared/record/report-text.ts'
import { can } from '@drawbar/shared/people/can.ts'
import { Pause, Play } from 'lucide-react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './clock-control.module.css'
import { pacingLine } from './pacing.ts'
import { usePacing } from './use-pacing.ts'

/** The clock with pause and resume, and the interviewer's private line on pace. */
export function ClockControl({ keys }: { readonly keys: string }) {
  const session = useSession()
  const role = useSessionState((state) => state.role)
  const roundState = useSessionState((state) => state.interview.state)
  const running = useSessionState((state) => state.interview.clock.runningSince !== null)
  const minutes = useSessionState((state) => state.question?.plan.minutes)
  const { clockMs, pace } = usePacing()
  const type = running ? 'pause-clock' : 'resume-clock'
  const allowed = can(role, type, roundState)
  const line = pace ? pacingLine(pace) : null

  return (
    <div className={styles.control}>
      <IconButton
        look="secondary"
        label={running ? 'Pause the clock' : 'Resume the clock'}
        keys={keys}
        blocked={allowed.allowed ? null : allowed.reason}
        onClick={() => void session.send({ type })}
      >
        {running ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </IconButton>
      <span className={classNames(styles.time, !running && styles.standing)}>{clockText(clockMs)}</span>
      <span className={styles.text}>
        <span className={styles.line}>
          {minutes === undefined ? '' : `of ${minutes} min`}
          {roundState === 'live' && !running ? ', paused' : ''}
        </span>
        {line ? (
          <span className={classNames(styles.line, line.behind && styles.behind)}>{line.text}</span>
        ) : null}
      </span>
    </div>
  )
}
