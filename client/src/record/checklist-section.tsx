import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import type { Mark } from '@drawbar/shared/interview/event.ts'
import { DIMENSIONS } from '@drawbar/shared/question/dimension.ts'
import { MARK_NAMES } from '@drawbar/shared/record/report-text.ts'
import type { RecordItem, SessionRecord } from '@drawbar/shared/record/record.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { MomentButton } from './moment-button.tsx'
import styles from './record-page.module.css'

const MARK_TONES: Record<Mark, Tone> = { seen: 'good', partly: 'partly', missed: 'bad' }

/** Every item with its mark and when it was made. Nothing where it was not shared. */
export function ChecklistSection(props: {
  readonly record: SessionRecord
  readonly onLook: ((evidence: Evidence) => void) | null
}) {
  const { record, onLook } = props
  const { checklist } = record
  if (!checklist) return null
  return (
    <section className={styles.section} aria-labelledby={`${record.copy}-checklist`}>
      <h2 id={`${record.copy}-checklist`}>Checklist</h2>
      {DIMENSIONS.map(({ id, name }) => {
        const items = checklist.filter((item) => item.dimension === id)
        return items.length === 0 ? null : (
          <div key={id}>
            <h3>{name}</h3>
            <ul className={styles.list}>
              {items.map((item) => (
                <ChecklistRow key={item.id} item={item} onLook={onLook} />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

function ChecklistRow(props: {
  readonly item: RecordItem
  readonly onLook: ((evidence: Evidence) => void) | null
}) {
  const { text, mark, clockMs, evidence } = props.item
  return (
    <li className={styles.item}>
      <span className={styles.itemMark}>
        {mark === null ? (
          <Badge>Not assessed</Badge>
        ) : (
          <Badge tone={MARK_TONES[mark]}>{MARK_NAMES[mark]}</Badge>
        )}
      </span>
      <span className={styles.itemText}>{text}</span>
      {clockMs === null ? null : <MomentButton clockMs={clockMs} evidence={evidence} onLook={props.onLook} />}
    </li>
  )
}
