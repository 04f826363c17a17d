import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { Markdown } from '../ui/markdown.tsx'
import styles from './record-page.module.css'

type Answers = NonNullable<SessionRecord['question']['answers']>

/** What good answers say: what was shared of it in the candidate's copy, all of it in the interviewer's. */
export function AnswersSection({ record }: { readonly record: SessionRecord }) {
  const { whole, answers } = record.question
  const shown: Answers | null = whole
    ? {
        keyPoints: whole.keyPoints,
        followUps: whole.followUps.map(({ question, goodAnswer }) => ({ question, goodAnswer })),
        references: whole.references,
      }
    : answers
  if (!shown) return null
  return (
    <section className={styles.section} aria-labelledby={`${record.copy}-answers`}>
      <h2 id={`${record.copy}-answers`}>What a good answer holds</h2>
      <Markdown text={shown.keyPoints.map((point) => `- ${point}`).join('\n')} />
      {shown.followUps.map(({ question, goodAnswer }) => (
        <details key={question} className={styles.details}>
          <summary>{question}</summary>
          <Markdown text={goodAnswer} />
        </details>
      ))}
      {shown.references.map(({ title, when, flowchart }) => (
        <details key={title} className={styles.details}>
          <summary>Reference design: {title}</summary>
          <Markdown text={when} />
          <pre className={styles.source}>{flowchart.trim()}</pre>
        </details>
      ))}
    </section>
  )
}
