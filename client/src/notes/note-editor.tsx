import { NOTE_LENGTH } from '@drawbar/shared/interview/event.ts'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import styles from './note-list.module.css'

export interface NoteEditorProps {
  readonly text: string
  /** False where it could not be saved: the editor stays open with what was typed. */
  readonly onSave: (text: string) => Promise<boolean>
  readonly onCancel: () => void
}

/** Changes a note in its place. Enter saves, Escape leaves it as it was. */
export function NoteEditor({ text, onSave, onCancel }: NoteEditorProps) {
  const [typed, setTyped] = useState(text)
  const [saving, setSaving] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
    // Only when the editor opens; later changes of the note must not move the caret.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  async function save(): Promise<void> {
    if (typed.trim() === '') return
    setSaving(true)
    if (!(await onSave(typed.trim()))) setSaving(false)
  }

  return (
    <div className={styles.edit}>
      <TextArea
        ref={field}
        label="Note"
        rows={1}
        maxLength={NOTE_LENGTH}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void save()
        }}
      />
      <div className={styles.editActions}>
        <Button
          size="small"
          look="primary"
          busy={saving}
          blocked={typed.trim() === '' ? 'A note needs some text.' : null}
          onClick={() => void save()}
        >
          Save
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
