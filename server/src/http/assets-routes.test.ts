import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { recordsOf } from '@drawbar/shared/board/layout.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { assetStoredSchema } from '@drawbar/shared/wire/http.ts'
import { gif, jpeg, png, webp } from '../testing/images.ts'
import { joinSocket } from '../testing/socket-peer.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server[Symbol.asyncDispose]())

const post = (raw: Uint8Array<ArrayBuffer>, type: string) => ({ raw, headers: { 'content-type': type } })

describe('images', () => {
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

describe('a board of one MiB of images', () => {
  let small: TestServer
  beforeAll(async () => {
    small = await startTestServer({ images: { count: 50, bytes: MIB } })
  })
  afterAll(() => small[Symbol.asyncDispose]())

  test('takes no more by name, and the others notice nothing', async () => {
    const { alice, bob, olga, roundId } = await small.room()
    const assets = `/api/rounds/${roundId}/assets`
    const upload = (bytes: Uint8Array<ArrayBuffer>) => bob.call(assets, post(bytes, 'image/png'))
    await using alicesPage = await joinSocket({ server: small.url, roundId, token: alice.token })
    await using olgasPage = await joinSocket({ server: small.url, roundId, token: olga.token })

    const first = await upload(heavyPng(1, 600 * KIB))
    expect(first.status).toBe(201)
    const refused = await upload(heavyPng(2, 600 * KIB))
    expect(refused).toMatchObject({ status: 413, code: 'too-large' })
    expect(refused.text).toContain('at most 1 MiB of images')
    expect(refused.text).toContain('Scale it down')

    writeRecord(alicesPage.doc, undefined, box('goes-on'))
    const mark = alicesPage.mark()
    await alicesPage.until(() => alicesPage.acked >= mark)
    await olgasPage.until(() => recordsOf(olgasPage.doc).has(shapeId('goes-on')))
    const shown = assetStoredSchema.parse(first.body).src.slice('asset:'.length)
    expect((await olga.call(`${assets}/${shown}`)).status).toBe(200)
    expect((await upload(heavyPng(1, 600 * KIB))).body).toEqual(first.body)
    expect((await upload(heavyPng(3, 424 * KIB))).status).toBe(201)
    expect((await upload(png(4, 1))).code).toBe('too-large')
    expect((await upload(heavyPng(1, 600 * KIB))).body).toEqual(first.body)
  })

  test('is not overfilled by images that come at once', async () => {
    const { alice, bob, roundId } = await small.room()
    const sent = await Promise.all(
      [alice, bob, alice, bob, alice].map((person, n) =>
        person.call(`/api/rounds/${roundId}/assets`, post(heavyPng(n + 1, 300 * KIB), 'image/png')),
      ),
    )
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 201, 413, 413])
  })
})

const KIB = 1024
const MIB = 1024 * KIB

/** An image of so many bytes, most of them behind its end, where no reader looks. */
function heavyPng(width: number, bytes: number): Uint8Array<ArrayBuffer> {
  const heavy = new Uint8Array(bytes)
  heavy.set(png(width, 1))
  return heavy
}
