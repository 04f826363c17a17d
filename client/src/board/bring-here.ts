import type { Editor } from 'tldraw'
import type { Session } from '../session/session.ts'
import { addToast } from '../ui/toasts.ts'
import { lookAtPlace } from './board-handle.ts'

/** Goes where the interviewer asks everyone to look, and says who asked. Returns the way to stop. */
export function followBringHere(editor: Editor, session: Session): () => void {
  return session.onBringHere((place) => {
    const { interview, participantId } = session.state.getState()
    if (place.by === participantId) return
    lookAtPlace(editor, place)
    const name = interview.participants.find(({ id }) => id === place.by)?.name ?? 'The interviewer'
    addToast({ title: `${name} brought everyone here.` })
  })
}
