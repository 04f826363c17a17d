import type { BusMessage } from './bus.ts'

type Listener = (message: BusMessage) => void

/** Who in this process listens to which round. */
export interface Subscriptions {
  /** Returns the way to unsubscribe. */
  add(roundId: string, listener: Listener): () => void
  deliver(roundId: string, message: BusMessage): void
  clear(): void
}

/** `onFirst` and `onLast` hear when a round begins and ceases to be listened to. */
export function subscriptions(hooks?: {
  readonly onFirst: (roundId: string) => void
  readonly onLast: (roundId: string) => void
}): Subscriptions {
  const rounds = new Map<string, Set<Listener>>()

  function add(roundId: string, given: Listener): () => void {
    // The same function may listen twice, and each of the two stops by itself.
    const listener: Listener = (message) => given(message)
    const listeners = rounds.get(roundId)
    if (listeners) {
      listeners.add(listener)
    } else {
      rounds.set(roundId, new Set([listener]))
      hooks?.onFirst(roundId)
    }
    return () => remove(roundId, listener)
  }

  function remove(roundId: string, listener: Listener): void {
    const listeners = rounds.get(roundId)
    if (!listeners?.delete(listener) || listeners.size > 0) return
    rounds.delete(roundId)
    hooks?.onLast(roundId)
  }

  function deliver(roundId: string, message: BusMessage): void {
    // A copy: who comes to listen while this is delivered hears the next one.
    const listeners = Array.from(rounds.get(roundId) ?? [])
    for (const listener of listeners) listener(message)
  }

  return { add, deliver, clear: () => rounds.clear() }
}
