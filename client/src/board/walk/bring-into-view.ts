import type { Editor, TLShapeId } from 'tldraw'

/** A step nearer to the edge than this is hard to see, screen px. */
const EDGE = 32
const MOVE_MS = 400

interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Whether one has to move to see it: its middle is out of sight, or so near the edge that most of it is. */
export function isOutOfSight(view: Rect, box: Rect, edge: number): boolean {
  const x = box.x + box.w / 2
  const y = box.y + box.h / 2
  return x < view.x + edge || x > view.x + view.w - edge || y < view.y + edge || y > view.y + view.h - edge
}

/** Moves the camera to a step that cannot be seen, and leaves it alone otherwise. Whoever follows a person stays with them. */
export function bringIntoView(editor: Editor, pageId: string, shapeId: string): void {
  if (editor.getInstanceState().followingUserId !== null) return
  const page = editor.getPages().find(({ id }) => id === pageId)
  if (!page) return
  if (page.id !== editor.getCurrentPageId()) editor.setCurrentPage(page.id)
  const bounds = editor.getShapePageBounds(shapeId as TLShapeId)
  if (!bounds) return
  const view = editor.getViewportPageBounds()
  if (!isOutOfSight(view, bounds, EDGE / editor.getZoomLevel())) return
  editor.centerOnPoint(bounds.center, { animation: { duration: MOVE_MS } })
}
