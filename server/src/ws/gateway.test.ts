import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { boardSchemaHash } from '@drawbar/shared/board/board-schema.ts'
import { recordsOf } from '@drawbar/shared/board/layout.ts'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { roomSchema } from '@drawbar/shared/wire/http.ts'
import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import { offeredProtocols, SUBPROTOCOL } from '@drawbar/shared/wire/protocol-version.ts'
import { listen } from '../http/listen.ts'
import type { Rounds } from '../rooms/live-round.ts'
import { createEvents } from '../telemetry/events.ts'
import { createLog } from '../telemetry/log.ts'
import { createMetrics } from '../telemetry/metrics.ts'
import { joinSocket, openSocketPeer, type SocketPeerOptions } from '../testing/socket-peer.ts'
import { startTestServer, type TestRoom, type TestServer } from '../testing/start-test-server.ts'
import { admitSocket } from './admit-socket.ts'
import { createGateway } from './gateway.ts'

let server: TestServer
let room: TestRoom

beforeAll(async () => {
  server = await startTestServer({ publicUrl: 'https://drawbar.example' })
  room = await server.room()
})

afterAll(() => server[Symbol.asyncDispose]())

function bobAt(more: Partial<SocketPeerOptions> = {}): SocketPeerOptions {
  return { server: server.url, roundId: room.roundId, token: room.bob.token, ...more }
}

/** The HTTP status of an upgrade that is turned away; 101 where it is not. */
async function upgradeStatus(options: {
  readonly port: number
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
}): Promise<number> {
  const { port, path = `/ws/rounds/${room.roundId}`, headers } = options
  const asked = request({
    host: '127.0.0.1',
    port,
    path,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'sec-websocket-protocol': SUBPROTOCOL,
      ...headers,
    },
  }).end()
  asked.on('upgrade', (_response, socket) => socket.destroy())
  const [response] = await Promise.race([once(asked, 'response'), once(asked, 'upgrade')])
  const { statusCode = 0 } = response as { statusCode?: number }
  asked.destroy()
  return statusCode
}

describe('a socket', () => {
  test('[G1] speaks our subprotocol and never echoes the token', async () => {
    await using peer = await joinSocket(bobAt())
    expect(peer.socket.protocol).toBe(SUBPROTOCOL)
    expect(peer.controls[0]).toMatchObject({ type: 'hello', role: 'candidate', mayWrite: true })
  })

  test('[G2] takes a page of this host and of PUBLIC_URL, and no other', async () => {
    const { port } = server
    const from = (origin: string) => upgradeStatus({ port, headers: { origin } })
    expect(await from(server.url)).toBe(101)
    expect(await from('https://drawbar.example')).toBe(101)
    expect(await from('https://evil.example')).toBe(403)
    expect(await from('null')).toBe(403)
  })

  test.each(['/', '/ws', '/ws/rooms/x', '/ws/rounds/a/b'])('is not found at %s', async (path) => {
    expect(await upgradeStatus({ port: server.port, path })).toBe(404)
  })

  test.each([
    ['an older version', { query: '?v=0' }],
    ['a version that is no number', { query: '?v=new' }],
    ['another board schema', { query: '?s=0000' }],
  ])('[G4] of %s is told that it is outdated', async (_what, more) => {
    await using peer = openSocketPeer(bobAt(more))
    expect(await peer.closed).toBe(CLOSE.outdated)
  })

  test('[G1] of no or another subprotocol is told the same, as far as it listens', async () => {
    await using none = openSocketPeer(bobAt({ protocols: [] }))
    expect(await none.closed).toBe(CLOSE.outdated)
    // A client that offered some and got none fails the handshake by itself.
    await using other = openSocketPeer(bobAt({ protocols: ['other.v1', `bearer.${room.bob.token}`] }))
    expect(await other.closed).toBe(1006)
    expect(other.frames).toEqual([])
  })

  test('[G5] of another epoch is told to start over; of this version, schema and epoch it is welcome', async () => {
    await using old = openSocketPeer(bobAt({ query: '?e=7' }))
    expect(await old.closed).toBe(CLOSE.epochChanged)
    await using fit = await joinSocket(bobAt({ query: `?v=1&s=${boardSchemaHash()}&e=1` }))
    expect(fit.socket.readyState).toBe(WebSocket.OPEN)
  })

  test('[G6] that sends text is closed, and the others in the round notice nothing', async () => {
    await using alice = await joinSocket(bobAt({ token: room.alice.token }))
    await using bob = await joinSocket(bobAt())
    bob.socket.send('hello')
    expect(await bob.closed).toBe(CLOSE.badFrame)
    writeRecord(alice.doc, undefined, box('still-here'))
    const mark = alice.mark()
    await alice.until(() => alice.acked >= mark)
  })

  test('[G6] that sends more than a frame may hold is closed', async () => {
    await using bob = await joinSocket(bobAt())
    bob.socket.send(new Uint8Array(LIMITS.frameBytes + 1))
    expect(await bob.closed).toBe(CLOSE.tooLarge)
  })

  test('[G7] is not listened to after it was closed, whatever is still on its way', async () => {
    await using alice = await joinSocket(bobAt({ token: room.alice.token }))
    await using bob = await joinSocket(bobAt())
    // In one write, so that the frames behind the text are there already when the server hangs up.
    bob.socket.send('text')
    for (let n = 0; n < 50; n += 1) writeRecord(bob.doc, undefined, box(`late-${n}`))
    expect(await bob.closed).toBe(CLOSE.badFrame)
    writeRecord(alice.doc, undefined, box('after-bob'))
    const mark = alice.mark()
    await alice.until(() => alice.acked >= mark)
    await using olga = await joinSocket(bobAt({ token: room.olga.token }))
    const ids = [...recordsOf(olga.doc).keys()]
    expect(ids).toContain('shape:after-bob')
    expect(ids.filter((id) => id.startsWith('shape:late-'))).toEqual([])
  })
})

