import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import { personName } from '@drawbar/shared/record/report-text.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { MomentButton } from './moment-button.tsx'
import styles from './record-page.module.css'

/** The notes this copy holds, in the order they were taken. */
export function NotesSection(props: {
  readonly record: SessionRecord
  readonly onLook: ((evidence: Evidence) => void) | null
}) {
  const { record, onLook } = props
  return (
    <section className={styles.section} aria-labelledby={`${record.copy}-notes`}>
      <h2 id={`${record.copy}-notes`}>Notes</h2>
      {record.notes.length === 0 ? (
        <p className={styles.soft}>There are no notes in this copy.</p>
      ) : (
        <ul className={styles.list}>
          {record.notes.map((note) => (
            <li key={note.id} className={styles.item}>
              <MomentButton clockMs={note.clockMs} evidence={note.evidence} onLook={onLook} />
              <span className={styles.itemText}>
                <span className={styles.prose}>{note.text}</span>
                <span className={styles.soft}>{personName(record, note.by)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
