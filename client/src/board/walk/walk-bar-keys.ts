import type { KeyboardEvent } from 'react'

/**
 * A listener that runs what belongs to a key. Keys pressed in a menu that the bar has opened are the menu's: React tells
 * the bar of them although the menu is elsewhere on the page. A tooltip that has taken Escape for itself does not count.
 */
export function keysOf(
  doing: Readonly<Record<string, () => void>>,
): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const run = Object.hasOwn(doing, event.key) ? doing[event.key] : undefined
    const inBar = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (!run || !inBar) return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
}
