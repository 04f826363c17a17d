import type { ApiFailure } from '../session/api-failure.ts'
import type { SessionState } from '../session/session-state.ts'

/** What stands between a person and the room, the gravest first. */
export type RoomTrouble =
  /** The place in the room is gone: another link is needed. */
  | { readonly kind: 'lost'; readonly text: string }
  /** The board cannot go on in this page; what is on screen stays readable. */
  | { readonly kind: 'reload'; readonly text: string }
  /** Interview or question could not be read; asking again may help. */
  | { readonly kind: 'retry'; readonly failure: ApiFailure }

const LOST_CODES = ['signed-out', 'forbidden', 'not-found', 'link-revoked']

export function roomTrouble(state: Pick<SessionState, 'closed' | 'loadFailure'>): RoomTrouble | null {
  const { closed, loadFailure } = state
  switch (closed?.reason) {
    case undefined:
    case 'sealed':
      break
    case 'signedOut':
    case 'forbidden':
    case 'noRound':
      return { kind: 'lost', text: closed?.text ?? '' }
    default:
      return { kind: 'reload', text: closed?.text ?? '' }
  }
  if (!loadFailure) return null
  if (LOST_CODES.includes(loadFailure.code)) {
    const text =
      loadFailure.hint === null ? loadFailure.message : `${loadFailure.message} ${loadFailure.hint}`
    return { kind: 'lost', text }
  }
  return { kind: 'retry', failure: loadFailure }
}
