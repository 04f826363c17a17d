import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import {
  linkCheckedSchema,
  linkCreatedSchema,
  roomCreatedSchema,
  roomSchema,
  roundSchema,
} from '@drawbar/shared/wire/http.ts'
import { joinSocket } from '../testing/socket-peer.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { joinByLink, readLink } from '../testing/test-person.ts'

const SECRET = 'canary-routes'
const NEW_ROOM = { questionId: 'sample-queue', hostName: 'Alice' }
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ questions: [sampleQuestion({ secret: SECRET })] })
})

afterAll(() => server[Symbol.asyncDispose]())

describe('POST /api/rooms', () => {
  test('makes a room and tells a link for each role, in a fragment, by the host asked for', async () => {
    const answer = await server.call('/api/rooms', { json: NEW_ROOM })
    expect(answer.status).toBe(201)
    const { roomId, links } = roomCreatedSchema.parse(answer.body)
    const capabilities = Object.values(links).map((link) => {
      expect(link).toMatch(new RegExp(`^${server.url}/r/${roomId}#[A-Za-z0-9_-]{43}$`))
      return readLink(link).capability
    })
    expect(new Set(capabilities).size).toBe(3)
  })

  test.each([
    [{ ...NEW_ROOM, questionId: 'no-such' }, 404, 'not-found'],
    [{ ...NEW_ROOM, hostName: ' \u0000 ' }, 400, 'bad-request'],
    [{ ...NEW_ROOM, minutes: 46 }, 400, 'bad-request'],
    [{ ...NEW_ROOM, level: 'principal' }, 400, 'bad-request'],
    [{ ...NEW_ROOM, level: 'staff' }, 400, 'bad-request'],
    [{ hostName: 'Alice' }, 400, 'bad-request'],
    [[], 400, 'bad-request'],
  ])('refuses %j', async (json, status, code) => {
    const answer = await server.call('/api/rooms', { json })
    expect(answer).toMatchObject({ status, code })
  })

  test.each([
    [
      'JSON cut short',
      { raw: '{"questionId":', headers: { 'content-type': 'application/json' } },
      400,
      'bad-request',
    ],
    ['a form', { raw: 'a=b', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media'],
    ['no body', { method: 'POST' }, 415, 'unsupported-media'],
    ['65 KiB', { json: { ...NEW_ROOM, hostName: 'a'.repeat(65 * 1024) } }, 413, 'too-large'],
    [
      'an encoding nobody knows',
      { raw: '{}', headers: { 'content-type': 'application/json', 'content-encoding': 'lzw' } },
      415,
      'unsupported-media',
    ],
  ])('refuses %s', async (_what, options, status, code) => {
    const answer = await server.call('/api/rooms', options)
    expect(answer).toMatchObject({ status, code })
    expect(answer.text).not.toContain('aaaa')
  })
})

describe('POST /api/join', () => {
  test('lets a link holder in, in the role of the link', async () => {
    const room = await server.createRoom()
    const bob = await joinByLink(server.url, { link: room.links.candidate, name: '  Bob  Builder ' })
    expect(bob).toMatchObject({ role: 'candidate', roomId: room.roomId, roundId: room.roundId })
    const view = roomSchema.parse((await bob.call(`/api/rooms/${room.roomId}`)).body)
    expect(view.me).toMatchObject({ id: bob.participantId, name: 'Bob Builder', role: 'candidate' })
    const round = roundSchema.parse((await bob.call(`/api/rounds/${room.roundId}`)).body)
    expect(round.events.map(({ event }) => event.type)).toEqual(['participant-joined'])
  })

  test('gives each their own colour and token', async () => {
    const { alice, bob, olga } = await server.room()
    expect(new Set([alice.token, bob.token, olga.token]).size).toBe(3)
    const { people } = roomSchema.parse((await alice.call(`/api/rooms/${alice.roomId}`)).body)
    expect(new Set(people.map(({ color }) => color)).size).toBe(3)
  })

  test('refuses by name what opens nothing', async () => {
    const room = await server.createRoom()
    const other = await server.createRoom()
    const { roomId, capability } = readLink(room.links.candidate)
    const tryJoin = (json: unknown) => server.call('/api/join', { json })
    const name = 'Bob'
    expect(await tryJoin({ roomId, capability: 'A'.repeat(43), name })).toMatchObject({
      status: 404,
      code: 'not-found',
    })
    expect(await tryJoin({ roomId: other.roomId, capability, name })).toMatchObject({
      status: 404,
      code: 'not-found',
    })
    expect(await tryJoin({ roomId, capability, name: '' })).toMatchObject({
      status: 400,
      code: 'bad-request',
    })
    expect(await tryJoin({ roomId, capability })).toMatchObject({ status: 400, code: 'bad-request' })
  })

  test('check says whether a link is good before a name is asked for', async () => {
    const room = await server.createRoom()
    const good = await server.call('/api/join/check', { json: readLink(room.links.observer) })
    expect(linkCheckedSchema.parse(good.body)).toEqual({ role: 'observer', hostName: 'Alice' })
    const wrong = { ...readLink(room.links.observer), capability: 'wrong' }
    expect(await server.call('/api/join/check', { json: wrong })).toMatchObject({
      status: 404,
      code: 'not-found',
    })
  })
})

describe('links', () => {
  test('revoking one ends the sessions of those who joined by it, and of nobody else', async () => {
    const { alice, bob, olga, roomId, roundId, links } = await server.room()
    const at = { server: server.url, roundId }
    await using bobHere = await joinSocket({ ...at, token: bob.token })
    await using olgaHere = await joinSocket({ ...at, token: olga.token })
    const listed = roomSchema.parse((await alice.call(`/api/rooms/${roomId}`)).body).links ?? []
    const link = listed.find(({ role }) => role === 'candidate')
    const revoked = await alice.call(`/api/rooms/${roomId}/links/${link?.id}`, { method: 'DELETE' })
    expect(revoked.body).toMatchObject({
      link: { id: link?.id, role: 'candidate', revokedAt: expect.any(Number) },
    })

    expect(await bobHere.closed).toBe(CLOSE.forbidden)
    expect(await bob.call(`/api/rounds/${roundId}`)).toMatchObject({ status: 401, code: 'signed-out' })
    const again = { ...readLink(links.candidate), name: 'Bob' }
    const refusal = await server.call('/api/join', { json: again })
    expect(refusal).toMatchObject({ status: 410, code: 'link-revoked' })
    expect(refusal.body).toHaveProperty('error.hint', expect.stringContaining('new one'))
    expect((await olga.call(`/api/rounds/${roundId}`)).status).toBe(200)
    expect(olgaHere.socket.readyState).toBe(olgaHere.socket.OPEN)
  })

  test('the one you joined by cannot be revoked by you, another interviewer’s can', async () => {
    const { alice, roomId } = await server.room()
    const links = roomSchema.parse((await alice.call(`/api/rooms/${roomId}`)).body).links ?? []
    const own = links.find(({ role }) => role === 'interviewer')
    const refusal = await alice.call(`/api/rooms/${roomId}/links/${own?.id}`, { method: 'DELETE' })
    expect(refusal).toMatchObject({ status: 409, code: 'conflict' })

    const made = await alice.call(`/api/rooms/${roomId}/links`, { json: { role: 'interviewer' } })
    const { link, url } = linkCreatedSchema.parse(made.body)
    const ada = await joinByLink(server.url, { link: url, name: 'Ada' })
    expect((await ada.call(`/api/rooms/${roomId}/links/${own?.id}`, { method: 'DELETE' })).status).toBe(200)
    expect((await alice.call(`/api/rooms/${roomId}`)).code).toBe('signed-out')
    expect(link).toMatchObject({ role: 'interviewer', revokedAt: null })
  })

  test('of another room are not found', async () => {
    const { alice, roomId } = await server.room()
    const other = await server.room()
    const links = roomSchema.parse((await other.alice.call(`/api/rooms/${other.roomId}`)).body).links ?? []
    for (const { id } of links) {
      const answer = await alice.call(`/api/rooms/${roomId}/links/${id}`, { method: 'DELETE' })
      expect(answer).toMatchObject({ status: 404, code: 'not-found' })
    }
    expect((await other.bob.call(`/api/rooms/${other.roomId}`)).status).toBe(200)
  })
})
