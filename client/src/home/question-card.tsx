import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { CircleCheck } from 'lucide-react'
import { Badge } from '../ui/badge.tsx'
import styles from './catalogue-picker.module.css'
import { levelsText, minutesText } from './fit-text.ts'
import { topicName } from './filter-questions.ts'

export interface QuestionCardProps {
  readonly question: CatalogueEntry
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** One question of the catalogue, a radio button underneath. */
export function QuestionCard({ question, chosen, onChoose }: QuestionCardProps) {
  const { id, title, kind, summary, topics, levels, minutes } = question
  return (
    <label className={styles.card}>
      <input
        className={styles.radio}
        type="radio"
        name="question"
        value={id}
        checked={chosen}
        onChange={onChoose}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary`}
      />
      <span className={styles.cardHead}>
        <span className={styles.title} id={`${id}-title`}>
          {title}
        </span>
        {kind === 'experience' ? <Badge>From experience</Badge> : null}
        <CircleCheck className={styles.check} size={18} aria-hidden />
      </span>
      <span className={styles.summary} id={`${id}-summary`}>
        {summary}
      </span>
      <span className={styles.meta}>
        <span>{topics.map(topicName).join(' · ')}</span>
        <span>
          {levelsText(levels)} · {minutesText(minutes)}
        </span>
      </span>
    </label>
  )
}
