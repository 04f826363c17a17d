export type DockTab = 'palette' | 'outline' | 'closed'

const KEY = 'drawbar.dock'

/** Which panel was open when the page was left; none the first time. */
export function keptDockTab(storage: Storage): DockTab {
  const kept = storage.getItem(KEY)
  return kept === 'palette' || kept === 'outline' ? kept : 'closed'
}

export function keepDockTab(storage: Storage, tab: DockTab): void {
  try {
    storage.setItem(KEY, tab)
  } catch {
    // A full or forbidden storage loses a convenience, nothing else.
  }
}
