import { react, type Editor } from 'tldraw'

export type DetailLevel = 'near' | 'far'

/** Below half size the small print of a component cannot be read; what is left of it is drawn large. */
const FAR_BELOW = 0.5

export function detailAt(zoom: number): DetailLevel {
  return zoom < FAR_BELOW ? 'far' : 'near'
}

/**
 * Keeps the level on the canvas's element, where the style sheet of components looks for it: crossing it renders no
 * component again. Returns how to stop.
 */
export function showDetailByZoom(editor: Editor): () => void {
  const container = editor.getContainer()
  const stop = react('detail of components', () => {
    const level = detailAt(editor.getZoomLevel())
    if (container.dataset.componentDetail !== level) container.dataset.componentDetail = level
  })
  return () => {
    stop()
    delete container.dataset.componentDetail
  }
}
