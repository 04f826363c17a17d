import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { serviceUrl } from '../../testing/service-url.ts'
import { startTcpProxy } from '../../testing/tcp-proxy.ts'
import { busContract, listen } from '../bus.contract.ts'
import type { Bus } from '../bus.ts'
import { createRedisBus, type RedisBusOptions } from './redis-bus.ts'

const url = serviceUrl('TEST_REDIS_URL') ?? ''

describe.skipIf(url === '')('Redis', () => {
  busContract('Redis', async () => {
    const buses: Bus[] = []
    async function settled(): Promise<void> {
      await vi.waitFor(() => expect(buses.every((bus) => bus.connected)).toBe(true))
    }
    return {
      async join() {
        const bus = createRedisBus({ url })
        await vi.waitFor(() => expect(bus.connected).toBe(true))
        buses.push(bus)
        return bus
      },
      settled,
      async dispose() {
        await Promise.all(buses.map((bus) => bus[Symbol.asyncDispose]()))
      },
    }
  })

  it('[B3] is not connected before its subscription is confirmed', async () => {
    const { alice, bob } = await twoBuses()
    const heard = listen(alice.bus, 'round')
    expect(alice.bus.connected).toBe(false)
    await connected(alice.bus)
    bob.publish('round', { kind: 'grown', seq: 1 })
    await vi.waitFor(() => expect(heard).toHaveLength(1))
  })

  it('[B3] says so when Redis is gone, and hears its rounds again when it is back', async () => {
    const { alice, bob } = await twoBuses()
    const heard = listen(alice.bus, 'round')
    const left: unknown[] = []
    const leave = alice.bus.subscribe('left-round', (message) => left.push(message))
    await connected(alice.bus)

    alice.proxy.cut()
    await vi.waitFor(() => expect(alice.bus.connected).toBe(false))
    const later = listen(alice.bus, 'later-round')
    leave()
    alice.bus.publish('round', { kind: 'grown', seq: 1 })
    bob.publish('round', { kind: 'grown', seq: 2 })

    alice.proxy.restore()
    await connected(alice.bus)
    for (const roundId of ['left-round', 'round', 'later-round'])
      bob.publish(roundId, { kind: 'grown', seq: 3 })
    await vi.waitFor(() => expect(later).toStrictEqual([{ kind: 'grown', seq: 3 }]))
    expect(heard).toStrictEqual([{ kind: 'grown', seq: 3 }])
    expect(left).toStrictEqual([])
  })

  it('[B3] notices that Redis says nothing more, and connects anew', async () => {
    const { alice, bob } = await twoBuses({ beatMs: 50 })
    const heard = listen(alice.bus, 'round')
    await connected(alice.bus)
    alice.proxy.mute()
    await vi.waitFor(() => expect(alice.bus.connected).toBe(false))
    await vi.waitFor(() => expect(alice.onTrouble).toHaveBeenCalled())
    alice.proxy.restore()
    await connected(alice.bus)
    heard.length = 0
    bob.publish('round', { kind: 'grown', seq: 4 })
    await vi.waitFor(() => expect(heard).toStrictEqual([{ kind: 'grown', seq: 4 }]))
  })

  it('[B4] passes over what is not a message of ours, and tells without quoting it', async () => {
    const { alice, bob } = await twoBuses()
    const heard = listen(alice.bus, 'round')
    await connected(alice.bus)
    const stranger = new Redis(url)
    onTestFinished(() => stranger.disconnect())
    const wrong = [
      'canary',
      '{"from":"canary","kind":"shutdown"}',
      '{"from":"canary","kind":"grown","seq":-1}',
      '{"from":"canary","kind":"presence","update":"not base64!"}',
      '{"kind":"access-changed"}',
      'null',
    ]
    for (const text of wrong) await stranger.publish('drawbar:1:round:round', text)
    bob.publish('round', { kind: 'grown', seq: 1 })
    await vi.waitFor(() => expect(heard).toStrictEqual([{ kind: 'grown', seq: 1 }]))
    expect(alice.onTrouble).toHaveBeenCalledTimes(wrong.length)
    expect(alice.onTrouble.mock.calls.map(String).join('\n')).not.toMatch(/canary/)
  })

  it('[B3] does without a Redis from the start, and can be disposed of all the same', async () => {
    const proxy = await startTcpProxy(addressOf(url))
    proxy.cut()
    const bus = createRedisBus({ url: `redis://127.0.0.1:${proxy.port}` })
    const heard = listen(bus, 'round')
    bus.publish('round', { kind: 'grown', seq: 1 })
    expect(bus.connected).toBe(false)
    await bus[Symbol.asyncDispose]()
    expect(bus.connected).toBe(false)
    expect(heard).toStrictEqual([])
    await proxy[Symbol.asyncDispose]()
  })

  it('leaves no connection behind', async () => {
    const proxy = await startTcpProxy(addressOf(url))
    const bus = createRedisBus({ url: `redis://127.0.0.1:${proxy.port}` })
    await connected(bus)
    expect(proxy.connections).toBe(2)
    await bus[Symbol.asyncDispose]()
    await vi.waitFor(() => expect(proxy.connections).toBe(0))
    await proxy[Symbol.asyncDispose]()
  })
})

/** Alice's bus reaches Redis through a proxy; bob's does so directly. */
async function twoBuses(options: Partial<RedisBusOptions> = {}) {
  const proxy = await startTcpProxy(addressOf(url))
  const onTrouble = vi.fn<(error: Error) => void>()
  const bus = createRedisBus({ url: `redis://127.0.0.1:${proxy.port}`, onTrouble, ...options })
  const bob = createRedisBus({ url })
  onTestFinished(async () => {
    await Promise.all([bus[Symbol.asyncDispose](), bob[Symbol.asyncDispose]()])
    await proxy[Symbol.asyncDispose]()
  })
  await connected(bus)
  await connected(bob)
  return { alice: { bus, proxy, onTrouble }, bob }
}

async function connected(bus: Bus): Promise<void> {
  await vi.waitFor(() => expect(bus.connected).toBe(true), { timeout: 10_000 })
}

function addressOf(redisUrl: string): { host: string; port: number } {
  const { hostname, port } = new URL(redisUrl)
  return { host: hostname, port: Number(port || 6379) }
}
