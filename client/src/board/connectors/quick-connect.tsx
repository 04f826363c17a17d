import { useRef, useState, type CSSProperties, type PointerEvent, type RefObject } from 'react'
import { useEditor, usePassThroughWheelEvents, useValue, type Editor, type TLShapeId } from 'tldraw'
import { openPickerToPlace } from '../picker/open-picker.ts'
import { dragToConnect } from './drag-to-connect.ts'
import { sourceAtPointer } from './connectable-at.ts'
import styles from './quick-connect.module.css'

/** How far outside a component its handles stand, screen px. tldraw's own handles are on the edge. */
const OUTSIDE = 16
/** Below this the handles would be larger than what they belong to, screen px. */
const SMALLEST = 48

/**
 * Four handles around the component under the pointer, or the one that is selected: drag one to another shape to
 * connect, or to an empty place to choose what goes there; press it for the same without dragging.
 */
export function QuickConnect() {
  const editor = useEditor()
  const [held, setHeld] = useState<TLShapeId | null>(null)
  const id = useValue('quick connect', () => held ?? sourceAtPointer(editor), [editor, held])
  const sides = useValue('quick connect sides', () => (id === null ? [] : sidesOf(editor, id)), [editor, id])
  const target = useValue('locked target', () => lockedTarget(editor), [editor])
  const handles = useRef<HTMLDivElement>(null)
  // Panning brings handles under the pointer; the wheel must not stop at them. The hook takes an empty ref too.
  usePassThroughWheelEvents(handles as RefObject<HTMLElement>)
  return (
    <div ref={handles}>
      {target === null ? null : <div className={styles.target} style={target} />}
      {sides.map(({ of, name, x, y }) => (
        <button
          key={name}
          type="button"
          className={styles.handle}
          style={{ insetInlineStart: x, insetBlockStart: y }}
          aria-label={`Connect from the ${name}`}
          tabIndex={-1}
          onPointerEnter={() => setHeld(of)}
          onPointerLeave={() => setHeld(null)}
          onPointerDown={(event) => startDrag(editor, of, event)}
        />
      ))}
    </div>
  )
}

/** Where the pointer went down and where it was let go decide between a press and a drag, px. */
const DRAG_DISTANCE = 5

function startDrag(editor: Editor, fromId: TLShapeId, event: PointerEvent<HTMLButtonElement>): void {
  if (event.button !== 0) return
  event.preventDefault()
  event.stopPropagation()
  const start = { x: event.clientX, y: event.clientY }
  const onMove = (move: globalThis.PointerEvent) => {
    if (Math.hypot(move.clientX - start.x, move.clientY - start.y) < DRAG_DISTANCE) return
    stop()
    dragToConnect(editor, fromId, move)
  }
  const onUp = () => {
    stop()
    editor.select(fromId)
    openPickerToPlace(editor, { fromId })
  }
  const stop = () => {
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', stop)
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', stop)
}

/** Where what is locked stands on screen while an arrow is dragged onto it; tldraw shows only what is not. */
function lockedTarget(editor: Editor): CSSProperties | null {
  if (!editor.isIn('select.dragging_handle')) return null
  const locked = editor.getHintingShape().find(({ isLocked }) => isLocked)
  const bounds = locked && editor.getShapePageBounds(locked)
  if (bounds === undefined) return null
  const { x, y } = editor.pageToViewport(bounds)
  const zoom = editor.getZoomLevel()
  return {
    insetInlineStart: x,
    insetBlockStart: y,
    inlineSize: bounds.w * zoom,
    blockSize: bounds.h * zoom,
  }
}

interface Side {
  readonly of: TLShapeId
  readonly name: 'top' | 'right' | 'bottom' | 'left'
  readonly x: number
  readonly y: number
}

function sidesOf(editor: Editor, id: TLShapeId): readonly Side[] {
  const bounds = editor.getShapePageBounds(id)
  if (bounds === undefined) return []
  const { x: left, y: top } = editor.pageToViewport({ x: bounds.minX, y: bounds.minY })
  const { x: right, y: bottom } = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY })
  if (right - left < SMALLEST) return []
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  return [
    { of: id, name: 'top', x: middle.x, y: top - OUTSIDE },
    { of: id, name: 'right', x: right + OUTSIDE, y: middle.y },
    { of: id, name: 'bottom', x: middle.x, y: bottom + OUTSIDE },
    { of: id, name: 'left', x: left - OUTSIDE, y: middle.y },
  ]
}
