import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { recordsOf } from '@drawbar/shared/board/layout.ts'
import type { CommandBody, CommandType } from '@drawbar/shared/interview/command.ts'
import { SHARE_NOTHING } from '@drawbar/shared/interview/share-choice.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { offeredProtocols, SUBPROTOCOL } from '@drawbar/shared/wire/protocol-version.ts'
import { png } from './images.ts'
import { joinSocket, openSocketPeer } from './socket-peer.ts'
import { startTestServer, type TestRoom, type TestServer } from './start-test-server.ts'
import { call, joinByLink, newCommandId, type Answer } from './test-person.ts'

/** Whoever has a program instead of our page: everyone's tokens, tried on everything. */
let server: TestServer
let room: TestRoom
let asset: string
/** Tokens by who holds them. */
const tokens: Record<Caller, string | undefined> = {
  alice: undefined,
  bob: undefined,
  olga: undefined,
  mallory: undefined,
  revoked: undefined,
  nobody: undefined,
  forged: 'A'.repeat(43),
}
let linkId: string

type Caller = 'alice' | 'bob' | 'olga' | 'mallory' | 'revoked' | 'nobody' | 'forged'
/** The status, or the code of the refusal. */
type Expected = number | string

beforeAll(async () => {
  server = await startTestServer()
  room = await server.room()
  const elsewhere = await server.room()
  const made = await room.alice.call(`/api/rooms/${room.roomId}/links`, { json: { role: 'interviewer' } })
  const { link, url } = made.body as { link: { id: string }; url: string }
  const removed = await joinByLink(server.url, { link: url, name: 'Rita' })
  const gone = await room.alice.call(`/api/rooms/${room.roomId}/links/${link.id}`, { method: 'DELETE' })
  expect(gone.status).toBe(200)
  await room.alice.command({ type: 'take-note', noteId: ALICES_NOTE, text: 'hers', evidence: null })
  const other = await room.alice.call(`/api/rooms/${room.roomId}/links`, { json: { role: 'observer' } })
  linkId = (other.body as { link: { id: string } }).link.id
  tokens.alice = room.alice.token
  tokens.bob = room.bob.token
  tokens.olga = room.olga.token
  tokens.mallory = elsewhere.alice.token
  tokens.revoked = removed.token
  const uploaded = await room.bob.call(`/api/rounds/${room.roundId}/assets`, {
    raw: png(3, 3),
    headers: { 'content-type': 'image/png' },
  })
  asset = (uploaded.body as { src: string }).src.replace('asset:', '')
})

afterAll(() => server[Symbol.asyncDispose]())

/** What those who are not in the room hear on every call about it. */
const OUTSIDE = {
  mallory: 'forbidden',
  revoked: 'signed-out',
  nobody: 'signed-out',
  forged: 'signed-out',
} as const

interface Row {
  readonly name: string
  ask(token: string | undefined): Promise<Answer>
  readonly expected: Record<Caller, Expected>
}

function row(
  name: string,
  path: () => string,
  inside: Record<'alice' | 'bob' | 'olga', Expected>,
  options: { method?: string; json?: unknown; raw?: () => Uint8Array<ArrayBuffer> } = {},
): Row {
  const { raw, ...plain } = options
  return {
    name,
    ask: (token) =>
      call(`${server.url}${path()}`, {
        ...plain,
        token,
        ...(raw ? { raw: raw(), headers: { 'content-type': 'image/png' } } : {}),
      }),
    expected: { ...inside, ...OUTSIDE },
  }
}

const everyone = { alice: 200, bob: 200, olga: 200 }

