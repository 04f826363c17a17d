import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Bus, BusMessage } from './bus.ts'

/** Some buses of one deployment, each as if in a process of its own. */
export interface OpenedBuses {
  /** Another process joins; it is connected when this resolves. */
  join(): Promise<Bus>
  /** Resolves when all subscriptions made so far hear what is published from now on. */
  settled(): Promise<void>
  dispose(): Promise<void>
}

/** What every {@link Bus} must do. Rules B… are in docs/sync.spec.md. */
export function busContract(name: string, open: () => Promise<OpenedBuses>): void {
  async function openForTest(): Promise<OpenedBuses> {
    const opened = await open()
    onTestFinished(opened.dispose)
    return opened
  }

  describe(`Bus: ${name}`, () => {
    it('[B1] brings every kind of message to the other processes as it was', async () => {
      const { join, settled } = await openForTest()
      const [alice, bob, carol] = [await join(), await join(), await join()]
      const heard = { bob: listen(bob, 'round'), carol: listen(carol, 'round') }
      await settled()
      const messages: BusMessage[] = [
        { kind: 'grown', seq: 1 },
        { kind: 'presence', update: Uint8Array.from({ length: 512 }, (_, index) => index % 256) },
        { kind: 'presence', update: new Uint8Array(0) },
        { kind: 'control', json: '{"text":"“ünïcode” 🧵 \\u0000"}' },
        { kind: 'access-changed' },
        { kind: 'grown', seq: Number.MAX_SAFE_INTEGER },
      ]
      for (const message of messages) alice.publish('round', message)
      await vi.waitFor(() => expect(heard.bob).toStrictEqual(messages))
      await vi.waitFor(() => expect(heard.carol).toStrictEqual(messages))
    })

    it('[B2] keeps the order of each sender', async () => {
      const { join, settled } = await openForTest()
      const [alice, bob, carol] = [await join(), await join(), await join()]
      const heard = listen(carol, 'round')
      await settled()
      for (let seq = 1; seq <= 200; seq += 1) {
        alice.publish('round', { kind: 'grown', seq })
        bob.publish('round', { kind: 'grown', seq: 1000 + seq })
      }
      await vi.waitFor(() => expect(heard).toHaveLength(400))
      const seqs = heard.map((message) => (message.kind === 'grown' ? message.seq : Number.NaN))
      const counted = Array.from({ length: 200 }, (_, index) => index + 1)
      expect(seqs.filter((seq) => seq <= 200)).toStrictEqual(counted)
      expect(seqs.filter((seq) => seq > 1000)).toStrictEqual(counted.map((seq) => seq + 1000))
    })

    it('[B1] does not bring a message back to its sender, nor to other rounds', async () => {
      const { join, settled } = await openForTest()
      const [alice, bob] = [await join(), await join()]
      const own = listen(alice, 'round')
      const other = listen(bob, 'another-round')
      const heard = listen(bob, 'round')
      await settled()
      alice.publish('round', { kind: 'grown', seq: 1 })
      alice.publish('another-round', { kind: 'grown', seq: 2 })
      bob.publish('round', { kind: 'grown', seq: 3 })
      await vi.waitFor(() => expect(own).toStrictEqual([{ kind: 'grown', seq: 3 }]))
      await vi.waitFor(() => expect(heard).toStrictEqual([{ kind: 'grown', seq: 1 }]))
      await vi.waitFor(() => expect(other).toStrictEqual([{ kind: 'grown', seq: 2 }]))
    })

    it('[B1] calls every listener until it unsubscribes', async () => {
      const { join, settled } = await openForTest()
      const [alice, bob] = [await join(), await join()]
      const first: BusMessage[] = []
      const stopFirst = bob.subscribe('round', (message) => first.push(message))
      const second = listen(bob, 'round')
      await settled()
      alice.publish('round', { kind: 'grown', seq: 1 })
      await vi.waitFor(() => expect(second).toHaveLength(1))
      stopFirst()
      stopFirst()
      alice.publish('round', { kind: 'grown', seq: 2 })
      await vi.waitFor(() => expect(second).toHaveLength(2))
      expect(first).toStrictEqual([{ kind: 'grown', seq: 1 }])
    })

    it('[B1] hears a round again after having left it', async () => {
      const { join, settled } = await openForTest()
      const [alice, bob] = [await join(), await join()]
      const before: BusMessage[] = []
      bob.subscribe('round', (message) => before.push(message))()
      const heard = listen(bob, 'round')
      await settled()
      alice.publish('round', { kind: 'grown', seq: 1 })
      await vi.waitFor(() => expect(heard).toHaveLength(1))
      expect(before).toStrictEqual([])
    })

    it('[B2] does not call a listener while it publishes', async () => {
      const { join, settled } = await openForTest()
      const [alice, bob] = [await join(), await join()]
      const heard = listen(bob, 'round')
      await settled()
      alice.publish('round', { kind: 'grown', seq: 1 })
      expect(heard).toStrictEqual([])
      await vi.waitFor(() => expect(heard).toHaveLength(1))
    })

    it('[B1] is silent once disposed of, and leaves the others alone', async () => {
      const { join, settled } = await openForTest()
      const [alice, bob, carol] = [await join(), await join(), await join()]
      const gone = listen(bob, 'round')
      const heard = listen(carol, 'round')
      await settled()
      await bob[Symbol.asyncDispose]()
      await bob[Symbol.asyncDispose]()
      bob.publish('round', { kind: 'grown', seq: 1 })
      alice.publish('round', { kind: 'grown', seq: 2 })
      await vi.waitFor(() => expect(heard).toStrictEqual([{ kind: 'grown', seq: 2 }]))
      expect(gone).toStrictEqual([])
      expect(alice.connected).toBe(true)
    })
  })
}

/** Everything `bus` brings of the round, as it comes. */
export function listen(bus: Bus, roundId: string): BusMessage[] {
  const heard: BusMessage[] = []
  bus.subscribe(roundId, (message) => heard.push(message))
  return heard
}
