/** The window as far as a link needs it. */
export interface LinkWindow {
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>
  readonly history: Pick<History, 'replaceState' | 'state'>
}

/** What opens a room, by room id. In this page's memory only: never in the address bar, never in a storage. */
const held = new Map<string, string>()

/**
 * Takes the capability out of the address bar, at once and without a new history entry, and keeps it in memory.
 * Returns the capability held for the room; undefined where its link was not opened on this page.
 */
export function takeCapability(
  roomId: string,
  { location, history }: LinkWindow = window,
): string | undefined {
  const capability = location.hash.slice(1)
  if (capability !== '') {
    held.set(roomId, capability)
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return held.get(roomId)
}

/** Holds a capability that came another way than by the address bar. */
export function holdCapability(roomId: string, capability: string): void {
  held.set(roomId, capability)
}

/** Forgets it: it has been used, or is of no use. */
export function dropCapability(roomId: string): void {
  held.delete(roomId)
}

/** The capability inside a link as the server tells it (`<origin>/r/<roomId>#<capability>`). */
export function capabilityOf(link: string): string {
  return new URL(link).hash.slice(1)
}
