import type { PresentPerson } from '../session/session-state.ts'
import type { BoardHandle } from '../session/board-handle.ts'
import { addToast } from '../ui/toasts.ts'

/** Follows someone around the board, or stops where they were followed already. */
export function toggleFollow(options: {
  readonly board: BoardHandle | null
  readonly person: PresentPerson
  readonly followed: boolean
}): void {
  const { board, person, followed } = options
  if (!board) return
  if (followed) {
    board.follow(null)
    return
  }
  if (board.follow(person.participantId)) return
  addToast({
    title: `${person.name} is not on the board yet.`,
    detail: 'You can follow someone once they have moved there.',
  })
}
