import type { Evidence } from '@drawbar/shared/interview/evidence.ts'

/** What the rest of the app may ask of the board on screen. Made by `board/`, kept in the session's state. */
export interface BoardHandle {
  /** Where its viewer is looking now: what a note or a mark remembers. */
  evidence(): Evidence
  /** Moves the camera to where a note or a mark was made. */
  lookAt(evidence: Evidence): void
  /** Asks everyone in the round to look at what is in the middle of this screen. Interviewers. */
  bringEveryoneHere(): void
  /** Follows a participant's camera until the viewer moves their own; null stops. False: they are not on the board. */
  follow(participantId: string | null): boolean
  /** Gives the keyboard back to the canvas. */
  focus(): void
  /** The page on screen as SVG on a light ground; null when nothing is on it. */
  exportSvg(): Promise<string | null>
  /** The same as PNG at twice its size. */
  exportPng(): Promise<Blob | null>
}
