import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChildServer, type ChildServer } from '@drawbar/server/testing/child-server.ts'
import { draggedTo, startDragging } from '@drawbar/server/testing/dragging.ts'
import { joinSocket, type SocketPeer } from '@drawbar/server/testing/socket-peer.ts'
import { startTcpProxy, type TcpProxy } from '@drawbar/server/testing/tcp-proxy.ts'
import {
  call,
  joinByLink,
  newCommandId,
  type Answer,
  type TestPerson,
} from '@drawbar/server/testing/test-person.ts'
import { createTestDatabase } from '@drawbar/server/store/postgres/testing/test-database.ts'
import { readRecord } from '@drawbar/shared/board/read-record.ts'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { entriesPageSchema } from '@drawbar/shared/log/entry.ts'
import { catalogueSchema } from '@drawbar/shared/question/catalogue.ts'
import { questionViewSchema } from '@drawbar/shared/question/question-view.ts'
import { roomCreatedSchema } from '@drawbar/shared/wire/http.ts'
import { startSharedRedis } from './testing/shared-redis.ts'

/** Two servers on one PostgreSQL and one Redis, as behind a load balancer that sends everyone somewhere. */
let owned: AsyncDisposableStack
let redis: TcpProxy
let first: ChildServer
let second: ChildServer
let env: Record<string, string>

