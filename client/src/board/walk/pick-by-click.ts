import { Vec, type Editor } from 'tldraw'

/** A press that moves further than this is no click, screen px. */
const STILL = 6
/** An arrow is thin: this near counts, screen px. */
const NEAR = 8

/**
 * While a path is chosen a click on the canvas picks what is under it, and a drag moves the board: nothing can be moved or
 * drawn by mistake. Calls back with the ids of the shapes there, the topmost first; `onOtherTool` when someone takes up
 * another tool. Returns the way to stop, which gives the select tool back.
 */
export function pickByClick(
  editor: Editor,
  {
    onPick,
    onOtherTool,
  }: { readonly onPick: (shapeIds: readonly string[]) => void; readonly onOtherTool: () => void },
): () => void {
  const container = editor.getContainer()
  let down: Vec | null = null

  const onDown = (event: PointerEvent) => {
    const onCanvas = event.target instanceof Element && event.target.closest('.tl-canvas') !== null
    down = onCanvas && event.isPrimary && event.button === 0 ? new Vec(event.clientX, event.clientY) : null
  }
  const onUp = (event: PointerEvent) => {
    const up = new Vec(event.clientX, event.clientY)
    if (!down || !event.isPrimary || down.dist(up) > STILL) return
    down = null
    // Not `getShapeAtPoint`, which is made for selecting: it prefers edges, labels and the smallest hollow box.
    const margin = NEAR / editor.getZoomLevel()
    const hits = editor.getShapesAtPoint(editor.screenToPage(up), { hitInside: true, margin })
    if (hits.length > 0) onPick(hits.map(({ id }) => id))
  }
  container.addEventListener('pointerdown', onDown, { capture: true })
  container.ownerDocument.addEventListener('pointerup', onUp, { capture: true })
  editor.selectNone()
  editor.setCurrentTool('hand')
  const stopWatching = editor.store.listen(
    () => {
      if (!editor.isIn('hand')) onOtherTool()
    },
    { scope: 'session' },
  )
  return () => {
    stopWatching()
    container.removeEventListener('pointerdown', onDown, { capture: true })
    container.ownerDocument.removeEventListener('pointerup', onUp, { capture: true })
    if (editor.isIn('hand')) editor.setCurrentTool('select')
  }
}
