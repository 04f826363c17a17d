import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Guide } from '@drawbar/shared/question/guide.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { roomCreatedSchema, type RoomCreated } from '@drawbar/shared/wire/http.ts'
import { compose, type Application } from '../compose.ts'
import { clientFiles } from '../http/client-files.ts'
import type { Rate, RateName } from '../http/rate-limits.ts'
import { createEvents } from '../telemetry/events.ts'
import { createLog } from '../telemetry/log.ts'
import type { AssetBounds } from '../store/asset-store.ts'
import type { GatewayBounds } from '../ws/gateway.ts'
import type { OfferedQuestion } from '../questions/shelf.ts'
import {
  call,
  joinByLink,
  PERSON_NAMES,
  type Answer,
  type CallOptions,
  type TestPerson,
} from './test-person.ts'

export interface TestServerOptions {
  readonly questions?: readonly (Question | OfferedQuestion)[]
  readonly guide?: Guide
  /** Kept when given; else a folder of its own that is removed at the end. */
  readonly dataDir?: string
  /** A built client; without one its addresses say that it is not built. */
  readonly clientFolder?: string
  /** PostgreSQL instead of the embedded store, Redis instead of the bus of a server that is alone. */
  readonly databaseUrl?: string
  readonly redisUrl?: string
  readonly publicUrl?: string
  readonly trustProxy?: number
  /** Rates that differ from the wide ones tests have. */
  readonly rates?: Partial<Record<RateName, Rate>>
  readonly bounds?: GatewayBounds
  readonly images?: AssetBounds
  readonly now?: () => number
}

/** A room with one person in each role. */
export interface TestRoom extends RoomCreated {
  readonly alice: TestPerson
  readonly bob: TestPerson
  readonly olga: TestPerson
}

/** The whole server on a port of its own. */
export interface TestServer extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly application: Application
  /** Everything logged so far, on the finest level. */
  readonly logged: () => string
  call(path: string, options?: CallOptions): Promise<Answer>
  createRoom(questionId?: string): Promise<RoomCreated>
  /** A new room that alice (interviewer), bob (candidate) and olga (observer) have joined. */
  room(questionId?: string): Promise<TestRoom>
}

/** A bare question is offered as those are that come with Drawbar. */
function offered(question: Question | OfferedQuestion): OfferedQuestion {
  return 'question' in question ? question : { question, pack: null, readable: true }
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  await using resources = new AsyncDisposableStack()
  const dataDir = options.dataDir ?? (await temporaryFolder(resources))
  const questions = (options.questions ?? [sampleQuestion()]).map(offered)
  const lines: string[] = []
  const events = createEvents(createLog('debug', { write: (line) => void lines.push(line) }))
  const application = resources.use(
    await compose({
      config: {
        port: 0,
        host: '127.0.0.1',
        dataDir,
        publicUrl: options.publicUrl,
        databaseUrl: options.databaseUrl,
        redisUrl: options.redisUrl,
        logLevel: undefined,
        trustProxy: options.trustProxy ?? 0,
        questionPacks: [],
      },
      events,
      questions,
      guide: options.guide ?? { pages: [], figures: [] },
      client: await clientFiles(options.clientFolder ?? join(dataDir, 'no-client')),
      random: randomBytes,
      now: options.now ?? Date.now,
      rates: { ...wideRates(), ...options.rates },
      ...(options.bounds ? { bounds: options.bounds } : {}),
      ...(options.images ? { images: options.images } : {}),
    }),
  )
  const { port } = await application.listen()
  const url = `http://127.0.0.1:${port}`
  const owned = resources.move()
  const questionAtHand = questions[0]?.question.id ?? 'none'

  async function createRoom(questionId = questionAtHand): Promise<RoomCreated> {
    const answer = await call(`${url}/api/rooms`, { json: { questionId, hostName: 'Alice' } })
    if (answer.status !== 201) throw new Error(`no room: ${answer.status} ${answer.text}`)
    return roomCreatedSchema.parse(answer.body)
  }

  return {
    url,
    port,
    application,
    logged: () => lines.join(''),
    call: (path, more) => call(`${url}${path}`, more),
    createRoom,
    async room(questionId) {
      const room = await createRoom(questionId)
      const enter = (role: 'interviewer' | 'candidate' | 'observer') =>
        joinByLink(url, { link: room.links[role], name: PERSON_NAMES[role] })
      const alice = await enter('interviewer')
      const bob = await enter('candidate')
      const olga = await enter('observer')
      return { ...room, alice, bob, olga }
    },
    async [Symbol.asyncDispose]() {
      await application.drain('test')
      await owned.disposeAsync()
    },
  }
}

async function temporaryFolder(resources: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbar-test-'))
  resources.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function wideRates(): Record<RateName, Rate> {
  const wide = { points: 100_000, seconds: 1 }
  return {
    rooms: wide,
    joins: wide,
    uploads: wide,
    commands: wide,
    calls: wide,
    exports: wide,
    reading: wide,
  }
}
