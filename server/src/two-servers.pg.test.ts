import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { roomSchema } from '@drawbar/shared/wire/http.ts'
import { createTestDatabase, type TestDatabase } from './store/postgres/testing/test-database.ts'
import { draggedTo, startDragging } from './testing/dragging.ts'
import { serviceUrl } from './testing/service-url.ts'
import { joinSocket } from './testing/socket-peer.ts'
import { startTestServer } from './testing/start-test-server.ts'

const databaseServer = serviceUrl('TEST_DATABASE_URL') ?? ''
const redisUrl = serviceUrl('TEST_REDIS_URL')

describe
  .skipIf(databaseServer === '')
  .each([
    { bus: 'no bus between them', options: {} },
    ...(redisUrl === undefined ? [] : [{ bus: 'Redis between them', options: { redisUrl } }]),
  ])('two servers on one PostgreSQL, $bus', ({ options }) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase(databaseServer)
  })
  afterAll(() => database[Symbol.asyncDispose]())

  const start = () => startTestServer({ databaseUrl: database.url, ...options })

  test('show each other the board and the interview, and end a session everywhere', async () => {
    await using first = await start()
    await using second = await start()
    const { alice, bob, roomId, roundId } = await first.room()
    await using aliceHere = await joinSocket({ server: first.url, roundId, token: alice.token })
    await using bobHere = await joinSocket({ server: second.url, roundId, token: bob.token })

    const drag = startDragging(bobHere, 'bobs')
    await aliceHere.until(() => (draggedTo(aliceHere.doc, 'bobs') ?? 0) > 5)
    drag.stop()
    await alice.command({ type: 'start-round' })
    await bobHere.until(() =>
      bobHere.controls.some(
        (control) => control.type === 'event' && control.entry.event.type === 'round-started',
      ),
    )

    const links = roomSchema.parse((await alice.call(`/api/rooms/${roomId}`)).body).links ?? []
    const link = links.find(({ role }) => role === 'candidate')
    expect((await alice.call(`/api/rooms/${roomId}/links/${link?.id}`, { method: 'DELETE' })).status).toBe(
      200,
    )
    expect(await bobHere.closed).toBe(CLOSE.forbidden)
  })
})