const OFFICE = '192.0.2.1'
const HOME = '198.51.100.7'

describe('bounds', () => {
  const wide = {
    connectionsPerAddress: 100,
    connectionsPerAddressAndRoom: 100,
    connectionsPerProcess: 100,
    upgradesPerSecondPerAddress: 100,
  }

  async function strict(bounds: Partial<typeof wide>) {
    const narrow = await startTestServer({ trustProxy: 1, bounds: { ...wide, ...bounds } })
    const { alice, roundId } = await narrow.room()
    const open = (address: string) =>
      openSocketPeer({
        server: narrow.url,
        roundId,
        token: alice.token,
        headers: { 'x-forwarded-for': address },
      })
    const status = (address: string) =>
      upgradeStatus({
        port: narrow.port,
        path: `/ws/rounds/${roundId}`,
        headers: {
          'x-forwarded-for': address,
          'sec-websocket-protocol': offeredProtocols(alice.token).join(', '),
        },
      })
    return { narrow, open, status }
  }

  test('[G8] hold one address to its connections, and give back those that ended', async () => {
    const { narrow, open, status } = await strict({ connectionsPerAddress: 1 })
    await using _server = narrow
    await using first = open('192.0.2.1')
    await first.until(() => first.frames.length > 0)
    expect(await status('192.0.2.1')).toBe(503)
    expect(await status('192.0.2.2')).toBe(101)
    const { text } = await narrow.call('/metrics')
    expect(text).toContain('drawbar_upgrades_refused_total{reason="connections"} 1')
    first.socket.close()
    await first.closed
    await using again = open('192.0.2.1')
    await again.until(() => again.frames.length > 0)
  })

  test('[G8] hold the process to its connections', async () => {
    const { narrow, open, status } = await strict({ connectionsPerProcess: 1 })
    await using _server = narrow
    await using first = open('192.0.2.1')
    await first.until(() => first.frames.length > 0)
    expect(await status('192.0.2.2')).toBe(503)
    expect(first.socket.readyState).toBe(WebSocket.OPEN)
  })

  test('[G8] hold one address to its upgrades a second', async () => {
    const { narrow, status } = await strict({ upgradesPerSecondPerAddress: 1 })
    await using _server = narrow
    const both = await Promise.all([status('192.0.2.1'), status('192.0.2.1'), status('192.0.2.2')])
    expect(both.toSorted((a, b) => a - b)).toEqual([101, 101, 429])
  })

  test('[G12] let three people at one address have two pages of a room each; one more leaves them alone', async () => {
    await using open = await startTestServer({ trustProxy: 1 })
    const { alice, bob, olga, roundId } = await open.room()
    await using pages = new AsyncDisposableStack()
    const come = async ({ token }: { readonly token: string }, address: string) =>
      pages.use(
        await joinSocket({ server: open.url, roundId, token, headers: { 'x-forwarded-for': address } }),
      )
    const here = []
    for (const person of [alice, bob, olga, alice, bob, olga]) here.push(await come(person, OFFICE))

    await using more = openSocketPeer({
      server: open.url,
      roundId,
      token: bob.token,
      headers: { 'x-forwarded-for': OFFICE },
    })
    expect(await more.closed).toBe(CLOSE.rateLimited)
    expect(more.frames).toEqual([])

    const elsewhere = await come(bob, HOME)
    writeRecord(elsewhere.doc, undefined, box('from-elsewhere'))
    await Promise.all(
      here.map((page) => page.until(() => recordsOf(page.doc).has(shapeId('from-elsewhere')))),
    )
    const [alicesPage] = here
    if (!alicesPage) throw new Error('nobody came')
    writeRecord(alicesPage.doc, undefined, box('from-the-office'))
    const mark = alicesPage.mark()
    await alicesPage.until(() => alicesPage.acked >= mark)
    expect(here.map(({ socket }) => socket.readyState)).toEqual(here.map(() => WebSocket.OPEN))
  })

  test('[G12] count an address for each room by itself, and give back those that ended', async () => {
    const { narrow, open } = await strict({ connectionsPerAddressAndRoom: 1 })
    await using _server = narrow
    const other = await narrow.room()
    await using first = open(OFFICE)
    await first.until(() => first.frames.length > 0)
    await using second = open(OFFICE)
    expect(await second.closed).toBe(CLOSE.rateLimited)
    await using inAnother = openSocketPeer({
      server: narrow.url,
      roundId: other.roundId,
      token: other.bob.token,
      headers: { 'x-forwarded-for': OFFICE },
    })
    await inAnother.until(() => inAnother.frames.length > 0)
    first.socket.close()
    await first.closed
    await using again = open(OFFICE)
    await again.until(() => again.frames.length > 0)
  })

  test('[G12] count who has shown a token, and load no board for who has no place', async () => {
    const { rounds, store } = server.application
    using load = vi.spyOn(rounds, 'open')
    const enterRoom = vi.fn<(roomId: string) => boolean>(() => false)
    const admit = (token: string) =>
      admitSocket({
        rooms: store.rooms,
        rounds,
        schemaHash: boardSchemaHash(),
        enterRoom,
        wanted: {
          roundId: room.roundId,
          token,
          speaksOurs: true,
          version: undefined,
          schemaHash: undefined,
          epoch: undefined,
        },
      })
    expect(await admit('A'.repeat(43))).toEqual({ ok: false, close: CLOSE.signedOut })
    expect(enterRoom).not.toHaveBeenCalled()
    expect(await admit(room.bob.token)).toEqual({ ok: false, close: CLOSE.rateLimited })
    expect(enterRoom).toHaveBeenCalledWith(room.roomId)
    expect(load).not.toHaveBeenCalled()
  })
})

