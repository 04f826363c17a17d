import type { RecordCopy, SessionRecord } from '@drawbar/shared/record/record.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { participantApi } from '../session/api.ts'
import type { ApiFailure } from '../session/api-failure.ts'
import type { Credentials } from '../session/credentials.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { loadRecord, type RecordLoad } from './load-record.ts'
import styles from './record-page.module.css'
import { RecordView } from './record-view.tsx'

export interface RecordPageProps {
  readonly credentials: Credentials
  /** Back to the round, for a record that is asked for before the end. */
  readonly roomPath: string
}

/** The record of a round: the interviewer's copy for interviewers, the candidate's for everyone else. */
export function RecordPage(props: RecordPageProps) {
  const [attempt, setAttempt] = useState(0)
  return <LoadedRecord key={attempt} {...props} onAgain={() => setAttempt(attempt + 1)} />
}

function LoadedRecord(props: RecordPageProps & { readonly onAgain: () => void }) {
  const { roundId, role, token } = props.credentials
  const api = useMemo(() => participantApi(token), [token])
  const copy: RecordCopy = role === 'interviewer' ? 'interviewer' : 'candidate'
  const [load, setLoad] = useState<RecordLoad>({ state: 'loading' })
  useEffect(() => loadRecord({ api, roundId, copy, onChange: setLoad }), [api, roundId, copy])
  const replace = useCallback((record: SessionRecord) => setLoad({ state: 'ready', record }), [])

  switch (load.state) {
    case 'loading':
      return (
        <output className={styles.waiting}>
          <Spinner /> Opening the record…
        </output>
      )
    case 'failed':
      return <LoadFailure failure={load.failure} roomPath={props.roomPath} onAgain={props.onAgain} />
    case 'ready':
      return <RecordView api={api} record={load.record} onRecord={replace} />
  }
}

function LoadFailure(props: {
  readonly failure: ApiFailure
  readonly roomPath: string
  readonly onAgain: () => void
}) {
  const { failure, roomPath, onAgain } = props
  const tooEarly = failure.code === 'wrong-state'
  return (
    <div className={styles.waiting}>
      <Notice
        tone={tooEarly ? 'neutral' : 'bad'}
        title={failure.message}
        actions={
          tooEarly ? <a href={roomPath}>Back to the room</a> : <Button onClick={onAgain}>Try again</Button>
        }
      >
        {failure.hint}
      </Notice>
    </div>
  )
}
