import type { Surroundings } from '../surroundings.ts'
import { FakeSocket } from './fake-socket.ts'
import { MemoryStorage } from './memory-storage.ts'

interface Timer {
  readonly at: number
  readonly callback: () => void
}

/** A browser whose clock, network and sockets the test moves. */
export class FakeBrowser {
  readonly sockets: FakeSocket[] = []
  readonly storage = new MemoryStorage()
  // y-websocket notes when it heard something by the real clock; the two must start together.
  #now = Date.now()
  #timers: Timer[] = []
  #ids = 0
  #network = new Set<(reachable: boolean) => void>()
  #unsaved: (() => boolean) | null = null

  get surroundings(): Surroundings {
    const { sockets } = this
    class Socket extends FakeSocket {
      constructor(url: string, protocols: readonly string[]) {
        super(url, protocols)
        sockets.push(this)
      }
    }
    return {
      now: () => this.#now,
      after: (ms, callback) => {
        const timer = { at: this.#now + ms, callback }
        this.#timers.push(timer)
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer)
        }
      },
      random: () => 0.5,
      newId: () => `command-${(this.#ids += 1)}`,
      WebSocket: Socket as unknown as typeof WebSocket,
      socketOrigin: 'ws://drawbar.test',
      localStorage: this.storage,
      keepsBoards: false,
      onNetworkChange: (callback) => {
        this.#network.add(callback)
        return () => this.#network.delete(callback)
      },
      warnBeforeClosing: (unsaved) => {
        this.#unsaved = unsaved
        return () => {
          this.#unsaved = null
        }
      },
    }
  }

  /** The socket made last. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error('No socket was made.')
    return socket
  }

  /** Whether the browser would ask before closing the page. */
  get warns(): boolean {
    return this.#unsaved?.() ?? false
  }

  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const [next] = this.#timers.toSorted((a, b) => a.at - b.at)
      if (!next || next.at > end) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#now = next.at
      next.callback()
    }
    this.#now = end
  }

  network(reachable: boolean): void {
    for (const callback of this.#network) callback(reachable)
  }
}
