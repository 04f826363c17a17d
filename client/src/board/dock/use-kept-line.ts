import type { OutlineLine } from '@drawbar/shared/graph/outline.ts'
import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

export interface KeptLine {
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: () => void
}

/**
 * Keeps the keyboard in the outline when the line that has it goes or is moved by somebody else: on the line, else on
 * the one that has come into its place. Returns what the panel hears.
 */
export function useKeptLine(
  panel: RefObject<HTMLElement | null>,
  lines: readonly Pick<OutlineLine, 'id'>[],
): KeptLine {
  /** The line with the keyboard. React tells of no blur when it takes an element away itself. */
  const held = useRef<{ readonly id: string; readonly at: number } | null>(null)

  useLayoutEffect(() => {
    const element = panel.current
    if (!element || held.current === null) return
    const { id, at } = held.current
    const now = lines.findIndex((line) => line.id === id)
    if (now >= 0) held.current = { id, at: now }
    if (element.contains(element.ownerDocument.activeElement)) return
    const buttons = [...element.querySelectorAll<HTMLElement>('[data-line]')]
    const next = now >= 0 ? buttons[now] : buttons[Math.min(at, buttons.length - 1)]
    const rest = next ?? element.querySelector<HTMLElement>('[tabindex]')
    rest?.focus()
  }, [panel, lines])

  return {
    onFocus({ target }) {
      const id = target instanceof HTMLElement ? target.dataset.line : undefined
      const at = lines.findIndex((line) => line.id === id)
      held.current = id === undefined || at < 0 ? null : { id, at }
    },
    onBlur() {
      held.current = null
    },
  }
}
