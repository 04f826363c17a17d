import type { CommandBody } from '@drawbar/shared/interview/command.ts'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import type { ParticipantApi } from './api.ts'
import type { ApiOutcome } from './api-failure.ts'
import type { BoardHandle } from './board-handle.ts'
import type { SessionState } from './session-state.ts'

/** A place the interviewer asked everyone to look at. Page coordinates; `zoom` 1 is 100 %. */
export interface PlaceToLookAt {
  readonly by: string
  readonly pageId: string
  readonly center: { readonly x: number; readonly y: number }
  readonly zoom: number
}

/** Being in a room: one per page, from opening the room until leaving it. */
export interface Session {
  /** Everything known; read it in components through `useSessionState`. */
  readonly state: StoreApi<SessionState>
  /** The round's board. `board/` binds the canvas to it. */
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Calls that need no session of their own: links, images, the record. */
  readonly api: ParticipantApi

  /**
   * Asks the server to do something in the interview. Resolves when it has been decided; the event that follows changes
   * the state. Without an answer it is sent again under the same id, so that it happens once, until the page is left.
   */
  send(body: CommandBody): Promise<ApiOutcome<{ readonly seq: number }>>

  /** Reads interview and question again, after a `loadFailure`. */
  reload(): void
  /** Connects now instead of at the next attempt. */
  reconnect(): void

  /** Asks everyone to look at a place. Interviewers only; refused by the server for others. False while offline. */
  bringEveryone(place: Omit<PlaceToLookAt, 'by'>): boolean
  /** Calls back when somebody else does. Returns the way to stop. */
  onBringHere(listener: (place: PlaceToLookAt) => void): () => void

  /** Set by the board when it is on screen, and taken back when it goes. */
  setBoard(board: BoardHandle | null): void

  /** Leaves: closes the socket and forgets the people, not the credentials or the local copy. */
  leave(): void
}
