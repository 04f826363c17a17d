import { ROLE_NAMES } from '@drawbar/shared/people/role.ts'
import { LEVEL_NAMES } from '@drawbar/shared/question/level.ts'
import { clockText, questionTitle } from '@drawbar/shared/record/report-text.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { Download, Share2 } from 'lucide-react'
import { useState } from 'react'
import type { ParticipantApi } from '../session/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { DownloadDialog } from './download-dialog.tsx'
import styles from './record-page.module.css'
import { ShareDialog } from './share-dialog.tsx'

const DAY_AND_TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' })

/** What was held, when, by whom, and what can be done with the record. */
export function RecordHead(props: {
  readonly api: ParticipantApi
  readonly record: SessionRecord
  readonly onRecord: (record: SessionRecord) => void
}) {
  const { api, record, onRecord } = props
  const [open, setOpen] = useState<'share' | 'download' | null>(null)
  const mine = record.copy === 'interviewer'
  const close = () => setOpen(null)

  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <p className={styles.kicker}>
          <Badge tone="accent">{mine ? "Interviewer's copy" : "Candidate's copy"}</Badge>
          {record.startedAt === null ? 'Never started' : DAY_AND_TIME.format(record.startedAt)}
        </p>
        <h1>{questionTitle(record)}</h1>
        <p className={styles.facts}>
          {LEVEL_NAMES[record.level]} · {clockText(record.clockMs)} of {record.minutes}:00 ·{' '}
          {record.people.map(({ name, role }) => `${name} (${ROLE_NAMES[role].toLowerCase()})`).join(', ')}
        </p>
      </div>
      <div className={styles.headActions}>
        {mine ? (
          <Button onClick={() => setOpen('share')}>
            <Share2 size={16} aria-hidden /> Share with candidate
          </Button>
        ) : null}
        <Button look="primary" onClick={() => setOpen('download')}>
          <Download size={16} aria-hidden /> Download ZIP
        </Button>
      </div>
      {open === 'share' ? (
        <ShareDialog api={api} record={record} onRecord={onRecord} onClose={close} />
      ) : null}
      {open === 'download' ? <DownloadDialog api={api} record={record} onClose={close} /> : null}
    </header>
  )
}
