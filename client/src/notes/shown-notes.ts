import type { Note } from '@drawbar/shared/interview/interview.ts'
import type { PendingCommand } from '../session/session-state.ts'

/** A note as the list shows it. */
export interface ShownNote {
  readonly id: string
  readonly text: string
  /** Null while it has not reached the server, which stamps it. */
  readonly stamped: Note | null
  /** A change of it is on its way. */
  readonly pending: boolean
}

/** The notes with what is still on its way to the server: a note is on screen the moment it is taken. */
export function shownNotes(options: {
  readonly notes: readonly Note[]
  readonly pending: readonly PendingCommand[]
  readonly hidden: ReadonlySet<string>
}): ShownNote[] {
  const { notes, pending, hidden } = options
  const shown = new Map<string, ShownNote>(
    notes.map((note) => [note.id, { id: note.id, text: note.text, stamped: note, pending: false }]),
  )
  for (const { command } of pending) {
    switch (command.type) {
      case 'take-note':
        if (shown.has(command.noteId)) break
        shown.set(command.noteId, { id: command.noteId, text: command.text, stamped: null, pending: true })
        break
      case 'edit-note': {
        const note = shown.get(command.noteId)
        if (note) shown.set(note.id, { ...note, text: command.text, pending: true })
        break
      }
      case 'remove-note':
        shown.delete(command.noteId)
        break
      default:
        break
    }
  }
  return [...shown.values()].filter((note) => !hidden.has(note.id))
}
