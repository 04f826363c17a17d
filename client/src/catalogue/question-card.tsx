import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { CircleCheck } from 'lucide-react'
import styles from './catalogue-picker.module.css'
import { QuestionBadges } from './question-badges.tsx'
import { QuestionFacts } from './question-facts.tsx'

export interface QuestionCardProps {
  readonly question: CatalogueEntry
  readonly chosen: boolean
  readonly asked: boolean
  readonly read: boolean
  readonly onChoose: () => void
}

/** One question of the catalogue, a radio button underneath. */
export function QuestionCard({ question, chosen, asked, read, onChoose }: QuestionCardProps) {
  const { id, title, summary } = question
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
        <CircleCheck className={styles.check} size={18} aria-hidden />
      </span>
      <QuestionBadges question={question} asked={asked} read={read} />
      <span className={styles.summary} id={`${id}-summary`}>
        {summary}
      </span>
      <QuestionFacts question={question} />
    </label>
  )
}
