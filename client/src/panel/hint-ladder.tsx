import { can } from '@drawbar/shared/people/can.ts'
import { RUNG_NAMES, RUNGS, type FollowUp } from '@drawbar/shared/question/question.ts'
import { clockText } from '@drawbar/shared/record/report-text.ts'
import { Check } from 'lucide-react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { InlineMarkdown } from '../ui/markdown.tsx'
import type { RungState } from './ladder.ts'
import styles from './reveal-list.module.css'

export interface HintLadderProps {
  readonly followUp: FollowUp
  readonly rungs: readonly RungState[]
}

/** Nudge, pointer, give-away: each can be given once the one before it has been. */
export function HintLadder({ followUp, rungs }: HintLadderProps) {
  const session = useSession()
  const role = useSessionState((state) => state.role)
  const roundState = useSessionState((state) => state.interview.state)
  const allowed = can(role, 'reveal-hint', roundState)
  return (
    <ol className={styles.rungs} aria-label="Hints">
      {rungs.map(({ rung, state, clockMs: at }, index) => {
        const below = RUNGS[index - 1]
        const tooEarly =
          state === 'later' && below ? `Give the ${RUNG_NAMES[below].toLowerCase()} first.` : null
        return (
          <li key={rung} className={classNames(styles.rung, state === 'later' && styles.later)}>
            <div>
              <p className={styles.rungName}>{RUNG_NAMES[rung]}</p>
              <p className={styles.rungText}>
                <InlineMarkdown text={followUp.hints[rung]} />
              </p>
            </div>
            {at === null ? (
              <Button
                size="small"
                aria-label={`Give the ${RUNG_NAMES[rung].toLowerCase()}`}
                blocked={allowed.allowed ? tooEarly : allowed.reason}
                onClick={() => void session.send({ type: 'reveal-hint', followUpId: followUp.id, rung })}
              >
                Give
              </Button>
            ) : (
              <span className={styles.when}>
                <Check size={14} aria-hidden /> {clockText(at)}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
