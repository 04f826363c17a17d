import type { Bus, BusMessage } from '../../bus/bus.ts'

type Listener = (message: BusMessage) => void

/** Connects processes of a test. Messages wait until they are let through, and may be lost. */
export class MemoryBus {
  readonly #nodes = new Set<NodeBus>()
  readonly #queue: { readonly from: NodeBus; readonly roundId: string; readonly message: BusMessage }[] = []
  /** Whether messages wait for `flush`. */
  held = false
  connected = true

  node(): Bus {
    const node = new NodeBus(this)
    this.#nodes.add(node)
    return node
  }

  send(from: NodeBus, roundId: string, message: BusMessage): void {
    if (!this.connected) return
    this.#queue.push({ from, roundId, message })
    if (!this.held) this.flush()
  }

  flush(): void {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      for (const node of this.#nodes) if (node !== next.from) node.hear(next.roundId, next.message)
    }
  }

  lose(): void {
    this.#queue.length = 0
  }
}

class NodeBus implements Bus {
  readonly #hub: MemoryBus
  readonly #listeners = new Map<string, Set<Listener>>()

  constructor(hub: MemoryBus) {
    this.#hub = hub
  }

  get connected(): boolean {
    return this.#hub.connected
  }

  publish(roundId: string, message: BusMessage): void {
    this.#hub.send(this, roundId, message)
  }

  subscribe(roundId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(roundId) ?? new Set()
    this.#listeners.set(roundId, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  hear(roundId: string, message: BusMessage): void {
    for (const listener of this.#listeners.get(roundId) ?? []) listener(message)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listeners.clear()
  }
}
