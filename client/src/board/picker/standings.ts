import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import type { Editor } from 'tldraw'
import type { Standing, Standings } from './picker-items.ts'
import type { PickerRequest } from './picker-request.ts'
import { isConnectable, isPlainBox, nameOfComponent, textOfBox } from './pieces-on-board.ts'

const NOTHING_STANDS: Standings = { all: [], connectable: [] }

/** What stands on the board under a name, as far as the picker offers it for what it was opened for. */
export function standingsFor(editor: Editor, request: PickerRequest): Standings {
  if (request.mode !== 'place' || request.arrowId !== null) return NOTHING_STANDS
  const all = editor.getCurrentPageShapes().flatMap((shape): Standing[] => {
    if (!isConnectable(editor, shape)) return []
    if (editor.isShapeOfType<ComponentShape>(shape, COMPONENT)) {
      return [{ id: shape.id, name: nameOfComponent(shape), detail: titleOf(shape.props.kind) }]
    }
    const name = isPlainBox(editor, shape) ? textOfBox(editor, shape) : ''
    return name === '' ? [] : [{ id: shape.id, name, detail: '' }]
  })
  return { all, connectable: request.fromId === null ? [] : all.filter(({ id }) => id !== request.fromId) }
}

/** What the piece will be connected from is called; null where there is no such thing. */
export function sourceName(editor: Editor, request: PickerRequest): string | null {
  if (request.mode !== 'place' || request.fromId === null) return null
  const source = editor.getShape(request.fromId)
  if (source === undefined) return null
  return editor.isShapeOfType<ComponentShape>(source, COMPONENT) ? nameOfComponent(source) : 'the box'
}
