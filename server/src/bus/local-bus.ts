import type { Bus } from './bus.ts'
import { subscriptions, type Subscriptions } from './subscriptions.ts'

/** What the buses of one process meet in. In tests each bus of a hub is a node; a server has one of each. */
export interface LocalHub {
  join(): Bus
}

export function createLocalHub(): LocalHub {
  const members = new Set<Subscriptions>()

  function join(): Bus {
    const mine = subscriptions()
    members.add(mine)
    return {
      connected: true,
      subscribe: mine.add,
      publish(roundId, message) {
        if (!members.has(mine)) return
        const others = [...members].filter((member) => member !== mine)
        // Later, as over a network: whoever publishes is not called back in the middle of it.
        queueMicrotask(() => {
          for (const other of others) other.deliver(roundId, message)
        })
      },
      async [Symbol.asyncDispose]() {
        members.delete(mine)
        mine.clear()
      },
    }
  }

  return { join }
}

/** The bus of a server that is alone. */
export function createLocalBus(): Bus {
  return createLocalHub().join()
}
