import type { PointerEvent } from 'react'

/** A press beside the fields leaves the keyboard where it is. */
export function keepFocus(event: PointerEvent): void {
  event.stopPropagation()
  if (event.target instanceof Element && !event.target.closest('input, textarea, select'))
    event.preventDefault()
}
