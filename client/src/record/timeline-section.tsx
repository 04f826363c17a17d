import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import { timelineLine } from '@drawbar/shared/record/report-text.ts'
import type { SessionRecord, TimelineItem } from '@drawbar/shared/record/record.ts'
import { MomentButton } from './moment-button.tsx'
import styles from './record-page.module.css'

/** Everything that happened, in order. */
export function TimelineSection(props: {
  readonly record: SessionRecord
  readonly onLook: ((evidence: Evidence) => void) | null
}) {
  const { record, onLook } = props
  return (
    <section className={styles.section} aria-labelledby={`${record.copy}-timeline`}>
      <h2 id={`${record.copy}-timeline`}>Timeline</h2>
      <ol className={styles.timeline}>
        {record.timeline.map((item) => {
          const { what, text } = timelineLine(record, item)
          return (
            <li key={item.seq} className={styles.item} data-kind={item.kind}>
              <MomentButton clockMs={item.clockMs} evidence={evidenceOf(record, item)} onLook={onLook} />
              <span className={styles.itemText}>
                <span className={styles.what}>{what}</span>
                {text === '' ? null : <span className={styles.prose}>{text}</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function evidenceOf(record: SessionRecord, item: TimelineItem): Evidence | null {
  switch (item.kind) {
    case 'mark':
    case 'walk':
      return item.evidence
    case 'note':
      return record.notes.find(({ id }) => id === item.noteId)?.evidence ?? null
    default:
      return null
  }
}
