/** A point of the window, px. */
export interface DragPoint {
  readonly x: number
  readonly y: number
}

export interface DragHandlers {
  readonly onMove: (at: DragPoint) => void
  readonly onDrop: (at: DragPoint) => void
  readonly onCancel: () => void
}

/** A press that stays nearer than this is a press, px. */
const SLACK = 6

/** Follows a pointer from where it went down. A press that does not move far calls nothing; Escape gives up. */
export function watchDrag(down: PointerEvent, { onMove, onDrop, onCancel }: DragHandlers): void {
  const { pointerId, clientX, clientY } = down
  let dragging = false
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return
    dragging ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) > SLACK
    if (dragging) onMove({ x: event.clientX, y: event.clientY })
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return
    stop()
    if (!dragging) return
    swallowClick()
    onDrop({ x: event.clientX, y: event.clientY })
  }
  const cancel = () => {
    stop()
    if (dragging) onCancel()
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !dragging) return
    event.stopPropagation()
    cancel()
  }
  const stop = () => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', key, { capture: true })
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('keydown', key, { capture: true })
}

/** Where a drag ends on the button it began on, the browser says it was pressed. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
