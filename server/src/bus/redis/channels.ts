import type { Redis } from 'ioredis'

/** The channels a connection ought to be subscribed to, and whether Redis has said that it is. */
export interface Channels {
  /** False from when a channel is added, or the connection has broken, until Redis has confirmed. */
  readonly confirmed: boolean
  add(channel: string): void
  remove(channel: string): void
  /** For a new connection: subscribes to everything again. */
  confirmAll(): Promise<void>
}

export function createChannels(subscriber: Redis, onTrouble: (error: Error) => void): Channels {
  const wanted = new Set<string>()
  /** Channel to the number of the request that is to confirm it: an earlier one's answer does not count. */
  const awaited = new Map<string, number>()
  let requests = 0

  subscriber.on('close', () => {
    for (const channel of wanted) awaited.set(channel, 0)
  })

  async function request(channels: readonly string[]): Promise<void> {
    requests += 1
    const number = requests
    for (const channel of channels) awaited.set(channel, number)
    // A connection that is not ready asks for everything as soon as it is.
    if (subscriber.status !== 'ready' || channels.length === 0) return
    try {
      await subscriber.subscribe(...channels)
    } catch (error) {
      onTrouble(new Error('Redis has not confirmed a subscription', { cause: error }))
      return
    }
    for (const channel of channels) if (awaited.get(channel) === number) awaited.delete(channel)
  }

  return {
    get confirmed() {
      return awaited.size === 0
    },
    add(channel) {
      wanted.add(channel)
      void request([channel])
    },
    remove(channel) {
      wanted.delete(channel)
      awaited.delete(channel)
      if (subscriber.status === 'ready') subscriber.unsubscribe(channel).catch(onTrouble)
    },
    confirmAll: () => request([...wanted]),
  }
}
