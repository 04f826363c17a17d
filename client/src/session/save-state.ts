/**
 * Whether this page's edits have reached the server's disk. Changes are counted, never flagged: a flag that an older
 * answer clears would call a newer change saved.
 *
 *     change ──► made += 1
 *     mark(n) sent up when none is under way, n = made        ┐ one round trip at a time: the next mark
 *     ack(n) received: everything up to n has committed       ┘ covers all changes made meanwhile
 *
 * A change is one transaction of the board's binding, about 33 ms of a drag. What people count are edits: all changes
 * of one drag, one stroke or one label typed in one go.
 */
export interface SaveProgress {
  /** Changes made on this page so far. */
  readonly made: number
  /** Changes covered by the newest ack. */
  readonly acked: number
  /** Of each edit that is not acknowledged, its last change; oldest first. */
  readonly edits: readonly number[]
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

export const NOTHING_MADE: SaveProgress = { made: 0, acked: 0, edits: [], marked: null, open: false }

/** One more change. `continues`: it goes on with the newest edit, if that is not acknowledged yet. */
export function changed(progress: SaveProgress, continues: boolean): SaveProgress {
  const made = progress.made + 1
  const before = continues ? progress.edits.slice(0, -1) : progress.edits
  return { ...progress, made, edits: [...before, made] }
}

/** Edits that an earlier page left in the local copy; they count as one change of this one. */
export function inherited(progress: SaveProgress, edits: number): SaveProgress {
  if (edits === 0) return progress
  const made = progress.made + 1
  return { ...progress, made, edits: [...progress.edits, ...Array.from({ length: edits }, () => made)] }
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
export function markDue({ open, marked: underWay, made, acked }: SaveProgress): number | null {
  return open && underWay === null && made > acked ? made : null
}

export function marked(progress: SaveProgress, n: number): SaveProgress {
  return { ...progress, marked: n }
}

/** An ack counts only for the mark under way: a number we never sent says nothing. */
export function acknowledged(progress: SaveProgress, n: number): SaveProgress {
  if (progress.marked !== n) return progress
  return { ...progress, acked: n, edits: progress.edits.filter((last) => last > n), marked: null }
}

export function saveState({ edits }: SaveProgress, connected: boolean): SaveState {
  const waiting = edits.length
  if (!connected) return { state: 'offline', waiting }
  return { state: waiting === 0 ? 'saved' : 'saving', waiting }
}
