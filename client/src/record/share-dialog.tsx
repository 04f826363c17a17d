import { SHARE_NOTHING, type ShareChoice } from '@drawbar/shared/interview/share-choice.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { useId, useState } from 'react'
import type { ParticipantApi } from '../session/api.ts'
import type { ApiFailure } from '../session/api-failure.ts'
import { randomId } from '../session/random-id.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { addToast } from '../ui/toasts.ts'
import { candidatePreview } from './candidate-preview.ts'
import styles from './record-page.module.css'
import { RecordSections } from './record-sections.tsx'

/** Chooses what the candidate's copy shows, with that copy beside it. */
export function ShareDialog(props: {
  readonly api: ParticipantApi
  readonly record: SessionRecord
  readonly onRecord: (record: SessionRecord) => void
  readonly onClose: () => void
}) {
  const { api, record, onRecord, onClose } = props
  const [choice, setChoice] = useState<ShareChoice>(record.shared ?? SHARE_NOTHING)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  async function share(): Promise<void> {
    setBusy(true)
    setFailure(null)
    const outcome = await api.command(record.roundId, { id: randomId(), type: 'share-record', choice })
    setBusy(false)
    if (!outcome.ok) {
      setFailure(outcome.failure)
      return
    }
    onRecord({ ...record, shared: choice, message: choice.message })
    addToast({
      title: 'The candidate’s copy is updated.',
      detail: 'They see it when they open or reload their record.',
    })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="wide"
      title="Share with the candidate"
      description="Their copy always has the board, the question as they saw it, the timeline and their own notes. Choose what it shows of yours."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={busy} onClick={() => void share()}>
            Update their copy
          </Button>
        </>
      }
    >
      {failure ? (
        <Notice tone="bad" title={failure.message}>
          {failure.hint ?? 'Nothing was shared. What you chose is still here.'}
        </Notice>
      ) : null}
      <div className={styles.shareColumns}>
        <ShareForm record={record} choice={choice} onChange={setChoice} />
        {/* It scrolls, so the keyboard must be able to reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={styles.preview} aria-label="Preview of the candidate's copy" tabIndex={0}>
          <p className={styles.kicker}>What the candidate will see, below the board</p>
          <RecordSections record={candidatePreview(record, choice)} onLook={null} />
        </section>
      </div>
    </Dialog>
  )
}

function ShareForm(props: {
  readonly record: SessionRecord
  readonly choice: ShareChoice
  readonly onChange: (choice: ShareChoice) => void
}) {
  const { record, choice, onChange } = props
  const set = (part: Partial<ShareChoice>) => onChange({ ...choice, ...part })
  const toggleNote = (id: string, on: boolean) =>
    set({ noteIds: on ? [...choice.noteIds, id] : choice.noteIds.filter((other) => other !== id) })

  return (
    <div className={styles.shareForm}>
      <fieldset className={styles.group}>
        <legend>Checklist and answers</legend>
        <Choice
          name="Result by dimension"
          detail="The counts and scores, without the items"
          on={choice.summary || choice.checklist}
          locked={choice.checklist}
          onChange={(summary) => set({ summary })}
        />
        <Choice
          name="The whole checklist"
          detail="Every item with its mark, and when you made it"
          on={choice.checklist}
          onChange={(checklist) => set({ checklist })}
        />
        <Choice
          name="What a good answer holds"
          detail="Key points, answers to the follow-ups and the reference designs"
          on={choice.answers}
          onChange={(answers) => set({ answers })}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Your notes</legend>
        {record.notes.length === 0 ? <p className={styles.soft}>You took no notes.</p> : null}
        {record.notes.map(({ id, text }) => (
          <Choice
            key={id}
            name={text}
            on={choice.noteIds.includes(id)}
            onChange={(on) => toggleNote(id, on)}
          />
        ))}
      </fieldset>
      <div className={styles.group}>
        <p className={styles.label}>A few words to the candidate</p>
        <TextArea
          label="A few words to the candidate"
          className={styles.message}
          maxLength={4000}
          placeholder="What to keep, what to stop, what to start"
          value={choice.message}
          onChange={({ target }) => set({ message: target.value })}
        />
      </div>
    </div>
  )
}

function Choice(props: {
  readonly name: string
  readonly detail?: string
  readonly on: boolean
  /** Comes with another choice. */
  readonly locked?: boolean
  readonly onChange: (on: boolean) => void
}) {
  const { name, detail, on, locked, onChange } = props
  const id = useId()
  return (
    <div className={styles.choice}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={locked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>
        <span className={styles.choiceName}>{name}</span>
        {detail ? <span className={styles.soft}>{detail}</span> : null}
      </label>
    </div>
  )
}
