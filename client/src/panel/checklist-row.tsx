import type { Mark } from '@drawbar/shared/interview/event.ts'
import type { MarkedItem } from '@drawbar/shared/interview/interview.ts'
import { can } from '@drawbar/shared/people/can.ts'
import { LEVEL_NAMES, LEVELS, type Level } from '@drawbar/shared/question/level.ts'
import { STAR_NAMES, type ChecklistItem } from '@drawbar/shared/question/question.ts'
import { clockText, MARK_NAMES } from '@drawbar/shared/record/report-text.ts'
import { Check, ChevronRight, Contrast, MapPin, X, type LucideIcon } from 'lucide-react'
import { useId, type KeyboardEvent } from 'react'
import { useSessionState } from '../session/use-session.ts'
import { classNames } from '../ui/class-names.ts'
import { InlineMarkdown } from '../ui/markdown.tsx'
import styles from './checklist.module.css'

export interface RowKeyboard {
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export interface ChecklistRowProps {
  readonly item: ChecklistItem
  readonly level: Level
  readonly mark: Mark | null
  /** The mark as the log has it, with its evidence. */
  readonly marked: MarkedItem | null
  /** Where the Tab key enters the list. */
  readonly isStop: boolean
  readonly expanded: boolean
  /** Goes onto everything of the row that takes the focus. */
  readonly keyboard: RowKeyboard
  readonly onMark: (mark: Mark | null) => void
  readonly onExpand: () => void
}

const MARKS: readonly { readonly mark: Mark; readonly icon: LucideIcon; readonly key: string }[] = [
  { mark: 'seen', icon: Check, key: '1' },
  { mark: 'partly', icon: Contrast, key: '2' },
  { mark: 'missed', icon: X, key: '3' },
]

/** One item with its three marks. Pressing a mark again takes it back. */
export function ChecklistRow(props: ChecklistRowProps) {
  const { item, level, mark, marked, isStop, expanded, keyboard, onMark, onExpand } = props
  const allowed = useSessionState((state) => can(state.role, 'mark-item', state.interview.state).allowed)
  const id = useId()
  return (
    <li className={styles.item} data-item={item.id}>
      <div className={styles.line}>
        <p className={styles.text} id={`${id}-text`}>
          {item.star ? <span className={styles.star}>{STAR_NAMES[item.star]}: </span> : null}
          <InlineMarkdown text={item.text} />
        </p>
        <fieldset className={styles.marks} aria-labelledby={`${id}-text`}>
          {MARKS.map(({ mark: value, icon: Icon, key }, index) => (
            <button
              {...keyboard}
              key={value}
              type="button"
              className={classNames(styles.mark, styles[value])}
              tabIndex={isStop && index === 0 ? 0 : -1}
              aria-pressed={mark === value}
              aria-disabled={!allowed || undefined}
              aria-label={MARK_NAMES[value]}
              aria-keyshortcuts={key}
              title={`${MARK_NAMES[value]} (${key})`}
              onClick={() => {
                if (allowed) onMark(mark === value ? null : value)
              }}
            >
              <Icon size={16} strokeWidth={2.25} aria-hidden />
            </button>
          ))}
        </fieldset>
      </div>
      <div className={styles.foot}>
        <button
          {...keyboard}
          type="button"
          className={styles.link}
          tabIndex={isStop ? 0 : -1}
          aria-expanded={expanded}
          aria-controls={`${id}-levels`}
          aria-describedby={`${id}-text`}
          onClick={onExpand}
        >
          <ChevronRight size={12} aria-hidden />
          {expanded ? 'Levels' : `For ${LEVEL_NAMES[level].toLowerCase()}`}
        </button>
        {marked && mark !== null ? (
          <MarkedMoment marked={marked} isStop={isStop} keyboard={keyboard} />
        ) : null}
      </div>
      {expanded ? (
        <dl className={styles.levels} id={`${id}-levels`}>
          {LEVELS.map((one) => (
            <div key={one} className={classNames(styles.level, one === level && styles.mine)}>
              <dt>{LEVEL_NAMES[one]}</dt>
              <dd>
                <InlineMarkdown text={item[one]} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  )
}

function MarkedMoment(props: {
  readonly marked: MarkedItem
  readonly isStop: boolean
  readonly keyboard: RowKeyboard
}) {
  const { marked, isStop, keyboard } = props
  const board = useSessionState((state) => state.board)
  const { evidence } = marked
  const time = clockText(marked.clockMs)
  if (!evidence || !board) return <span>{time}</span>
  return (
    <button
      {...keyboard}
      type="button"
      className={classNames(styles.link, styles.time)}
      tabIndex={isStop ? 0 : -1}
      aria-label={`Marked at ${time}: look at that place on the board`}
      onClick={() => board.lookAt(evidence)}
    >
      <MapPin size={12} aria-hidden />
      {time}
    </button>
  )
}
