import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetStoredSchema } from '@drawbar/shared/wire/http.ts'
import { gif, jpeg, png, webp } from '../testing/images.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server[Symbol.asyncDispose]())

describe('images', () => {
  const post = (raw: Uint8Array<ArrayBuffer>, type: string) => ({ raw, headers: { 'content-type': type } })

  test.each([
    ['image/png', png(7, 5), 'png'],
    ['image/jpeg', jpeg(7, 5), 'jpg'],
    ['image/gif', gif(7, 5), 'gif'],
    ['image/webp', webp(7, 5), 'webp'],
  ] as const)(
    '%s is kept by its content and served so that nothing in it runs',
    async (type, bytes, extension) => {
      const { bob, olga, roundId } = await server.room()
      const assets = `/api/rounds/${roundId}/assets`
      const stored = await bob.call(assets, post(bytes, type))
      expect(stored.status).toBe(201)
      const { src, ...facts } = assetStoredSchema.parse(stored.body)
      expect(src).toMatch(new RegExp(`^asset:[0-9a-f]{64}\\.${extension}$`))
      expect(facts).toEqual({ width: 7, height: 5, mimeType: type })
      expect((await bob.call(assets, post(bytes, type))).body).toEqual(stored.body)

      const response = await fetch(`${server.url}${assets}/${src.slice('asset:'.length)}`, {
        headers: { authorization: `Bearer ${olga.token}` },
      })
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': type,
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      })
    },
  )

  test('refuses by name what is not an image, not the one it claims to be, or too large', async () => {
    const { bob, roundId } = await server.room()
    const send = (raw: Uint8Array<ArrayBuffer>, type: string) =>
      bob.call(`/api/rounds/${roundId}/assets`, post(raw, type))
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    expect(await send(svg, 'image/svg+xml')).toMatchObject({ status: 415, code: 'unsupported-media' })
    expect(await send(svg, 'image/png')).toMatchObject({ status: 415, code: 'unsupported-media' })
    expect(await send(png(2, 2), 'image/gif')).toMatchObject({ status: 415, code: 'unsupported-media' })
    expect(await send(new Uint8Array(), 'image/png')).toMatchObject({ status: 400, code: 'bad-request' })
    expect(await send(png(4097, 1), 'image/png')).toMatchObject({ status: 413, code: 'too-large' })
    expect(await send(new Uint8Array(5 * 1024 * 1024 + 1), 'image/png')).toMatchObject({
      status: 413,
      code: 'too-large',
    })
  })

  test('a board holds fifty, also when they all come at once', async () => {
    const { bob, roundId } = await server.room()
    const sent = await Promise.all(
      Array.from({ length: 52 }, (_, n) =>
        bob.call(`/api/rounds/${roundId}/assets`, post(png(n + 1, 1), 'image/png')),
      ),
    )
    const statuses = sent.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(50)
    expect(sent.filter(({ code }) => code === 'too-large')).toHaveLength(2)
  })

  test('of another round are not there, nor is anything with another name', async () => {
    const { bob, roundId } = await server.room()
    const other = await server.room()
    const stored = await other.bob.call(`/api/rounds/${other.roundId}/assets`, post(png(8, 8), 'image/png'))
    const name = assetStoredSchema.parse(stored.body).src.slice('asset:'.length)
    for (const tried of [name, 'x.png', '..%2f..%2fetc%2fpasswd', `${'0'.repeat(64)}.svg`]) {
      expect(await bob.call(`/api/rounds/${roundId}/assets/${tried}`)).toMatchObject({ code: 'not-found' })
    }
  })

  test('are taken no more once the round is sealed', async () => {
    const { alice, bob, roundId } = await server.room()
    await alice.command({ type: 'start-round' })
    await alice.command({ type: 'seal-round' })
    expect(await bob.call(`/api/rounds/${roundId}/assets`, post(png(2, 2), 'image/png'))).toMatchObject({
      status: 409,
      code: 'wrong-state',
    })
  })
})
