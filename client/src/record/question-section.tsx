import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { Markdown } from '../ui/markdown.tsx'
import styles from './record-page.module.css'

/** The prompt as the candidate read it. */
export function QuestionSection({ record }: { readonly record: SessionRecord }) {
  const { presented } = record.question
  return (
    <section className={styles.section} aria-labelledby={`${record.copy}-question`}>
      <h2 id={`${record.copy}-question`}>Question</h2>
      {presented ? (
        <Markdown text={presented.prompt} />
      ) : (
        <p className={styles.soft}>The question was not presented in this round.</p>
      )}
    </section>
  )
}
