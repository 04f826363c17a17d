import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { useCallback, useState } from 'react'
import type { ParticipantApi } from '../session/api.ts'
import { AnswersSection } from './answers-section.tsx'
import { BoardSection } from './board-section.tsx'
import { ChecklistSection } from './checklist-section.tsx'
import { NotesSection } from './notes-section.tsx'
import { PhasesSection } from './phases-section.tsx'
import { QuestionSection } from './question-section.tsx'
import { RecordHead } from './record-head.tsx'
import styles from './record-page.module.css'
import { ResultSection } from './result-section.tsx'
import { TimelineSection } from './timeline-section.tsx'

/** A place on the final board to look at; `n` tells a second look at the same place from the first. */
export interface Look {
  readonly evidence: Evidence
  readonly n: number
}

/** A record as a page to read. */
export function RecordView(props: {
  readonly api: ParticipantApi
  readonly record: SessionRecord
  readonly onRecord: (record: SessionRecord) => void
}) {
  const { api, record, onRecord } = props
  const [look, setLook] = useState<Look | null>(null)
  const lookAt = useCallback((evidence: Evidence) => {
    setLook((last) => ({ evidence, n: (last?.n ?? 0) + 1 }))
    document.getElementById('record-board')?.scrollIntoView({ block: 'start' })
  }, [])

  return (
    <article className={styles.record}>
      <RecordHead api={api} record={record} onRecord={onRecord} />
      <BoardSection api={api} record={record} look={look} />
      <RecordSections record={record} onLook={lookAt} />
    </article>
  )
}

/** Everything of a record below its board; also what the sharing dialog previews. */
export function RecordSections(props: {
  readonly record: SessionRecord
  readonly onLook: ((evidence: Evidence) => void) | null
}) {
  const { record, onLook } = props
  return (
    <div className={styles.sections}>
      {record.message === '' ? null : (
        <section className={styles.section}>
          <h2>{record.copy === 'candidate' ? 'From your interviewer' : 'To the candidate'}</h2>
          <p className={styles.prose}>{record.message}</p>
        </section>
      )}
      <ResultSection record={record} />
      <ChecklistSection record={record} onLook={onLook} />
      <NotesSection record={record} onLook={onLook} />
      <PhasesSection record={record} />
      <QuestionSection record={record} />
      <AnswersSection record={record} />
      <TimelineSection record={record} onLook={onLook} />
    </div>
  )
}
