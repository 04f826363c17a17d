import { can } from '@drawbar/shared/people/can.ts'
import type { ConstraintCard } from '@drawbar/shared/question/question.ts'
import { clockText } from '@drawbar/shared/record/report-text.ts'
import { Check, ChevronRight, Zap } from 'lucide-react'
import { useId, useState } from 'react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { InlineMarkdown, Markdown } from '../ui/markdown.tsx'
import { playedAt } from './ladder.ts'
import styles from './reveal-list.module.css'
import sectionStyles from '../question/section.module.css'

/** Cards that change the problem late in the round. */
export function ConstraintCards({ cards }: { readonly cards: readonly ConstraintCard[] }) {
  return (
    <section className={sectionStyles.section} aria-label="Constraint cards">
      <h2 className={sectionStyles.title}>Constraint cards</h2>
      <ul className={styles.list}>
        {cards.map((card) => (
          <Card key={card.id} card={card} />
        ))}
      </ul>
    </section>
  )
}

function Card({ card }: { readonly card: ConstraintCard }) {
  const session = useSession()
  const at = useSessionState((state) => playedAt(state.interview.revealed, card.id))
  const role = useSessionState((state) => state.role)
  const roundState = useSessionState((state) => state.interview.state)
  const [open, setOpen] = useState(false)
  const id = useId()
  const allowed = can(role, 'play-constraint', roundState)

  return (
    <li className={classNames(styles.card, at !== null && styles.shown)}>
      <p className={styles.question} id={`${id}-card`}>
        <span className={sectionStyles.strong}>{card.title}. </span>
        <InlineMarkdown text={card.card} />
      </p>
      <div className={styles.row}>
        {at === null ? (
          <Button
            size="small"
            blocked={allowed.allowed ? null : allowed.reason}
            aria-describedby={`${id}-card`}
            onClick={() => void session.send({ type: 'play-constraint', cardId: card.id })}
          >
            <Zap size={14} aria-hidden /> Play
          </Button>
        ) : (
          <span className={styles.when}>
            <Check size={14} aria-hidden /> Played {clockText(at)}
          </span>
        )}
        <Button
          className={styles.toggle}
          size="small"
          look="quiet"
          aria-expanded={open}
          aria-controls={`${id}-more`}
          aria-describedby={`${id}-card`}
          onClick={() => setOpen(!open)}
        >
          Good adaptation <ChevronRight size={14} aria-hidden />
        </Button>
      </div>
      {open ? (
        <div className={styles.more} id={`${id}-more`}>
          <Markdown text={card.goodAdaptation} />
        </div>
      ) : null}
    </li>
  )
}
