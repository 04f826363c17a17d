import { WORKSHEET, type WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import type { Editor, TLShapeId } from 'tldraw'
import { layOutWorksheet } from './worksheet-layout.ts'

type Written = Partial<Pick<WorksheetShape['props'], 'title' | 'rows'>>

/**
 * Changes a worksheet as it stands in the store now, not as a view last drew it: a peer may have written into another of
 * its cells since. The height goes along with the rows.
 */
export function writeWorksheet(
  editor: Editor,
  id: TLShapeId,
  change: (props: WorksheetShape['props']) => Written,
): void {
  const shape = editor.getShape<WorksheetShape>(id)
  if (!shape || editor.getIsReadonly()) return
  const { title = shape.props.title, rows = shape.props.rows } = change(shape.props)
  if (title === shape.props.title && rows === shape.props.rows) return
  const { h } = layOutWorksheet({ w: shape.props.w, rows })
  editor.updateShape<WorksheetShape>({ id, type: WORKSHEET, props: { title, rows, h } })
}