const ROUTES: readonly Row[] = [
  row('GET room', () => `/api/rooms/${room.roomId}`, everyone),
  row(
    'POST link',
    () => `/api/rooms/${room.roomId}/links`,
    { alice: 201, bob: 'forbidden', olga: 'forbidden' },
    { json: { role: 'interviewer' } },
  ),
  row(
    'DELETE link',
    () => `/api/rooms/${room.roomId}/links/${linkId}`,
    { alice: 200, bob: 'forbidden', olga: 'forbidden' },
    { method: 'DELETE' },
  ),
  row('GET round', () => `/api/rounds/${room.roundId}`, everyone),
  row('GET question', () => `/api/rounds/${room.roundId}/question`, everyone),
  row('GET entries', () => `/api/rounds/${room.roundId}/entries`, everyone),
  row('GET record before the end', () => `/api/rounds/${room.roundId}/record`, {
    alice: 'wrong-state',
    bob: 'wrong-state',
    olga: 'wrong-state',
  }),
  row("GET the interviewer's record", () => `/api/rounds/${room.roundId}/record?copy=interviewer`, {
    alice: 'wrong-state',
    bob: 'forbidden',
    olga: 'forbidden',
  }),
  row(
    'POST image',
    () => `/api/rounds/${room.roundId}/assets`,
    { alice: 201, bob: 201, olga: 'forbidden' },
    { raw: () => png(4, 4) },
  ),
  row('GET image', () => `/api/rounds/${room.roundId}/assets/${asset}`, everyone),
]

const CALLERS: readonly Caller[] = ['alice', 'bob', 'olga', 'mallory', 'revoked', 'nobody', 'forged']

describe.each(ROUTES)('$name', ({ ask, expected }) => {
  test.each(CALLERS)('as %s', async (caller) => {
    const answer = await ask(tokens[caller])
    expect(answer.code ?? answer.status).toBe(expected[caller])
  })
})

const ALICES_NOTE = 'note-of-alice-1'

/** Every command there is, as someone might well send it. */
const COMMANDS: Record<CommandType, CommandBody> = {
  'start-round': { type: 'start-round' },
  'present-prompt': { type: 'present-prompt' },
  'start-phase': { type: 'start-phase', phaseId: 'requirements' },
  'pause-clock': { type: 'pause-clock' },
  'resume-clock': { type: 'resume-clock' },
  'reveal-follow-up': { type: 'reveal-follow-up', followUpId: 'lost' },
  'reveal-hint': { type: 'reveal-hint', followUpId: 'lost', rung: 'nudge' },
  'play-constraint': { type: 'play-constraint', cardId: 'mail-down' },
  'mark-item': { type: 'mark-item', itemId: 'asks-scale', mark: 'seen', evidence: null },
  'take-note': { type: 'take-note', noteId: 'replaced', text: 'mine', evidence: null },
  'edit-note': { type: 'edit-note', noteId: ALICES_NOTE, text: 'not mine' },
  'remove-note': { type: 'remove-note', noteId: ALICES_NOTE },
  'start-walk': {
    type: 'start-walk',
    walkId: 'walk-0001',
    pageId: 'page:page',
    path: [
      { shapeId: 'shape:client', label: 'Client', viaId: null },
      { shapeId: 'shape:api', label: 'API', viaId: 'shape:arrow' },
    ],
    evidence: null,
  },
  'step-walk': { type: 'step-walk', walkId: 'walk-0001', step: 1 },
  'end-walk': { type: 'end-walk', walkId: 'walk-0001' },
  'start-debrief': { type: 'start-debrief' },
  'seal-round': { type: 'seal-round' },
  'share-record': { type: 'share-record', choice: SHARE_NOTHING },
}
/** What others than interviewers may do at all, and what comes of it: their own notes are theirs. */
const OPEN_TO_ALL: Partial<Record<CommandType, Expected>> = {
  'take-note': 200,
  'edit-note': 'not-found',
  'remove-note': 'not-found',
}

/** What the candidate may do besides, once the interview runs; this one has not begun. */
const OPEN_TO_BOB: Partial<Record<CommandType, Expected>> = {
  'start-walk': 'wrong-state',
  'step-walk': 'wrong-state',
  'end-walk': 'wrong-state',
}

