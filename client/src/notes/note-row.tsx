import { can } from '@drawbar/shared/people/can.ts'
import { clockText } from '@drawbar/shared/record/report-text.ts'
import { MapPin, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { NoteEditor } from './note-editor.tsx'
import styles from './note-list.module.css'
import type { ShownNote } from './shown-notes.ts'

export interface NoteRowProps {
  readonly note: ShownNote
  readonly onRemove: () => void
}

export function NoteRow({ note, onRemove }: NoteRowProps) {
  const session = useSession()
  const mine = useSessionState((state) => note.stamped === null || note.stamped.by === state.participantId)
  const mayEdit = useSessionState((state) => can(state.role, 'edit-note', state.interview.state).allowed)
  const [editing, setEditing] = useState(false)

  async function save(text: string): Promise<boolean> {
    if (text !== note.text) {
      const outcome = await session.send({ type: 'edit-note', noteId: note.id, text })
      if (!outcome.ok) return false
    }
    setEditing(false)
    return true
  }

  return (
    <li className={styles.note}>
      <div className={styles.body}>
        <NoteStamp note={note} />
        {editing ? (
          <NoteEditor text={note.text} onSave={save} onCancel={() => setEditing(false)} />
        ) : (
          <p className={styles.text}>{note.text}</p>
        )}
      </div>
      {mine && mayEdit && !editing && note.stamped ? (
        <div className={styles.actions}>
          <IconButton label="Edit the note" size="small" onClick={() => setEditing(true)}>
            <Pencil size={14} aria-hidden />
          </IconButton>
          <IconButton label="Remove the note" size="small" onClick={onRemove}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </div>
      ) : null}
    </li>
  )
}

function NoteStamp({ note }: { readonly note: ShownNote }) {
  const board = useSessionState((state) => state.board)
  const { stamped } = note
  const phase = useSessionState(
    (state) => state.question?.plan.phases.find(({ id }) => id === stamped?.phaseId)?.name,
  )
  const author = useSessionState((state) =>
    stamped === null || stamped.by === state.participantId
      ? undefined
      : state.interview.participants.find(({ id }) => id === stamped.by)?.name,
  )
  if (stamped === null) return <p className={styles.stamp}>Saving…</p>
  const { evidence } = stamped
  const time = clockText(stamped.clockMs)
  return (
    <p className={styles.stamp}>
      {evidence && board ? (
        <Tooltip text="Look at this place on the board">
          <button
            type="button"
            className={styles.time}
            aria-label={`${time}: look at this place on the board`}
            onClick={() => board.lookAt(evidence)}
          >
            <MapPin size={12} aria-hidden />
            {time}
          </button>
        </Tooltip>
      ) : (
        <span className={styles.plain}>{time}</span>
      )}
      {[phase, author, stamped.editedAt === null ? undefined : 'edited', note.pending ? 'saving…' : undefined]
        .filter((part) => part !== undefined)
        .join(' · ')}
    </p>
  )
}
