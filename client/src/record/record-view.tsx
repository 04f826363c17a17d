import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { useCallback, useState } from 'react'
import type { ParticipantApi } from '../session/api.ts'
import { BoardSection } from './board-section.tsx'
import { RecordHead } from './record-head.tsx'
import { RecordSections } from './record-sections.tsx'
import styles from './record-page.module.css'

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
