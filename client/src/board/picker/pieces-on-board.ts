import { CARD } from '@drawbar/shared/board/shapes/card-shape.ts'
import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import {
  renderPlaintextFromRichText,
  type Editor,
  type TLGeoShape,
  type TLNoteShape,
  type TLShape,
  type TLTextShape,
} from 'tldraw'
import { isLocked } from '../locks.ts'

/** Whether a connection may start or end at a shape: components, cards and the boxes of tldraw. */
export function isConnectable(editor: Editor, shape: TLShape): boolean {
  return (
    editor.isShapeOfType(shape, COMPONENT) || editor.isShapeOfType(shape, CARD) || isPlainBox(editor, shape)
  )
}

/** A box of tldraw that may be turned into a component. */
export function isPlainBox(editor: Editor, shape: TLShape): shape is TLGeoShape | TLNoteShape | TLTextShape {
  return (
    editor.isShapeOfType<TLGeoShape>(shape, 'geo') ||
    editor.isShapeOfType<TLNoteShape>(shape, 'note') ||
    editor.isShapeOfType<TLTextShape>(shape, 'text')
  )
}

/** Whether shapes are boxes of tldraw, at least one and all of them, which somebody may turn into components now. */
export function canBeTurned(editor: Editor, shapes: readonly TLShape[]): boolean {
  return shapes.length > 0 && shapes.every((shape) => isPlainBox(editor, shape) && !isLocked(editor, shape))
}

/** What is written in a box, on one line. */
export function textOfBox(editor: Editor, shape: TLGeoShape | TLNoteShape | TLTextShape): string {
  return renderPlaintextFromRichText(editor, shape.props.richText).replaceAll(/\s+/g, ' ').trim()
}

/** What a component is called on the board: its label, or its kind. */
export function nameOfComponent({ props }: ComponentShape): string {
  return props.label.trim() === '' ? titleOf(props.kind) : props.label
}
