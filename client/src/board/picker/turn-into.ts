import {
  COMPONENT,
  COMPONENT_SIZE,
  MAX_LABEL_LENGTH,
  type ComponentShape,
} from '@drawbar/shared/board/shapes/component-shape.ts'
import { createShapeId, type Editor, type TLArrowBinding, type TLShapeId } from 'tldraw'
import { isLocked } from '../locks.ts'
import { isPlainBox, textOfBox } from './pieces-on-board.ts'
import type { Said } from './picker-items.ts'

export interface ComponentChoice {
  readonly kind: string
  readonly technology: string | null
  readonly said: Said
}

/**
 * Makes components of plain boxes, each with what was written in it, in its place, with its arrows. One undo step. A
 * record's type never changes (R2), so the box goes and a component comes.
 */
export function turnInto(
  editor: Editor,
  ids: readonly TLShapeId[],
  { kind, technology, said }: ComponentChoice,
): void {
  editor.markHistoryStoppingPoint('turn into')
  const made: TLShapeId[] = []
  editor.run(() => {
    for (const id of ids) {
      const box = editor.getShape(id)
      const bounds = box && editor.getShapeGeometry(box).bounds
      if (box === undefined || bounds === undefined || !isPlainBox(editor, box) || isLocked(editor, box))
        continue
      const written = textOfBox(editor, box)
      const label = said.label !== '' ? said.label : written !== '' ? written : (technology ?? '')
      const w = Math.max(bounds.w, COMPONENT_SIZE.w * 0.8)
      const h = Math.max(bounds.h, COMPONENT_SIZE.h * 0.8)
      const componentId = createShapeId()
      editor.createShape<ComponentShape>({
        id: componentId,
        type: COMPONENT,
        parentId: box.parentId,
        index: box.index,
        x: box.x - (w - bounds.w) / 2,
        y: box.y - (h - bounds.h) / 2,
        rotation: box.rotation,
        opacity: box.opacity,
        props: {
          w,
          h,
          kind,
          label: label.slice(0, MAX_LABEL_LENGTH),
          technology: technology ?? '',
          replicas: said.replicas,
          color: box.props.color,
        },
      })
      for (const { type, fromId, props } of editor.getBindingsToShape<TLArrowBinding>(id, 'arrow')) {
        editor.createBinding({ type, fromId, toId: componentId, props })
      }
      editor.deleteShape(id)
      made.push(componentId)
    }
    editor.setSelectedShapes(made)
  })
}
