import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ParticipantApi } from '../session/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { ARCHIVE_STEPS } from './archive.ts'
import styles from './record-page.module.css'
import { startArchive, type Making } from './start-archive.ts'

interface DownloadDialogProps {
  readonly api: ParticipantApi
  readonly record: SessionRecord
  readonly onClose: () => void
}

/** Makes the ZIP and shows how far it is; closing it gives up. */
export function DownloadDialog(props: DownloadDialogProps) {
  const [attempt, setAttempt] = useState(0)
  return <MakingDialog key={attempt} {...props} onAgain={() => setAttempt(attempt + 1)} />
}

function MakingDialog(props: DownloadDialogProps & { readonly onAgain: () => void }) {
  const { api, record, onClose, onAgain } = props
  const [making, setMaking] = useState<Making>({ state: 'making', finished: 0 })
  useEffect(() => startArchive({ api, record, onChange: setMaking }), [api, record])

  const finished = making.state === 'done' ? ARCHIVE_STEPS.length : making.finished
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="narrow"
      title={making.state === 'done' ? 'Your record is downloaded' : 'Making your record'}
      description={making.state === 'done' ? making.fileName : undefined}
      actions={
        <>
          {making.state === 'failed' ? (
            <Button look="primary" onClick={onAgain}>
              Try again
            </Button>
          ) : null}
          <Button onClick={onClose}>{making.state === 'making' ? 'Cancel' : 'Close'}</Button>
        </>
      }
    >
      <progress
        className={styles.progress}
        aria-label="Progress"
        max={ARCHIVE_STEPS.length}
        value={finished}
      />
      <ol className={styles.steps}>
        {ARCHIVE_STEPS.map((name, index) => (
          <li key={name} aria-current={index === finished ? 'step' : undefined}>
            <span className={styles.stepIcon}>
              {index < finished ? <Check size={16} aria-label="Done" /> : null}
              {index === finished && making.state === 'making' ? <Spinner /> : null}
            </span>
            {name}
          </li>
        ))}
      </ol>
      {making.state === 'failed' ? (
        <Notice
          tone="bad"
          title={`${ARCHIVE_STEPS[finished] ?? 'Making the record'} did not work: ${making.why}`}
        >
          The record itself is safe on the server.
        </Notice>
      ) : null}
    </Dialog>
  )
}
