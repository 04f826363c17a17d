import type { Question } from '@drawbar/shared/question/question.ts'
import { lazy, Suspense } from 'react'
import { Markdown } from '../ui/markdown.tsx'
import styles from './section.module.css'

/** Mermaid is larger than everything else in a panel, and only looked at now and then. */
const Diagram = lazy(async () => ({ default: (await import('./diagram.tsx')).Diagram }))

/** An accepted design: when it is right, and how it looks. */
export function ReferenceDesign({ reference }: { readonly reference: Question['references'][number] }) {
  const { title, when, flowchart, sequence } = reference
  return (
    <>
      <Markdown text={when} />
      <Suspense fallback={<p className={styles.soft}>Drawing the design…</p>}>
        <Diagram source={flowchart} name={`Flowchart: ${title}`} />
        {sequence === undefined ? null : <Diagram source={sequence} name={`Sequence: ${title}`} />}
      </Suspense>
      <details>
        <summary className={styles.small}>Mermaid source</summary>
        <pre className={styles.code}>{[flowchart, sequence].filter(Boolean).join('\n\n')}</pre>
      </details>
    </>
  )
}
