import type { RequestHandler } from 'express'
import { boardSchemaHash } from '@drawbar/shared/board/board-schema.ts'
import type { Guide } from '@drawbar/shared/question/guide.ts'
import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import type { RandomBytes } from './auth/secret.ts'
import type { Bus } from './bus/bus.ts'
import { createLocalBus } from './bus/local-bus.ts'
import { createRedisBus } from './bus/redis/redis-bus.ts'
import type { Config } from './config.ts'
import { createApp } from './http/app.ts'
import { ROUND_IMAGES } from './http/bounds.ts'
import { listen, type Listening } from './http/listen.ts'
import { createRateLimits, RATES, type Rate, type RateName } from './http/rate-limits.ts'
import { createShelf, type OfferedQuestion } from './questions/shelf.ts'
import type { Rounds } from './rooms/live-round.ts'
import { createRounds } from './rooms/rounds.ts'
import type { AssetBounds } from './store/asset-store.ts'
import { openPostgresStore } from './store/postgres/postgres-store.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'
import type { Store } from './store/store.ts'
import type { Events } from './telemetry/events.ts'
import { createMetrics } from './telemetry/metrics.ts'
import { createRoundTelemetry } from './telemetry/round-telemetry.ts'
import { createGateway, type GatewayBounds } from './ws/gateway.ts'

export interface ComposeOptions {
  readonly config: Config
  readonly events: Events
  readonly questions: readonly OfferedQuestion[]
  readonly guide: Guide
  /** Serves the client's files. */
  readonly client: RequestHandler
  readonly random: RandomBytes
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly rates?: Readonly<Record<RateName, Rate>>
  readonly bounds?: GatewayBounds
  /** What the images of a round may come to. */
  readonly images?: AssetBounds
}

/** The server as a whole. Disposing of it closes the store; without a drain before, clients only see it vanish. */
export interface Application extends AsyncDisposable {
  readonly store: Store
  readonly rounds: Rounds
  listen(): Promise<{ readonly port: number }>
  /** Not ready, no new connections, everyone told and saved, no more requests. `cause` is for the log. */
  drain(cause: string): Promise<void>
}

/** Closes are spread so that clients do not all come back in the same moment; a handful needs no spreading. */
const DRAIN_MS_PER_CONNECTION = 20

/** Picks the adapters the configuration asks for and puts the parts together. */
export async function compose(options: ComposeOptions): Promise<Application> {
  const { config, events, random, now } = options
  await using opening = new AsyncDisposableStack()
  const store = opening.use(await openStore(config, now, events))
  const bus = opening.use(openBus(config, events))
  const metrics = createMetrics()
  const rounds = opening.use(
    createRounds({
      store,
      bus,
      now,
      random: (count) => Buffer.from(random(count)).toString('base64url'),
      timers: { set: setTimeout, clear: clearTimeout },
      events: createRoundTelemetry(events, metrics.registry),
      alone: config.databaseUrl === undefined,
    }),
  )
  const { publicUrl, trustProxy: proxies } = config
  const gateway = opening.use(
    createGateway({
      rooms: store.rooms,
      rounds,
      events,
      metrics,
      publicUrl,
      proxies,
      schemaHash: boardSchemaHash(),
      ...(options.bounds ? { bounds: options.bounds } : {}),
    }),
  )
  let draining = false
  const context = {
    store,
    rounds,
    bus,
    shelf: createShelf(options.questions),
    guide: options.guide,
    events,
    metrics,
    limits: createRateLimits(options.rates ?? RATES),
    images: options.images ?? ROUND_IMAGES,
    random,
    now,
    publicUrl,
    proxies,
  }
  const app = createApp({ context, client: options.client, isDraining: () => draining })
  let listening: Listening | undefined
  const opened = opening.move()

  return {
    store,
    rounds,
    async listen() {
      const { port, host } = config
      listening = await listen({ port, host, request: app, upgrade: gateway.upgrade })
      events.listening({
        port: listening.port,
        store: config.databaseUrl === undefined ? 'sqlite' : 'postgres',
        bus: config.redisUrl === undefined ? 'local' : 'redis',
      })
      return { port: listening.port }
    },
    async drain(cause) {
      draining = true
      const { connections } = gateway
      events.draining({ cause, connections })
      gateway.stopUpgrades()
      await rounds.drain(Math.min(LIMITS.drainMs, connections * DRAIN_MS_PER_CONNECTION))
      await gateway.hangUp()
      await listening?.close()
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

async function openStore(
  { databaseUrl, dataDir }: Config,
  now: () => number,
  events: Events,
): Promise<Store> {
  if (databaseUrl === undefined) return openSqliteStore({ dir: dataDir, now })
  return openPostgresStore({
    url: databaseUrl,
    now,
    onConnectionLost: (error) => events.databaseConnectionLost({ error }),
  })
}

function openBus({ redisUrl }: Config, events: Events): Bus {
  if (redisUrl === undefined) return createLocalBus()
  return createRedisBus({ url: redisUrl, onTrouble: (error) => events.busTrouble({ error }) })
}