describe.each(Object.values(COMMANDS))('command $type', (command) => {
  const ask = (caller: Caller) =>
    call(`${server.url}/api/rounds/${room.roundId}/commands`, {
      token: tokens[caller],
      json: {
        id: newCommandId(),
        ...command,
        ...(command.type === 'take-note' ? { noteId: newCommandId() } : {}),
      },
    })

  test.each(['bob', 'olga'] as const)('as %s', async (caller) => {
    const answer = await ask(caller)
    const open = (caller === 'bob' ? OPEN_TO_BOB[command.type] : undefined) ?? OPEN_TO_ALL[command.type]
    expect(answer.code ?? answer.status).toBe(open ?? 'forbidden')
  })

  test.each(['mallory', 'revoked', 'nobody', 'forged'] as const)('as %s', async (caller) => {
    expect((await ask(caller)).code).toBe(OUTSIDE[caller])
  })
})

test('a command id of another participant is refused, and tells nothing of theirs', async () => {
  const id = newCommandId()
  const note = {
    id,
    type: 'take-note',
    noteId: newCommandId(),
    text: 'alice writes',
    evidence: null,
  } as const
  expect((await room.alice.command(note)).status).toBe(200)
  const answer = await room.bob.command({ ...note, noteId: newCommandId() })
  expect(answer.code).toBe('conflict')
  expect(answer.text).not.toContain('alice writes')
})

test('links are listed for interviewers only', async () => {
  expect((await room.alice.call(`/api/rooms/${room.roomId}`)).body).toHaveProperty('links')
  expect((await room.bob.call(`/api/rooms/${room.roomId}`)).body).not.toHaveProperty('links')
  expect((await room.olga.call(`/api/rooms/${room.roomId}`)).body).not.toHaveProperty('links')
})

describe('sockets', () => {
  const open = (token: string | undefined, roundId = room.roundId) =>
    openSocketPeer({
      server: server.url,
      roundId,
      protocols: token === undefined ? [SUBPROTOCOL] : offeredProtocols(token),
    })

  test.each([
    ['mallory', CLOSE.forbidden],
    ['revoked', CLOSE.signedOut],
    ['nobody', CLOSE.signedOut],
    ['forged', CLOSE.signedOut],
  ] as const)('[G3] as %s close with %i and tell nothing', async (caller, code) => {
    await using peer = open(tokens[caller])
    expect(await peer.closed).toBe(code)
    expect(peer.frames).toEqual([])
  })

  test('[G3] of a round that does not exist close with its code', async () => {
    await using peer = open(tokens.bob, 'nosuchround')
    expect(await peer.closed).toBe(CLOSE.noRound)
  })

  test('do not take an edit of an observer', async () => {
    await using bob = await joinSocket({ server: server.url, roundId: room.roundId, token: room.bob.token })
    await using olga = await joinSocket({ server: server.url, roundId: room.roundId, token: room.olga.token })
    writeRecord(olga.doc, undefined, box('by-olga'))
    expect(await olga.closed).toBe(CLOSE.forbidden)
    writeRecord(bob.doc, undefined, box('by-bob'))
    const mark = bob.mark()
    await bob.until(() => bob.acked >= mark)
    await using later = await joinSocket({
      server: server.url,
      roundId: room.roundId,
      token: room.alice.token,
    })
    expect(recordsOf(later.doc).has(shapeId('by-bob'))).toBe(true)
    expect(recordsOf(later.doc).has(shapeId('by-olga'))).toBe(false)
  })

  test('refuse control messages of interviewers to others by name', async () => {
    await using bob = await joinSocket({ server: server.url, roundId: room.roundId, token: room.bob.token })
    const json = JSON.stringify({ type: 'bring-here', pageId: 'page:page', center: { x: 0, y: 0 }, zoom: 1 })
    bob.send({ type: 'control', json })
    await bob.until(() => bob.controls.some((control) => control.type === 'refused'))
    expect(bob.controls.find((control) => control.type === 'refused')).toMatchObject({ code: 'forbidden' })
  })
})
