/**
 * What a delivered message costs: CPU of this process per message, live rounds with and without a disk against a bare
 * relay, taken in turns so that all meet the same weather. Three people to a room: two drag and point, one watches. Run with
 * `node server/src/rooms/testing/fan-out.bench.ts [rooms] [turns] [seconds]`.
 */
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocketServer, type WebSocket } from 'ws'
import { createLocalBus } from '../../bus/local-bus.ts'
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts'
import { wsSocket } from '../../ws/ws-socket.ts'
import type { Append, AppendResult } from '../../store/log-store.ts'
import { ROUND_LIMITS } from '../limits.ts'
import type { Rounds } from '../live-round.ts'
import { createRounds } from '../rounds.ts'
import type { DriveOrder, DriveReport } from './bench-driver.ts'
import { MemoryLog, MemoryRooms } from './memory-store.ts'
import { RecordedTelemetry } from './recorded-telemetry.ts'
import { sampleQuestion } from './sample-question.ts'

const [rooms = 10, turns = 5, seconds = 4] = process.argv.slice(2).map(Number)

const WRITERS = 2
const PEOPLE = 3

/** One kind of server: what it does with a socket that has arrived at a room. */
type Serve = (socket: WebSocket, roundId: string, person: number) => void

/** Every frame to everyone else in the room, unread. */
function relay(): Serve {
  const members = new Map<string, Set<WebSocket>>()
  return (socket, roundId) => {
    const room = members.get(roundId) ?? new Set()
    members.set(roundId, room.add(socket))
    socket.on('message', (data: Buffer) => {
      for (const other of room) if (other !== socket) other.send(data)
    })
    socket.on('close', () => room.delete(socket))
  }
}

const folder = mkdtempSync(join(tmpdir(), 'drawbar-bench-'))
const store = await openSqliteStore({ dir: folder })
const { events } = new RecordedTelemetry()
for (const name of ['updateApplied', 'committed', 'acked', 'presenceHeld'] as const) events[name] = () => {}

/** Keeps what a load needs and forgets the rest: what is left is the cost of the rounds alone. */
class ForgetfulLog extends MemoryLog {
  readonly #seqs = new Map<string, number>()

  override async append(appends: readonly Append[]): Promise<AppendResult[]> {
    return Promise.all(
      appends.map(async (append): Promise<AppendResult> => {
        const before = this.#seqs.get(append.roundId) ?? 0
        const lastSeq = before + append.entries.length
        this.#seqs.set(append.roundId, lastSeq)
        if (before === 0) await super.append([append])
        return { kind: 'appended', firstSeq: before + 1, lastSeq }
      }),
    )
  }
}

const memoryRooms = new MemoryRooms()
const memoryLog = new ForgetfulLog()

const common = {
  bus: createLocalBus(),
  now: Date.now,
  random: (bytes: number) => randomBytes(bytes).toString('base64url'),
  timers: { set: setTimeout, clear: clearTimeout },
  events,
  limits: ROUND_LIMITS,
  alone: true,
}
const stored = createRounds({ ...common, store })
const kept = createRounds({ ...common, store: { rooms: memoryRooms, log: memoryLog } })

async function createRound(roundId: string): Promise<void> {
  const createdAt = Date.now()
  const roomId = `room-${roundId}`
  const round = { id: roundId, roomId, question: sampleQuestion(), createdAt, epoch: 1 }
  for (const made of [store.rooms, memoryRooms]) {
    await made.createRoom({
      room: { id: roomId, hostName: 'alice', createdAt },
      round: { ...round, level: 'senior', minutes: 45 },
      links: [],
    })
  }
  memoryLog.create(roundId)
}

/** The real thing: load, admit, apply, check, journal, commit, acknowledge. */
function serveRounds(rounds: Rounds, webSocket: WebSocket, roundId: string, person: number): void {
  const early: Buffer[] = []
  const keep = (data: Buffer): unknown => early.push(data)
  webSocket.on('message', keep)
  void rounds.open(roundId).then((opened) => {
    if (!opened.ok) throw new Error(opened.refusal.message)
    const role = person < WRITERS ? 'candidate' : 'observer'
    const participant = { id: `p${person}`, name: `p${person}`, color: '#000', role } as const
    const connected = opened.value.connect(participant, wsSocket(webSocket))
    if (!connected.ok) throw new Error(connected.refusal.message)
    webSocket.off('message', keep)
    for (const data of early) connected.value.receive(data)
    webSocket.on('message', (data: Buffer) => connected.value.receive(data))
    webSocket.on('close', () => connected.value.left())
  })
}

async function listen(serve: Serve): Promise<{ port: number; close(): void }> {
  const http = createServer()
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  sockets.on('connection', (socket, request) => {
    const [, roundId = '', person = '0'] = request.url?.split('/') ?? []
    serve(socket, roundId, Number(person))
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, close: () => http.close() }
}

const driver = fork(fileURLToPath(new URL('bench-driver.ts', import.meta.url)))

async function nextReport(): Promise<DriveReport> {
  const [report] = (await once(driver, 'message')) as [DriveReport]
  return report
}

/** CPU microseconds of this process per message delivered. */
async function measure(port: number, kind: DriveOrder['kind'], roundIds: string[]): Promise<number> {
  const order: DriveOrder = { port, kind, roundIds, people: PEOPLE, writers: WRITERS, seconds }
  driver.send(order)
  const started = await nextReport()
  const before = process.cpuUsage()
  const report = await nextReport()
  const { user, system } = process.cpuUsage(before)
  if (started.kind !== 'started' || report.kind !== 'done') throw new Error('the driver is out of step')
  return (user + system) / report.delivered
}

const servers = {
  relay: await listen(relay()),
  memory: await listen((...arrived) => serveRounds(kept, ...arrived)),
  sqlite: await listen((...arrived) => serveRounds(stored, ...arrived)),
}
const costs: Record<keyof typeof servers, number>[] = []
for (let turn = 0; turn < turns; turn += 1) {
  const roundIds = Array.from({ length: rooms }, (_, i) => `t${turn}-r${i}`)
  for (const roundId of roundIds) await createRound(roundId)
  costs.push({
    relay: await measure(servers.relay.port, 'relay', roundIds),
    memory: await measure(servers.memory.port, 'rounds', roundIds),
    sqlite: await measure(servers.sqlite.port, 'rounds', roundIds),
  })
}
driver.kill()
for (const server of Object.values(servers)) server.close()
for (const rounds of [stored, kept]) {
  await rounds.drain(0)
  await rounds[Symbol.asyncDispose]()
}
await store[Symbol.asyncDispose]()
rmSync(folder, { recursive: true })

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
const report = {
  rooms,
  turns,
  seconds,
  relayMicrosPerMessage: median(costs.map(({ relay: cost }) => cost)).toFixed(1),
  memoryToRelay: median(costs.map((cost) => cost.memory / cost.relay)).toFixed(2),
  sqliteToRelay: median(costs.map((cost) => cost.sqlite / cost.relay)).toFixed(2),
}
process.stdout.write(`${JSON.stringify(report)}\n`)
