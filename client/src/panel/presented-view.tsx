import { RUNG_NAMES } from '@drawbar/shared/question/question.ts'
import { clockText } from '@drawbar/shared/record/report-text.ts'
import type { RevealedText } from '@drawbar/shared/question/question-view.ts'
import { MessageSquareDashed } from 'lucide-react'
import { useSessionState } from '../session/use-session.ts'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { InlineMarkdown, Markdown } from '../ui/markdown.tsx'
import styles from './presented-view.module.css'

/** The question as candidate and observers see it: the prompt once presented, then what is revealed, in order. */
export function PresentedView() {
  const presented = useSessionState((state) => state.question?.presented ?? null)
  const role = useSessionState((state) => state.role)
  const started = useSessionState((state) => state.interview.state !== 'lobby')

  if (!presented) {
    return (
      <EmptyState icon={MessageSquareDashed} title="The question comes here">
        {started
          ? 'The interview is running. The interviewer presents the question in a moment.'
          : role === 'candidate'
            ? 'Nothing has started yet. Try the board meanwhile: R draws a box, A an arrow, T text. What you draw now stays.'
            : 'Nothing has started yet. You will see the question when the candidate does.'}
      </EmptyState>
    )
  }
  return (
    <>
      <h2 className={styles.title}>{presented.title}</h2>
      <Markdown text={presented.prompt} />
      <ol className={styles.reveals} aria-label="Revealed since" aria-live="polite">
        {presented.revealed.map((revealed) => (
          <Reveal key={revealed.seq} revealed={revealed} />
        ))}
      </ol>
    </>
  )
}

function Reveal({ revealed }: { readonly revealed: RevealedText }) {
  const clockMs = useSessionState(
    (state) => state.interview.revealed.find(({ seq }) => seq === revealed.seq)?.clockMs,
  )
  return (
    <li className={classNames(styles.reveal, styles[revealed.kind])}>
      <p className={styles.head}>
        <span className={styles.kind}>{kindText(revealed)}</span>
        <span>{clockMs === undefined ? null : clockText(clockMs)}</span>
      </p>
      <p>
        <InlineMarkdown text={revealed.text} />
      </p>
    </li>
  )
}

function kindText(revealed: RevealedText): string {
  switch (revealed.kind) {
    case 'follow-up':
      return 'Follow-up'
    case 'hint':
      return `Hint: ${RUNG_NAMES[revealed.rung].toLowerCase()}`
    case 'constraint':
      return `New constraint: ${revealed.title}`
  }
}
