import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import type { BoardFigure } from '@drawbar/shared/question/compare-figures.ts'

/** Something of a board that changes, as `useSyncExternalStore` wants it. */
export interface BoardSource<T> {
  /** The same value until it has changed. */
  readonly get: () => T
  /** Called after it may have changed. Returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

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
  /** What stands on the page on screen and what leads where. */
  readonly graph: BoardSource<BoardGraph>
  /** The results of the page's worksheets; none until the arithmetic has been loaded. */
  readonly figures: BoardSource<readonly BoardFigure[]>
  /** Moves this viewer's camera to shapes, and selects nothing: others see what one selects. */
  showShapes(ids: readonly string[]): void
  /** Gives the keyboard back to the canvas. */
  focus(): void
  /** The page on screen as SVG on a light ground; null when nothing is on it. */
  exportSvg(): Promise<string | null>
  /** The same as PNG at twice its size. */
  exportPng(): Promise<Blob | null>
}
