import { CARD, type CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import type { Editor, TLShapeId } from 'tldraw'
import { layOutCard } from './card-layout.ts'

type Written = Partial<Pick<CardShape['props'], 'title' | 'rows'>>

/**
 * Changes a card as it stands in the store now, not as a view last drew it: a peer may have written into another of its
 * cells since. The height goes along. A newer version's kind keeps the height that version gave it.
 */
export function writeCard(
  editor: Editor,
  id: TLShapeId,
  change: (props: CardShape['props']) => Written,
): void {
  const shape = editor.getShape<CardShape>(id)
  if (!shape || editor.getIsReadonly()) return
  const { title = shape.props.title, rows = shape.props.rows } = change(shape.props)
  if (title === shape.props.title && rows === shape.props.rows) return
  const next = { ...shape.props, title, rows }
  const h = cardKindOf(next.kind) ? layOutCard(next).h : next.h
  editor.updateShape<CardShape>({ id, type: CARD, props: { title, rows, h } })
}