test('[G10] who is put out while the round loads is put out after all', async () => {
  const { resolve: load, promise: loaded } = Promise.withResolvers<void>()
  const { rounds, store } = server.application
  const slow: Rounds = {
    ...rounds,
    live: rounds.live,
    drain: rounds.drain.bind(rounds),
    [Symbol.asyncDispose]: async () => {},
    async open(roundId) {
      await loaded
      return rounds.open(roundId)
    },
  }
  const events = createEvents(createLog('silent', { write: () => {} }))
  using gateway = createGateway({
    rooms: store.rooms,
    rounds: slow,
    events,
    metrics: createMetrics(),
    publicUrl: undefined,
    proxies: 0,
    schemaHash: boardSchemaHash(),
  })
  const listening = await listen({
    port: 0,
    host: '127.0.0.1',
    request: (_request, response) => response.end(),
    upgrade: gateway.upgrade,
  })
  const { alice, bob, roomId, roundId } = await server.room()
  await using peer = openSocketPeer({
    server: `http://127.0.0.1:${listening.port}`,
    roundId,
    token: bob.token,
  })
  await vi.waitUntil(() => gateway.connections === 1)
  const links = roomSchema.parse((await alice.call(`/api/rooms/${roomId}`)).body).links ?? []
  const link = links.find(({ role }) => role === 'candidate')
  await alice.call(`/api/rooms/${roomId}/links/${link?.id}`, { method: 'DELETE' })
  load()
  expect(await peer.closed).toBe(CLOSE.forbidden)
  await listening.close()
})
