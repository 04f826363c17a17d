import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { clampSize, sizeAfterKey, type SizeRange } from './panel-size.ts'

export interface ResizeOptions {
  readonly axis: 'width' | 'height'
  readonly size: number
  readonly range: SizeRange
  readonly onResize: (size: number) => void
}

/** What an element needs to be the separator before a panel: pointer, keys, and what a screen reader says. */
export function useResize({ axis, size, range, onResize }: ResizeOptions) {
  const [grab, setGrab] = useState<{ readonly at: number; readonly size: number } | null>(null)
  const position = (event: PointerEvent): number => (axis === 'width' ? event.clientX : event.clientY)

  return {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': axis === 'width' ? 'vertical' : 'horizontal',
    'aria-valuenow': size,
    'aria-valuemin': range.min,
    'aria-valuemax': range.max,
    'data-dragging': grab ? '' : undefined,
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      event.currentTarget.focus()
      setGrab({ at: position(event), size })
    },
    onPointerMove(event: PointerEvent) {
      if (grab) onResize(clampSize(grab.size + grab.at - position(event), range))
    },
    onPointerUp: () => setGrab(null),
    onPointerCancel: () => setGrab(null),
    onKeyDown(event: KeyboardEvent) {
      const next = sizeAfterKey({ key: event.key, shift: event.shiftKey, size, range })
      if (next === null) return
      event.preventDefault()
      onResize(next)
    },
  } as const
}
