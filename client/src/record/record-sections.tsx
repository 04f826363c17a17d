import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { AnswersSection } from './answers-section.tsx'
import { ChecklistSection } from './checklist-section.tsx'
import { NotesSection } from './notes-section.tsx'
import { PhasesSection } from './phases-section.tsx'
import { QuestionSection } from './question-section.tsx'
import styles from './record-page.module.css'
import { ResultSection } from './result-section.tsx'
import { TimelineSection } from './timeline-section.tsx'

/** Everything of a record below its board; also what the sharing dialog previews. */
export function RecordSections(props: {
  readonly record: SessionRecord
  readonly onLook: ((evidence: Evidence) => void) | null
}) {
  const { record, onLook } = props
  return (
    <div className={styles.sections}>
      <div>
        {record.message === '' ? null : (
          <section className={styles.section}>
            <h2>{record.copy === 'candidate' ? 'From your interviewer' : 'To the candidate'}</h2>
            <p className={styles.prose}>{record.message}</p>
          </section>
        )}
        <ResultSection record={record} />
        <ChecklistSection record={record} onLook={onLook} />
        <NotesSection record={record} onLook={onLook} />
        <QuestionSection record={record} />
        <AnswersSection record={record} />
      </div>
      <div>
        <PhasesSection record={record} />
        <TimelineSection record={record} onLook={onLook} />
      </div>
    </div>
  )
}
