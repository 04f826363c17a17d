import { pinOf, pinText } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { WORKSHEET, type WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { isEqual, type Editor, type TLShape, type TLShapeId } from 'tldraw'

/**
 * When this person duplicates something together with the worksheet whose result is pinned to it, the copy's pin leads
 * to the worksheet's copy, in the same undo step. tldraw does not tell what a copy is a copy of: it is the new worksheet
 * with the rows of the one the pin names. Returns the way to stop.
 */
export function keepPinsWithCopies(editor: Editor): () => void {
  const made = new Set<TLShapeId>()
  // What comes back by an undo has its pin as it was.
  const gone = new Set<TLShapeId>()
  const { sideEffects } = editor
  const stops = [
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source === 'user' && !gone.has(shape.id) && isConcerned(shape)) made.add(shape.id)
    }),
    sideEffects.registerAfterDeleteHandler('shape', (shape) => {
      if (isConcerned(shape)) gone.add(shape.id)
    }),
    sideEffects.registerOperationCompleteHandler((source) => {
      if (source !== 'user' || made.size === 0) return
      const shapes = [...made].flatMap((id) => editor.getShape(id) ?? [])
      made.clear()
      const sheets = shapes.filter(isWorksheet)
      if (sheets.length === 0) return
      const copies = new Map<string, TLShapeId>()
      for (const shape of shapes) {
        const pin = pinOf(shape.meta)
        if (!pin || sheets.some(({ id }) => id === pin.worksheetId)) continue
        const copy =
          copies.get(pin.worksheetId) ?? copyOf(editor, pin.worksheetId, sheets, [...copies.values()])
        if (copy === undefined) continue
        copies.set(pin.worksheetId, copy)
        const moved = pinText({ ...pin, worksheetId: copy })
        editor.store.update(shape.id, (before) => ({ ...before, meta: { ...before.meta, pin: moved } }))
      }
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function copyOf(
  editor: Editor,
  id: string,
  sheets: readonly WorksheetShape[],
  taken: readonly TLShapeId[],
): TLShapeId | undefined {
  const original = editor.getShape(id as TLShapeId)
  if (!original || !isWorksheet(original)) return undefined
  return sheets.find((sheet) => !taken.includes(sheet.id) && isEqual(sheet.props, original.props))?.id
}

function isConcerned(shape: TLShape): boolean {
  return isWorksheet(shape) || pinOf(shape.meta) !== undefined
}

function isWorksheet(shape: TLShape): shape is WorksheetShape {
  return shape.type === WORKSHEET
}
