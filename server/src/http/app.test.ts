import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { png } from '../testing/images.ts'
import { joinSocket } from '../testing/socket-peer.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { newCommandId } from '../testing/test-person.ts'

const NEW_ROOM = { questionId: 'sample-queue', hostName: 'Alice' }
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server[Symbol.asyncDispose]())

describe('what is not there', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['PUT', '/api/rooms'],
    ['DELETE', '/api/questions'],
    ['GET', '/api'],
  ])('%s %s is refused by name', async (method, path) => {
    expect(await server.call(path, { method })).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('a POST that no page of the client takes is refused too', async () => {
    expect(await server.call('/r/abc', { method: 'POST' })).toMatchObject({ status: 404, code: 'not-found' })
  })
})

describe('rates', () => {
  test('each refuses with 429 and says when to come back', async () => {
    const once = { points: 1, seconds: 60 }
    const wide = { points: 100, seconds: 1 }
    await using strict = await startTestServer({
      rates: { uploads: once, commands: once, exports: once, rooms: wide },
    })
    const { alice, bob, roundId } = await strict.room()
    const note = () => bob.command({ type: 'take-note', noteId: newCommandId(), text: 'x', evidence: null })
    const upload = () =>
      bob.call(`/api/rounds/${roundId}/assets`, { raw: png(1, 1), headers: { 'content-type': 'image/png' } })
    const entries = () => bob.call(`/api/rounds/${roundId}/entries`)
    for (const ask of [note, upload, entries]) {
      expect((await ask()).status).toBeLessThan(300)
      const refusal = await ask()
      expect(refusal).toMatchObject({ status: 429, code: 'rate-limited' })
      expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    // Others in the room notice nothing.
    expect((await alice.call(`/api/rounds/${roundId}/entries`)).status).toBe(200)
  })

  test.each(['rooms', 'joins'] as const)('%s count by address', async (name) => {
    await using strict = await startTestServer({
      trustProxy: 1,
      rates: { [name]: { points: 1, seconds: 60 } },
    })
    const ask = (address: string) =>
      strict.call(name === 'rooms' ? '/api/rooms' : '/api/join/check', {
        json: name === 'rooms' ? NEW_ROOM : { roomId: 'x', capability: 'x' },
        headers: { 'x-forwarded-for': address },
      })
    expect((await ask('192.0.2.1')).code).not.toBe('rate-limited')
    expect(await ask('192.0.2.1')).toMatchObject({ status: 429, code: 'rate-limited' })
    expect((await ask('192.0.2.2')).code).not.toBe('rate-limited')
  })

  test('every call with a token counts', async () => {
    await using strict = await startTestServer({ rates: { calls: { points: 2, seconds: 60 } } })
    const { bob, roundId } = await strict.room()
    const ask = () => bob.call(`/api/rounds/${roundId}`)
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 429])
  })
})

describe('headers', () => {
  test('allow this host alone, and nothing is upgraded or promised on plain http', async () => {
    const { headers } = await server.call('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain(
      `connect-src 'self' blob: data: ws://127.0.0.1:${server.port} wss://127.0.0.1:${server.port};`,
    )
    expect(policy).toContain("frame-src 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('promise https where PUBLIC_URL has it, and links carry it', async () => {
    await using secure = await startTestServer({ publicUrl: 'https://drawbar.example' })
    const { headers } = await secure.call('/healthz')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{6,}/)
    const { links } = await secure.createRoom()
    expect(links.candidate).toMatch(/^https:\/\/drawbar\.example\/r\//)
  })

  test('keep every answer of a call out of caches', async () => {
    expect((await server.call('/api/questions')).headers.get('cache-control')).toBe('no-store')
    expect((await server.call('/api/nothing')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('what operators ask', () => {
  test('alive, ready and metrics', async () => {
    await server.createRoom()
    expect((await server.call('/healthz')).body).toEqual({ status: 'alive' })
    expect(await server.call('/readyz')).toMatchObject({
      status: 200,
      body: { status: 'ready', bus: 'connected' },
    })
    const metrics = await server.call('/metrics')
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(metrics.text).toMatch(/^drawbar_live_rounds \d+$/m)
    expect(metrics.text).toMatch(
      /^drawbar_http_request_seconds_count\{method="POST",route="\/api\/rooms",status="201"\} \d+$/m,
    )
    expect(metrics.text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
  })

  test('metrics hold no id', async () => {
    const { bob, roomId, roundId } = await server.room()
    await bob.call(`/api/rounds/${roundId}`)
    const { text } = await server.call('/metrics')
    for (const id of [roomId, roundId, bob.participantId]) expect(text).not.toContain(id)
  })

  test('not ready where the store takes no appends, and a call that needs it fails with an id', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'drawbar-gone-'))
    await using broken = await startTestServer({ dataDir })
    const { bob, roundId } = await broken.room()
    await broken.application.store[Symbol.asyncDispose]()
    expect(await broken.call('/readyz')).toMatchObject({ status: 503, body: { status: 'store-unavailable' } })
    expect((await broken.call('/healthz')).status).toBe(200)
    const failed = await bob.call(`/api/rounds/${roundId}`)
    expect(failed).toMatchObject({ status: 500, code: 'internal' })
    const errorId = /under ([a-z0-9]{20})/.exec(failed.text)?.[1]
    expect(errorId).toBeDefined()
    expect(broken.logged()).toContain(errorId)
    expect(failed.text).not.toMatch(/ at |node:|\.ts/)
    await rm(dataDir, { recursive: true })
  })

  test('not ready while draining', async () => {
    await using leaving = await startTestServer()
    const { bob, roundId } = await leaving.room()
    await using peer = await joinSocket({ server: leaving.url, roundId, token: bob.token })
    const drained = leaving.application.drain('test')
    const ready = leaving.call('/readyz')
    expect(await peer.closed).toBe(CLOSE.draining)
    expect(await ready).toMatchObject({ status: 503, body: { status: 'draining' } })
    await drained
  })
})
