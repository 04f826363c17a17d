/**
 * Whether this page's edits have reached the server's disk. Edits are counted, never flagged: a flag that an older
 * answer clears would call a newer edit saved.
 *
 *     edit ──► made += 1
 *     mark(n) sent up when none is under way, n = made        ┐ one round trip at a time: the next mark
 *     ack(n) received: everything up to n has committed       ┘ covers all edits made meanwhile
 *
 * An edit is one transaction of the board's binding: what was done within about 33 ms, or one undo.
 */
export interface SaveProgress {
  /** Edits made on this page, and those an earlier page left in the local copy unacknowledged. */
  readonly made: number
  /** Edits covered by the newest ack. */
  readonly acked: number
  /** The mark under way on this connection; null while none is. */
  readonly marked: number | null
  /** Whether marks can be sent: connected, and the server has been given everything from before the connection. */
  readonly open: boolean
}

/** What the page says. `waiting` counts edits the server has not acknowledged. */
export interface SaveState {
  readonly state: 'saved' | 'saving' | 'offline'
  readonly waiting: number
}

export const NOTHING_MADE: SaveProgress = { made: 0, acked: 0, marked: null, open: false }

export function edited(progress: SaveProgress, edits = 1): SaveProgress {
  return { ...progress, made: progress.made + edits }
}

/** The connection has handed the server everything this page has; from here on marks mean something. */
export function opened(progress: SaveProgress): SaveProgress {
  return { ...progress, open: true, marked: null }
}

/** The connection is gone, and with it the answer to a mark under way. */
export function lost(progress: SaveProgress): SaveProgress {
  return { ...progress, open: false, marked: null }
}

/** The mark to send now, if one is due. Follow with {@link marked}. */
export function markDue(progress: SaveProgress): number | null {
  const { open, marked: underWay, made, acked } = progress
  return open && underWay === null && made > acked ? made : null
}

export function marked(progress: SaveProgress, n: number): SaveProgress {
  return { ...progress, marked: n }
}

/** An ack counts only for the mark under way: a number we never sent says nothing. */
export function acknowledged(progress: SaveProgress, n: number): SaveProgress {
  if (progress.marked !== n) return progress
  return { ...progress, acked: Math.max(progress.acked, n), marked: null }
}

export function saveState(progress: SaveProgress, connected: boolean): SaveState {
  const waiting = progress.made - progress.acked
  if (!connected) return { state: 'offline', waiting }
  return { state: waiting === 0 ? 'saved' : 'saving', waiting }
}
