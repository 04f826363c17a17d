import { can } from '@drawbar/shared/people/can.ts'
import { RUNG_NAMES, STAR_NAMES, type FollowUp } from '@drawbar/shared/question/question.ts'
import { clockText } from '@drawbar/shared/record/report-text.ts'
import { Check, ChevronRight, Eye } from 'lucide-react'
import { useId, useState } from 'react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { InlineMarkdown, Markdown } from '../ui/markdown.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { HintLadder } from './hint-ladder.tsx'
import { ladder, revealedAt } from './ladder.ts'
import styles from './reveal-list.module.css'

/** One follow-up: reveal it, help with it, and know a good answer. */
export function FollowUpCard({ followUp }: { readonly followUp: FollowUp }) {
  const session = useSession()
  const revealed = useSessionState((state) => state.interview.revealed)
  const role = useSessionState((state) => state.role)
  const roundState = useSessionState((state) => state.interview.state)
  const [open, setOpen] = useState(false)
  const id = useId()
  const at = revealedAt(revealed, followUp.id)
  const rungs = ladder(revealed, followUp.id)
  const given = rungs.filter(({ state }) => state === 'given')
  const allowed = can(role, 'reveal-follow-up', roundState)

  function reveal(): void {
    setOpen(true)
    void session.send({ type: 'reveal-follow-up', followUpId: followUp.id })
  }

  return (
    <li className={classNames(styles.card, at !== null && styles.shown)}>
      <p className={styles.question} id={`${id}-question`}>
        {followUp.star ? <span className={styles.star}>{STAR_NAMES[followUp.star]}: </span> : null}
        <InlineMarkdown text={followUp.question} />
      </p>
      <div className={styles.row}>
        {at === null ? (
          <Button
            size="small"
            blocked={allowed.allowed ? null : allowed.reason}
            aria-describedby={`${id}-question`}
            onClick={reveal}
          >
            <Eye size={14} aria-hidden /> Reveal
          </Button>
        ) : (
          <span className={styles.when}>
            <Check size={14} aria-hidden /> Revealed {clockText(at)}
          </span>
        )}
        <VisuallyHidden>
          {given.length === 0
            ? 'No hint given'
            : `Hints given: ${given.map(({ rung }) => RUNG_NAMES[rung]).join(', ')}`}
        </VisuallyHidden>
        <span className={styles.dots} aria-hidden>
          {rungs.map(({ rung, state }) => (
            <span key={rung} className={styles.rungDot} data-given={state === 'given' ? '' : undefined} />
          ))}
        </span>
        <Button
          className={styles.toggle}
          size="small"
          look="quiet"
          aria-expanded={open}
          aria-controls={`${id}-more`}
          aria-describedby={`${id}-question`}
          onClick={() => setOpen(!open)}
        >
          Hints and answer <ChevronRight size={14} aria-hidden />
        </Button>
      </div>
      {open ? (
        <div className={styles.more} id={`${id}-more`}>
          <HintLadder followUp={followUp} rungs={rungs} />
          <div>
            <p className={styles.label}>Good answer</p>
            <Markdown text={followUp.goodAnswer} />
          </div>
        </div>
      ) : null}
    </li>
  )
}
