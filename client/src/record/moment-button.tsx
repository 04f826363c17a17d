import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import { clockText } from '@drawbar/shared/record/report-text.ts'
import styles from './record-page.module.css'

/** When something was noted; where there is evidence, a press shows that place on the board. */
export function MomentButton(props: {
  readonly clockMs: number
  readonly evidence: Evidence | null
  readonly onLook: ((evidence: Evidence) => void) | null
}) {
  const { clockMs, evidence, onLook } = props
  const time = clockText(clockMs)
  if (!evidence || !onLook) return <span className={styles.moment}>{time}</span>
  return (
    <button
      type="button"
      className={styles.momentButton}
      aria-label={`${time}: show the place on the board`}
      onClick={() => onLook(evidence)}
    >
      {time}
    </button>
  )
}
