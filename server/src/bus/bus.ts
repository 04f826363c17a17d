/** What one server process tells the others that hold connections of the same round. */
export type BusMessage =
  /** The round's log has grown to `seq`; read on from where you are. A doorbell: losing one costs time, not data. */
  | { readonly kind: 'grown'; readonly seq: number }
  /** An awareness update (y-protocols bytes), already stamped with its owner. */
  | { readonly kind: 'presence'; readonly update: Uint8Array }
  /** A control frame for everyone in the round whose role may see it, never stored. */
  | { readonly kind: 'control'; readonly json: string }
  /** The links or people of the round's room have changed: check every connection again. */
  | { readonly kind: 'access-changed' }

/** How server processes share a round. At most once, in order per sender; the store is the truth. */
export interface Bus extends AsyncDisposable {
  publish(roundId: string, message: BusMessage): void
  /** Messages of other processes only. Returns the way to unsubscribe. */
  subscribe(roundId: string, listener: (message: BusMessage) => void): () => void
  /** False while messages may be getting lost; subscribers then poll the store. */
  readonly connected: boolean
}
