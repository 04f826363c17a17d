import type { FollowUp } from '@drawbar/shared/question/question.ts'
import { FollowUpCard } from './follow-up-card.tsx'
import styles from './reveal-list.module.css'

/** The follow-ups in order, each with its hint ladder. */
export function FollowUps({ followUps }: { readonly followUps: readonly FollowUp[] }) {
  return (
    <ol className={styles.list} aria-label="Follow-ups">
      {followUps.map((followUp) => (
        <FollowUpCard key={followUp.id} followUp={followUp} />
      ))}
    </ol>
  )
}
