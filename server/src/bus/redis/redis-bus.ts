import { randomUUID } from 'node:crypto'
import { Redis, type RedisOptions } from 'ioredis'
import type { Bus, BusMessage } from '../bus.ts'
import { subscriptions } from '../subscriptions.ts'
import { decodeFrame, encodeFrame } from './bus-frame.ts'
import { createChannels } from './channels.ts'

/** Rounds have a channel each. The number changes when the frames do, so that old and new nodes do not mix. */
const ROUND_PREFIX = 'drawbar:1:round:'
const NODE_PREFIX = 'drawbar:1:node:'

const BEAT_MS = 1000
/** Beats that may be on their way before the path is taken to be dead. */
const BEATS_MISSED = 3
const RETRY_MS = 100
const RETRY_MAX_MS = 2000

export interface RedisBusOptions {
  /** `redis://…` or `rediss://…`, as REDIS_URL has it. */
  readonly url: string
  /** Tells this process from the others. */
  readonly nodeId?: string
  /** How often the path to Redis and back is tried, in milliseconds. */
  readonly beatMs?: number
  /** Something is wrong with the connection or with a message. The bus goes on by itself. */
  readonly onTrouble?: (error: Error) => void
}

/**
 * The bus of several servers. It is there at once and connects by itself, again and again. Redis does not say when it
 * loses messages, so the bus sends itself a beat: it is `connected` while all channels are confirmed and beats come back.
 */
export function createRedisBus(options: RedisBusOptions): Bus {
  const { url, nodeId = randomUUID(), beatMs = BEAT_MS, onTrouble = () => {} } = options
  const beatChannel = `${NODE_PREFIX}${nodeId}`
  const publisher = new Redis(url, connectionOptions(beatMs))
  const subscriber = new Redis(url, connectionOptions(beatMs))
  const channels = createChannels(subscriber, onTrouble)
  const listeners = subscriptions({
    onFirst: (roundId) => channels.add(`${ROUND_PREFIX}${roundId}`),
    onLast: (roundId) => channels.remove(`${ROUND_PREFIX}${roundId}`),
  })
  let closed: Promise<void> | undefined
  let beating = false
  let missed = 0

  function bothReady(): boolean {
    return publisher.status === 'ready' && subscriber.status === 'ready'
  }

  function beat(): void {
    if (!bothReady()) return
    if (missed >= BEATS_MISSED) {
      // A connection whose other end has gone without a word looks ready for many minutes.
      onTrouble(new Error(`Redis has not answered ${missed} times in a row; connecting anew`))
      stopped()
      publisher.disconnect(true)
      subscriber.disconnect(true)
      return
    }
    missed += 1
    send(beatChannel, '')
  }

  function stopped(): void {
    beating = false
    missed = 0
  }

  function send(channel: string, text: string): void {
    if (publisher.status !== 'ready') return
    // At most once: what a broken connection has not taken is lost, and `connected` says so.
    publisher.publish(channel, text).catch(() => {})
  }

  function receive(channel: string, text: string): void {
    if (channel === beatChannel) {
      beating = true
      missed = 0
      return
    }
    const received = decodeFrame(text)
    if (!received) onTrouble(new Error('a message on the bus is not one of ours'))
    else if (received.from !== nodeId) listeners.deliver(channel.slice(ROUND_PREFIX.length), received.message)
  }

  channels.add(beatChannel)
  subscriber.on('message', receive)
  subscriber.on('ready', () => void channels.confirmAll().then(beat))
  publisher.on('ready', beat)
  for (const connection of [publisher, subscriber]) connection.on('close', stopped).on('error', onTrouble)
  const timer = setInterval(beat, beatMs)

  async function close(): Promise<void> {
    clearInterval(timer)
    listeners.clear()
    subscriber.disconnect()
    // What was published before is still sent, as long as Redis takes it in time.
    if (publisher.status === 'ready') await publisher.quit().catch(() => {})
    publisher.disconnect()
  }

  return {
    get connected() {
      return closed === undefined && beating && bothReady() && channels.confirmed
    },
    subscribe: listeners.add,
    publish(roundId: string, message: BusMessage) {
      if (closed === undefined) send(`${ROUND_PREFIX}${roundId}`, encodeFrame(nodeId, message))
    },
    [Symbol.asyncDispose]: () => (closed ??= close()),
  }
}

function connectionOptions(beatMs: number): RedisOptions {
  return {
    // Nothing waits for a connection: late doorbells are of no use, and the channels are subscribed to when it is there.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    commandTimeout: beatMs * BEATS_MISSED,
    retryStrategy: (times) =>
      Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** Math.min(times, 8)) * (0.5 + Math.random() / 2),
  }
}
