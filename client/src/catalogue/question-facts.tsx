import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { topicName } from './filter-questions.ts'
import { levelsText, minutesText } from './fit-text.ts'
import styles from './question-facts.module.css'

/** Topics, levels and lengths, on a line or two. */
export function QuestionFacts({ question }: { readonly question: CatalogueEntry }) {
  const { topics, levels, minutes } = question
  return (
    <span className={styles.facts}>
      <span>{topics.map(topicName).join(' · ')}</span>
      <span>
        {levelsText(levels)} · {minutesText(minutes)}
      </span>
    </span>
  )
}
