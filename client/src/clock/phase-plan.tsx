import { can } from '@drawbar/shared/people/can.ts'
import type { Phase } from '@drawbar/shared/question/phase-plan.ts'
import { clockText } from '@drawbar/shared/record/report-text.ts'
import { Check } from 'lucide-react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import type { PhaseProgress } from './pacing.ts'
import styles from './phase-plan.module.css'
import { usePacing } from './use-pacing.ts'

export interface PhasePlanProps {
  /** The phases with what to watch for, which only interviewers have. */
  readonly phases: readonly Phase[]
}

/** The plan of the round: what has been held, what lasts now, and a press that goes on to any other. */
export function PhasePlan({ phases }: PhasePlanProps) {
  const session = useSession()
  const { pace } = usePacing()
  const permission = useSessionState((state) => can(state.role, 'start-phase', state.interview.state).allowed)
  if (!pace) return null
  const watchFor = phases.find(({ id }) => id === pace.current?.id)?.watchFor

  return (
    <>
      <ol className={styles.list} aria-label="Phases">
        {pace.phases.map((phase) => (
          <li
            key={phase.id}
            className={classNames(styles.phase, phase.state !== 'ahead' && styles[phase.state])}
            aria-current={phase.state === 'current' ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden>
              {phase.state === 'done' ? <Check size={14} /> : <span className={styles.dot} />}
            </span>
            <span className={styles.name}>{phase.name}</span>
            <PhaseTime phase={phase} />
            {permission && phase.state !== 'current' ? (
              <GoButton
                phase={phase}
                isNext={phase.id === pace.next?.id}
                onGo={() => void session.send({ type: 'start-phase', phaseId: phase.id })}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {watchFor ? (
        <p className={styles.watch}>
          <span className={styles.watchLabel}>Watch for: </span>
          {watchFor}
        </p>
      ) : null}
    </>
  )
}

function GoButton(props: {
  readonly phase: PhaseProgress
  readonly isNext: boolean
  readonly onGo: () => void
}) {
  const { phase, isNext, onGo } = props
  const word = phase.state === 'done' ? 'Back' : isNext ? 'Next' : 'Go'
  return (
    <Button
      className={classNames(styles.go, !isNext && styles.aside)}
      size="small"
      look={isNext ? 'primary' : 'quiet'}
      aria-label={word === 'Go' ? `Go to ${phase.name}` : `${word}, go to ${phase.name}`}
      onClick={onGo}
    >
      {word}
    </Button>
  )
}

function PhaseTime({ phase }: { readonly phase: PhaseProgress }) {
  if (phase.state === 'ahead') return <span className={styles.time}>{phase.minutes} min</span>
  return (
    <span className={classNames(styles.time, phase.overMs > 0 && styles.over)}>
      {clockText(phase.spentMs)} of {phase.minutes} min
    </span>
  )
}
