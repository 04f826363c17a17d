import { describe, expect, test } from 'vitest'
import { participantApi, publicApi } from './api.ts'
import type { RequestDeps } from './request.ts'

interface Call {
  readonly url: string
  readonly init: RequestInit
}

function server(answer: (call: Call) => Response | Promise<Response>, timeoutMs = 1_000) {
  const calls: Call[] = []
  const deps: RequestDeps = {
    timeoutMs,
    fetch: async (url, init = {}) => {
      if (typeof url !== 'string') throw new Error('A path was expected.')
      const call = { url, init }
      calls.push(call)
      return answer(call)
    },
  }
  return { deps, calls, api: participantApi('token-1', deps), open: publicApi(deps) }
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status })
}

describe('a call', () => {
  test('carries the token as a header and never in the address', async () => {
    const { api, calls } = server(() => json({ seq: 4 }))
    const outcome = await api.command('round 1', { id: 'command-1', type: 'pause-clock' })
    expect(outcome).toEqual({ ok: true, value: { seq: 4 } })
    const [call] = calls
    expect(call?.url).toBe('/api/rounds/round%201/commands')
    expect(call?.init).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer token-1', 'content-type': 'application/json' },
      body: '{"id":"command-1","type":"pause-clock"}',
    })
  })

  test('sends an image as it is and asks for one by its name', async () => {
    const { api, calls } = server((call) =>
      call.init.method === 'POST'
        ? json({ src: 'asset:ab.png', width: 1, height: 1, mimeType: 'image/png' }, 201)
        : new Response('bytes'),
    )
    const image = new Blob(['x'], { type: 'image/png' })
    expect(await api.uploadImage('round-1', image)).toMatchObject({ ok: true })
    expect(calls[0]?.init).toMatchObject({ body: image, headers: { 'content-type': 'image/png' } })
    const read = await api.image('round-1', 'asset:ab.png')
    expect(calls[1]?.url).toBe('/api/rounds/round-1/assets/ab.png')
    expect(read.ok && (await read.value.text())).toBe('bytes')
  })

  test('asks for a page of the log', async () => {
    const { api, calls } = server(() => json({ entries: [], next: null }))
    await api.entries('round-1', { after: 7, limit: 10 })
    await api.entries('round-1', { after: 0 })
    expect(calls.map(({ url }) => url)).toEqual([
      '/api/rounds/round-1/entries?after=7&limit=10',
      '/api/rounds/round-1/entries?after=0',
    ])
  })
})

describe('a failure', () => {
  test('of the server has its code, words and status', async () => {
    const { open } = server(() =>
      json({ error: { code: 'link-revoked', message: 'Revoked.', hint: 'Ask.' } }, 403),
    )
    expect(await open.checkLink({ roomId: 'r', capability: 'c' })).toEqual({
      ok: false,
      failure: { code: 'link-revoked', message: 'Revoked.', hint: 'Ask.', status: 403 },
    })
  })

  test('without an answer is offline', async () => {
    const { api } = server(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await api.round('round-1')).toMatchObject({ ok: false, failure: { code: 'offline', status: 0 } })
  })

  test('of a proxy whose server is gone is offline too', async () => {
    const { api } = server(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(await api.round('round-1')).toMatchObject({ ok: false, failure: { code: 'offline', status: 502 } })
  })

  test('is a timeout when the answer does not come', async () => {
    const { api } = server(
      ({ init }) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        }),
      5,
    )
    expect(await api.question('round-1')).toMatchObject({ ok: false, failure: { code: 'timeout' } })
  })

  test('is `aborted` when the caller gave up', async () => {
    const { api } = server(({ init }) => {
      return new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')))
      })
    })
    const leaving = new AbortController()
    const outcome = api.room('room-1', leaving.signal)
    leaving.abort()
    expect(await outcome).toMatchObject({ ok: false, failure: { code: 'aborted' } })
  })

  test.each([
    ['no JSON', new Response('hello')],
    ['another shape', json({ seq: 'four' })],
  ])('is `unreadable` where the answer is %s', async (_what, response) => {
    const { api } = server(() => response)
    const outcome = await api.command('round-1', { id: 'command-1', type: 'pause-clock' })
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreadable' } })
  })
})