beforeAll(async () => {
  await using resources = new AsyncDisposableStack()
  const database = resources.use(await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? ''))
  const shared = resources.use(await startSharedRedis())
  redis = resources.use(await startTcpProxy({ host: shared.hostname, port: shared.port }))
  env = { DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${redis.port}` }
  first = resources.use(await startNode())
  second = resources.use(await startNode())
  owned = resources.move()
})

afterAll(() => owned.disposeAsync())

function startNode(): Promise<ChildServer> {
  // Nothing is kept there with a database elsewhere.
  return startChildServer({ dataDir: '/nonexistent', env })
}

interface Room {
  readonly alice: TestPerson
  readonly bob: TestPerson
}

/** Alice comes in through `at`, and bob through `bobAt`. */
async function roomOn(at: ChildServer, bobAt: ChildServer): Promise<Room> {
  const { questions } = catalogueSchema.parse((await call(`${at.url}/api/questions`)).body)
  const made = await call(`${at.url}/api/rooms`, {
    json: { questionId: questions[0]?.id, hostName: 'Alice' },
  })
  const { links } = roomCreatedSchema.parse(made.body)
  return {
    alice: await joinByLink(at.url, { link: links.interviewer, name: 'Alice' }),
    bob: await joinByLink(bobAt.url, { link: links.candidate, name: 'Bob' }),
  }
}

function onSocket(node: ChildServer, { roundId, token }: TestPerson): Promise<SocketPeer> {
  return joinSocket({ server: node.url, roundId, token })
}

/** Everything of the log that alice may see, as one node tells it. */
async function logOf(node: ChildServer, alice: TestPerson) {
  const answer = await call(`${node.url}/api/rounds/${alice.roundId}/entries`, { token: alice.token })
  return entriesPageSchema.parse(answer.body).entries
}

test('people on different nodes draw on one board', async () => {
  const { alice, bob } = await roomOn(first, second)
  await using aliceHere = await onSocket(first, alice)
  await using bobThere = await onSocket(second, bob)
  writeRecord(aliceHere.doc, undefined, box('from-alice'))
  writeRecord(bobThere.doc, undefined, box('from-bob'))
  const both = ({ doc }: SocketPeer) =>
    ['from-alice', 'from-bob'].every((name) => readRecord(doc, shapeId(name)) !== undefined)
  await Promise.all([aliceHere, bobThere].map((peer) => peer.until(() => both(peer))))
  expect(aliceHere.doc.getMap('records').toJSON()).toEqual(bobThere.doc.getMap('records').toJSON())
})

test('commands through both nodes are one ordered log', async () => {
  const { alice } = await roomOn(first, second)
  // As a person would, it is tried again where the other node was faster again and again.
  const commandOn = async (node: ChildServer, json: object): Promise<Answer> => {
    const answer = await call(`${node.url}/api/rounds/${alice.roundId}/commands`, {
      token: alice.token,
      json,
    })
    return answer.code === 'conflict' ? commandOn(node, json) : answer
  }
  expect((await commandOn(first, { id: newCommandId(), type: 'start-round' })).status).toBe(200)
  const { body } = await call(`${second.url}/api/rounds/${alice.roundId}/question`, { token: alice.token })
  const items = questionViewSchema.parse(body).whole?.question.checklist ?? []
  expect(items.length).toBeGreaterThan(7)

  const twice = { id: newCommandId(), type: 'take-note', noteId: 'note-once', text: 'Once.', evidence: null }
  const answers = await Promise.all([
    ...items.map((item, index) =>
      commandOn(index % 2 === 0 ? first : second, {
        id: newCommandId(),
        type: 'mark-item',
        itemId: item.id,
        mark: 'seen',
        evidence: null,
      }),
    ),
    commandOn(first, twice),
    commandOn(second, twice),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))

  const [here, there] = [await logOf(first, alice), await logOf(second, alice)]
  expect(there).toEqual(here)
  expect(here.map(({ seq }) => seq)).toEqual(here.map((_entry, index) => index + 1))
  const events = here.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []))
  expect(events.filter(({ type }) => type === 'note-taken')).toHaveLength(1)
  expect(events.filter(({ type }) => type === 'item-marked')).toHaveLength(items.length)
})

test('a node does not refuse what another one has made possible, even where it has not heard of it', async () => {
  const { alice } = await roomOn(first, second)
  const there = (path: string, json?: object) =>
    call(`${second.url}/api/rounds/${alice.roundId}${path}`, {
      token: alice.token,
      ...(json ? { json } : {}),
    })
  expect((await there('')).body).toMatchObject({ roundId: alice.roundId })
  redis.cut()
  try {
    expect((await alice.command({ type: 'start-round' })).status).toBe(200)
    const presented = await there('/commands', { id: newCommandId(), type: 'present-prompt' })
    expect([presented.status, presented.text]).toEqual([200, expect.any(String)])
  } finally {
    redis.restore()
  }
})

test('an event of one node reaches the connections of the other', async () => {
  const { alice, bob } = await roomOn(first, second)
  await using bobThere = await onSocket(second, bob)
  await alice.command({ type: 'start-round' })
  await alice.command({ type: 'take-note', noteId: 'note-private', text: 'Private.', evidence: null })
  await alice.command({ type: 'present-prompt' })
  const heard = () =>
    bobThere.controls.flatMap((control) => (control.type === 'event' ? [control.entry.event.type] : []))
  await bobThere.until(() => heard().includes('prompt-presented'))
  expect(heard()).not.toContain('note-taken')
  expect(bobThere.received()).not.toContain('Private.')
})

test('while Redis is gone, the nodes still share what they are told', async () => {
  const { alice, bob } = await roomOn(first, second)
  await using aliceHere = await onSocket(first, alice)
  await using bobThere = await onSocket(second, bob)
  redis.cut()
  try {
    writeRecord(aliceHere.doc, undefined, box('without-redis'))
    await bobThere.until(() => readRecord(bobThere.doc, shapeId('without-redis')) !== undefined)
    const { body } = await call(`${second.url}/readyz`)
    expect(body).toEqual({ status: 'ready', bus: 'degraded' })
  } finally {
    redis.restore()
  }
})

test('kill -9 of a node loses nothing it has acknowledged, and its people go on at the other', async () => {
  await using doomed = await startNode()
  const { alice, bob } = await roomOn(doomed, second)
  await using aliceHere = await onSocket(doomed, alice)
  const drag = startDragging(aliceHere, 'alice')
  await aliceHere.until(() => aliceHere.acked > 20)
  doomed.kill('SIGKILL')
  await aliceHere.closed
  drag.stop()
  const savedX = drag.savedX()
  expect(savedX).toBeGreaterThan(20)

  // Bob first, with an empty document: alice's copy must not heal what the store has lost.
  await using bobThere = await onSocket(second, bob)
  await bobThere.until(() => (draggedTo(bobThere.doc, 'alice') ?? 0) >= savedX)

  await using aliceThere = await joinSocket({
    server: second.url,
    roundId: alice.roundId,
    token: alice.token,
    doc: aliceHere.doc,
  })
  const done = aliceThere.mark()
  await aliceThere.until(() => aliceThere.acked >= done)
  await bobThere.until(() => draggedTo(bobThere.doc, 'alice') === draggedTo(aliceThere.doc, 'alice'))
})
