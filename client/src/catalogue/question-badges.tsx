import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { Badge } from '../ui/badge.tsx'
import styles from './question-badges.module.css'

export interface QuestionBadgesProps {
  readonly question: CatalogueEntry
  readonly asked: boolean
  readonly read: boolean
}

/** What sets a question apart for this person; nothing for most. */
export function QuestionBadges({ question, asked, read }: QuestionBadgesProps) {
  const { kind, pack } = question
  if (kind !== 'experience' && pack === null && !asked && !read) return null
  return (
    <span className={styles.badges}>
      {kind === 'experience' ? <Badge tone="accent">From experience</Badge> : null}
      {pack === null ? null : <Badge>{pack}</Badge>}
      {asked ? <Badge>Asked in your rooms</Badge> : null}
      {read ? <Badge tone="partly">You have read it</Badge> : null}
    </span>
  )
}
