import type { QuestionStarter } from '@drawbar/shared/question/question.ts'
import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { centreInRoom } from '../bring-into-room.ts'
import { drawPlan } from '../exchange/draw-plan.ts'
import type { DrawingPlan } from '../exchange/drawing-plan.ts'
import { newRowId } from '../shapes/card/new-card-shape.ts'
import { fourAreas } from './four-areas.ts'

/** Whether a starter board may be put down: the page is empty and the person may draw. */
export function mayStart(editor: Editor): boolean {
  return !editor.getIsReadonly() && editor.getCurrentPageShapeIds().size === 0
}

/** Puts the four areas on the empty page and shows them, in one undo step. Does nothing where something stands. */
export function putFourAreas(editor: Editor): void {
  if (!mayStart(editor)) return
  editor.markHistoryStoppingPoint('starter board')
  editor.run(() => {
    for (const { x, y, props, inside } of fourAreas(newRowId)) {
      const id = createShapeId()
      editor.createShape({ id, type: 'frame', x, y, props })
      if (!inside) continue
      const { type, props: innerProps } = inside
      const inner = { id: createShapeId(), type, parentId: id, x: inside.x, y: inside.y, props: innerProps }
      editor.createShape(inner)
    }
  })
  showAll(editor)
}

/**
 * Puts a question's starter on the empty page, locked when the question says so, in one undo step. Whoever may draw
 * unlocks a shape, or all of them, in the context menu. Returns the new shapes.
 */
export function putQuestionStarter(
  editor: Editor,
  plan: DrawingPlan,
  { locked }: Pick<QuestionStarter, 'locked'>,
): readonly TLShapeId[] {
  if (!mayStart(editor)) return []
  const ids = drawPlan(editor, plan, {
    at: editor.getViewportPageBounds().center,
    newId: () => createShapeId(),
  })
  editor.selectNone()
  if (locked) {
    editor.updateShapes(
      ids.flatMap((id) => {
        const shape = editor.getShape(id)
        return shape ? [{ id, type: shape.type, isLocked: true }] : []
      }),
    )
  }
  if (ids.length > 0) showAll(editor)
  return ids
}

function showAll(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds()
  if (bounds) centreInRoom(editor, bounds, { most: 1, duration: 0 })
}
