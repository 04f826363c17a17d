import { NOTE_LENGTH } from '@drawbar/shared/interview/event.ts'
import { can } from '@drawbar/shared/people/can.ts'
import { CornerDownLeft } from 'lucide-react'
import { useState, type Ref } from 'react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import styles from './note-composer.module.css'
import { newNoteId } from './new-note-id.ts'

export interface NoteComposerProps {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly placeholder: string
  /** Escape in the empty field. */
  readonly onLeave: () => void
}

/** Takes a note with Enter, stamped with the clock and with where the board is looked at. */
export function NoteComposer({ ref, placeholder, onLeave }: NoteComposerProps) {
  const session = useSession()
  const board = useSessionState((state) => state.board)
  const allowed = useSessionState((state) => can(state.role, 'take-note', state.interview.state).allowed)
  const [text, setText] = useState('')
  if (!allowed) return null

  async function take(): Promise<void> {
    const taken = text.trim()
    if (taken === '') return
    setText('')
    const outcome = await session.send({
      type: 'take-note',
      noteId: newNoteId(),
      text: taken,
      evidence: board?.evidence() ?? null,
    })
    // Nothing that was written is lost to a refusal, nor is what has been typed meanwhile.
    if (!outcome.ok) setText((typed) => (typed === '' ? taken : `${taken}\n${typed}`))
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      <TextArea
        ref={ref}
        label="New note"
        className={styles.field}
        rows={1}
        maxLength={NOTE_LENGTH}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault()
            void take()
          }
          if (event.key === 'Escape') onLeave()
        }}
      />
      <IconButton
        type="submit"
        look="secondary"
        label="Take the note"
        keys="Enter"
        blocked={text.trim() === '' ? 'Write something first.' : null}
      >
        <CornerDownLeft size={16} aria-hidden />
      </IconButton>
    </form>
  )
}
