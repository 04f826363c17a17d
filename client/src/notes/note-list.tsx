import { NotebookPen } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { addToast } from '../ui/toasts.ts'
import styles from './note-list.module.css'
import { NoteRow } from './note-row.tsx'
import { Removals } from './removals.ts'
import { shownNotes, type ShownNote } from './shown-notes.ts'

/** Enough of a note to know which one it was. */
const EXCERPT_LENGTH = 60

export interface NoteListProps {
  /** Who reads these notes, and the key that starts one. */
  readonly emptyText: string
}

/** The notes I may see, in the order they were taken. */
export function NoteList({ emptyText }: NoteListProps) {
  const notes = useSessionState((state) => state.interview.notes)
  const pending = useSessionState((state) => state.pendingCommands)
  const { hidden, remove } = useRemovals()
  const shown = useMemo(() => shownNotes({ notes, pending, hidden }), [notes, pending, hidden])
  const end = useRef<HTMLLIElement>(null)
  const count = shown.length

  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])

  if (count === 0) {
    return (
      <EmptyState icon={NotebookPen} title="No notes yet">
        {emptyText}
      </EmptyState>
    )
  }
  return (
    <ol className={styles.list} aria-label="Notes">
      {shown.map((note) => (
        <NoteRow key={note.id} note={note} onRemove={() => remove(note)} />
      ))}
      <li ref={end} aria-hidden />
    </ol>
  )
}

function useRemovals() {
  const session = useSession()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [toasts] = useState(() => new Map<string, () => void>())
  const [removals] = useState(
    () =>
      new Removals({
        after(ms, callback) {
          const timer = setTimeout(callback, ms)
          return () => clearTimeout(timer)
        },
        remove(noteId) {
          // A hovered message stays; what it offers must not outlive the time to undo.
          toasts.get(noteId)?.()
          void session.send({ type: 'remove-note', noteId })
        },
        onChange: setHidden,
      }),
  )
  useEffect(() => () => removals.stop(), [removals])

  function remove({ id, text }: ShownNote): void {
    const bringBack = removals.start(id)
    toasts.set(
      id,
      addToast({ title: 'Note removed', detail: excerpt(text), action: { name: 'Undo', run: bringBack } }),
    )
  }
  return { hidden, remove }
}

function excerpt(text: string): string {
  return text.length <= EXCERPT_LENGTH ? text : `${text.slice(0, EXCERPT_LENGTH).trimEnd()}…`
}
