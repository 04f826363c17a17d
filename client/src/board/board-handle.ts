import type { Evidence } from '@drawbar/shared/interview/evidence.ts'
import { Box, type Editor, type TLShapeId } from 'tldraw'
import type { BoardHandle } from '../session/board-handle.ts'
import type { PlaceToLookAt, Session } from '../session/session.ts'
import { pagesAsPng, pagesAsSvg } from './take-picture.ts'
import { createFigureSource } from './watch-figures.ts'
import { graphSourceOf } from './watch-graph.ts'

const MOVE_MS = 400
/** Evidence keeps at most this many of the selected shapes. */
const MOST_SELECTED = 50

/** What the rest of the app may ask of this canvas. */
export function createBoardHandle(editor: Editor, session: Session): BoardHandle {
  return {
    evidence: () => evidenceOf(editor),
    lookAt: (evidence) => lookAt(editor, evidence),
    bringEveryoneHere() {
      const { center } = editor.getViewportPageBounds()
      session.bringEveryone({
        pageId: editor.getCurrentPageId(),
        center: { x: center.x, y: center.y },
        zoom: editor.getZoomLevel(),
      })
    },
    follow(participantId) {
      if (participantId === null) {
        editor.stopFollowingUser()
        return true
      }
      if (!editor.getCollaborators().some(({ userId }) => userId === participantId)) return false
      editor.startFollowingUser(participantId)
      return true
    },
    graph: graphSourceOf(editor),
    figures: createFigureSource(editor),
    showShapes: (ids) => showShapes(editor, ids),
    focus() {
      editor.focus()
      // The canvas may listen already while the page's focus is nowhere.
      editor.getContainer().focus()
    },
    exportSvg: async () => (await pagesAsSvg(editor, [editor.getCurrentPage()]))?.svg ?? null,
    exportPng: () => pagesAsPng(editor, [editor.getCurrentPage()]),
  }
}

/** Moves the camera to a place somebody asked everyone to look at. */
export function lookAtPlace(editor: Editor, { pageId, center, zoom }: Omit<PlaceToLookAt, 'by'>): void {
  goToPage(editor, pageId)
  const screen = editor.getViewportScreenBounds()
  const size = { w: screen.w / zoom, h: screen.h / zoom }
  const view = new Box(center.x - size.w / 2, center.y - size.h / 2, size.w, size.h)
  editor.stopFollowingUser()
  editor.zoomToBounds(view, { targetZoom: zoom, inset: 0, animation: { duration: MOVE_MS } })
}

function evidenceOf(editor: Editor): Evidence {
  const camera = editor.getCamera()
  const { w, h } = editor.getViewportScreenBounds()
  return {
    pageId: editor.getCurrentPageId(),
    camera: { x: camera.x, y: camera.y, zoom: camera.z },
    viewport: { width: w, height: h },
    selected: editor.getSelectedShapeIds().slice(0, MOST_SELECTED),
  }
}

/** Shows all that was on the maker's screen, also on a smaller one, and selects what they had selected. */
export function lookAt(editor: Editor, { pageId, camera, viewport, selected }: Evidence): void {
  goToPage(editor, pageId)
  editor.stopFollowingUser()
  const seen = new Box(-camera.x, -camera.y, viewport.width / camera.zoom, viewport.height / camera.zoom)
  editor.zoomToBounds(seen, { targetZoom: camera.zoom, inset: 0, animation: { duration: MOVE_MS } })
  editor.setSelectedShapes(selected.filter(isShapeIdOf(editor)))
}

/** Moves the camera so that all of these shapes are on screen, no nearer than it is. */
function showShapes(editor: Editor, ids: readonly string[]): void {
  const bounds = ids.filter(isShapeIdOf(editor)).flatMap((id) => editor.getShapePageBounds(id) ?? [])
  if (bounds.length === 0) return
  editor.stopFollowingUser()
  editor.zoomToBounds(Box.Common(bounds), {
    targetZoom: editor.getZoomLevel(),
    inset: 96,
    animation: { duration: MOVE_MS },
  })
}

function goToPage(editor: Editor, pageId: string): void {
  const page = editor.getPages().find(({ id }) => id === pageId)
  if (page && page.id !== editor.getCurrentPageId()) editor.setCurrentPage(page.id)
}

function isShapeIdOf(editor: Editor): (id: string) => id is TLShapeId {
  const ids: ReadonlySet<string> = editor.getCurrentPageShapeIds()
  return (id): id is TLShapeId => ids.has(id)
}
