import type { SessionState } from '../session/session-state.ts'

export type SaveMessageState = Pick<SessionState, 'status' | 'closed' | 'save' | 'frozen' | 'role'> & {
  /** Commands without an answer yet: marks, notes, reveals. */
  readonly unanswered: number
}

/** What the page says about where this person's work is. */
export interface SaveMessage {
  readonly tone: 'good' | 'busy' | 'partly' | 'bad'
  /** A word or two, always on screen. */
  readonly text: string
  /** What is safe, and what to do. */
  readonly detail: string
  /** Trying now instead of at the next attempt makes sense. */
  readonly retry: boolean
}

/** One message for everything that may be the matter, the gravest first. */
export function saveMessage(state: SaveMessageState): SaveMessage {
  const { status, closed, save, frozen, role, unanswered } = state
  const waiting = save.waiting + unanswered
  if (status === 'closed') {
    return { tone: 'bad', text: 'Disconnected', detail: closed?.text ?? '', retry: false }
  }
  if (status === 'connecting') {
    return { tone: 'busy', text: 'Connecting', detail: 'Connecting to the room.', retry: false }
  }
  if (status === 'offline') {
    return waiting > 0
      ? {
          tone: 'partly',
          text: `Offline, ${edits(waiting)} waiting`,
          detail: 'They are kept in this browser and sent when the connection is back.',
          retry: true,
        }
      : {
          tone: 'partly',
          text: 'Offline',
          detail: 'Everything you did is saved. You can go on; it is sent when the connection is back.',
          retry: true,
        }
  }
  if (frozen) {
    return {
      tone: 'partly',
      text: 'Board paused',
      detail: 'The server cannot save right now, so the board takes no edits for a moment. Nothing is lost.',
      retry: false,
    }
  }
  if (waiting > 0) {
    return {
      tone: 'busy',
      text: 'Saving',
      detail: `${edits(waiting)} on the way to the server’s disk.`,
      retry: false,
    }
  }
  return role === 'observer'
    ? { tone: 'good', text: 'Connected', detail: 'You are watching the board live.', retry: false }
    : { tone: 'good', text: 'Saved', detail: 'Everything is on the server’s disk.', retry: false }
}

function edits(count: number): string {
  return count === 1 ? '1 edit' : `${count} edits`
}
