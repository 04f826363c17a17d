import { boardOf, box } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import type { InterviewEvent } from '@drawbar/shared/interview/event.ts'
import type { EventEntry } from '@drawbar/shared/log/entry.ts'
import type { QuestionView } from '@drawbar/shared/question/question-view.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { offline, type ApiOutcome } from './api-failure.ts'
import type { ParticipantApi } from './api.ts'
import { openSession } from './open-session.ts'
import { rememberedRooms, rememberRoom } from './remembered-rooms.ts'
import type { Session } from './session.ts'
import { FakeBrowser } from './testing/fake-surroundings.ts'

const BOB = { id: 'bob', name: 'Bob', color: '#2563eb', role: 'candidate' } as const
const CREDENTIALS = {
  roomId: 'room-1',
  roundId: 'round-1',
  participantId: 'bob',
  role: 'candidate',
  token: 'token-1',
} as const

const PLAN: QuestionView['plan'] = { level: 'senior', minutes: 45, phases: [] }

const sessions: Session[] = []
afterEach(() => {
  for (const session of sessions.splice(0)) session.leave()
})

function entry(seq: number, event: InterviewEvent): EventEntry {
  return { kind: 'event', seq, at: seq, by: 'alice', audience: 'all', commandId: `command-${seq}`, event }
}

const joined = entry(1, { type: 'participant-joined', participant: BOB })

function enter() {
  const browser = new FakeBrowser()
  let events: EventEntry[] = [joined]
  let question: ApiOutcome<QuestionView> = { ok: true, value: { plan: PLAN, presented: null, whole: null } }
  let reachable = true
  const api = {
    round: vi.fn<ParticipantApi['round']>(async () => {
      if (!reachable) return { ok: false, failure: offline() }
      const serverTime = browser.surroundings.now() + 5_000
      return { ok: true, value: { roundId: 'round-1', roomId: 'room-1', serverTime, seq: 9, events } }
    }),
    question: vi.fn<ParticipantApi['question']>(async () =>
      reachable ? question : { ok: false, failure: offline() },
    ),
    command: vi.fn<ParticipantApi['command']>(async () => ({ ok: true, value: { seq: 2 } })),
  }
  const session = openSession({
    credentials: CREDENTIALS,
    api: api as unknown as ParticipantApi,
    surroundings: browser.surroundings,
  })
  sessions.push(session)
  return {
    browser,
    session,
    api,
    state: () => session.state.getState(),
    setEvents: (next: EventEntry[]) => (events = next),
    setQuestion: (next: QuestionView) => (question = { ok: true, value: next }),
    setReachable: (next: boolean) => (reachable = next),
  }
}

async function connected() {
  const page = enter()
  await turn()
  page.browser.socket.accept()
  page.browser.socket.control({
    type: 'hello',
    connectionId: 'connection-1',
    participantId: 'bob',
    role: 'candidate',
    mayWrite: true,
    seq: 9,
    serverTime: page.browser.surroundings.now() + 5_000,
    schemaHash: 'hash',
    epoch: 1,
  })
  page.browser.socket.sync(boardOf(box('a')))
  await turn()
  return page
}

describe('entering', () => {
  test('reads the interview and compares the board', async () => {
    const { state } = await connected()
    expect(state()).toMatchObject({
      status: 'online',
      boardFrom: 'server',
      loaded: true,
      loadFailure: null,
      me: BOB,
      serverOffsetMs: 5_000,
      question: { presented: null },
      present: [{ participantId: 'bob', isMe: true }],
    })
  })

  test('says why it could not read, and goes on trying', async () => {
    const page = enter()
    page.setReachable(false)
    await turn()
    expect(page.state()).toMatchObject({ loaded: false, loadFailure: { code: 'offline' } })
    page.setReachable(true)
    page.browser.advance(3_000)
    await turn()
    expect(page.state()).toMatchObject({ loaded: true, loadFailure: null })
  })
})

describe('the interview', () => {
  test('follows events, and reads the question again when one changes it', async () => {
    const page = await connected()
    const before = page.api.question.mock.calls.length
    page.browser.socket.control({
      type: 'event',
      entry: entry(3, { type: 'round-started', phaseId: 'intro' }),
    })
    await turn()
    expect(page.state().interview.state).toBe('live')
    expect(page.api.question.mock.calls).toHaveLength(before)
    page.setQuestion({
      plan: PLAN,
      presented: { id: 'queue', title: 'A queue', kind: 'design', prompt: 'Design a queue.', revealed: [] },
      whole: null,
    })
    page.browser.socket.control({ type: 'event', entry: entry(4, { type: 'prompt-presented' }) })
    await turn()
    expect(page.state().question?.presented?.prompt).toBe('Design a queue.')
  })

  test('gives a remembered room its title once the candidate may know it', async () => {
    const page = await connected()
    const { storage } = page.browser
    rememberRoom(storage, { ...CREDENTIALS, name: 'Bob', title: null, questionId: null, at: 1 })
    page.setQuestion({
      plan: PLAN,
      presented: { id: 'queue', title: 'A queue', kind: 'design', prompt: 'Design a queue.', revealed: [] },
      whole: null,
    })
    page.browser.socket.control({ type: 'event', entry: entry(4, { type: 'prompt-presented' }) })
    await turn()
    expect(rememberedRooms(storage)[0]).toMatchObject({ title: 'A queue', questionId: 'queue' })
  })

  test('[N6] misses nothing that happened while it was away', async () => {
    const page = await connected()
    page.browser.socket.hangUp(1006)
    expect(page.state().status).toBe('offline')
    page.setEvents([joined, entry(3, { type: 'round-started', phaseId: 'intro' })])
    page.browser.advance(3_000)
    page.browser.socket.accept()
    page.browser.socket.control({ type: 'event', entry: entry(5, { type: 'debrief-started' }) })
    page.browser.socket.sync(boardOf())
    await turn()
    expect(page.state()).toMatchObject({
      status: 'online',
      interview: { state: 'debrief', started: { seq: 3 } },
    })
  })

  test('sends commands and tells what came of them', async () => {
    const page = await connected()
    expect(await page.session.send({ type: 'pause-clock' })).toEqual({ ok: true, value: { seq: 2 } })
    expect(page.api.command).toHaveBeenCalledWith(
      'round-1',
      { type: 'pause-clock', id: 'command-1' },
      expect.anything(),
    )
  })
})

describe('control messages', () => {
  test('a board that is more than half full', async () => {
    const { browser, state } = await connected()
    browser.socket.control({ type: 'board-large', limitBytes: 8 })
    expect(state().boardLarge).toBe(true)
  })

  test('frozen and unfrozen', async () => {
    const { browser, state } = await connected()
    browser.socket.control({ type: 'frozen' })
    expect(state().frozen).toBe(true)
    browser.socket.control({ type: 'unfrozen' })
    expect(state().frozen).toBe(false)
  })

  test('repairs and refusals are kept with their time', async () => {
    const { browser, state } = await connected()
    const repairs = [{ id: 'shape:a', rule: 'R5', reason: 'circle' }]
    browser.socket.control({ type: 'repaired', repairs })
    browser.socket.control({
      type: 'refused',
      code: 'forbidden',
      message: 'Only the interviewer can do this.',
    })
    expect(state().lastRepair).toMatchObject({ repairs })
    expect(state().lastRefusal).toMatchObject({ code: 'forbidden' })
  })

  test('a place to look at reaches whoever listens, until they stop', async () => {
    const { browser, session } = await connected()
    const places: unknown[] = []
    const stop = session.onBringHere((place) => places.push(place))
    const place = { by: 'alice', pageId: 'page:page', center: { x: 1, y: 2 }, zoom: 1 }
    browser.socket.control({ type: 'bring-here', ...place })
    stop()
    browser.socket.control({ type: 'bring-here', ...place })
    expect(places).toEqual([{ type: 'bring-here', ...place }])
  })
})

describe('the end', () => {
  test.each([
    [CLOSE.sealed, 'sealed'],
    [CLOSE.forbidden, 'forbidden'],
  ])('a final close says what happened: %i', async (code, reason) => {
    const { browser, state } = await connected()
    browser.socket.hangUp(code)
    expect(state()).toMatchObject({ status: 'closed', closed: { code, reason } })
    expect(state().closed?.text).not.toBe('')
  })

  test('[N8] the browser asks before closing while edits wait', async () => {
    const { browser, session } = await connected()
    expect(browser.warns).toBe(false)
    writeRecord(session.doc, undefined, box('b'))
    expect(browser.warns).toBe(true)
    browser.socket.receive({ type: 'mark', n: 1 })
    expect(browser.warns).toBe(false)
  })

  test('leaving ends everything', async () => {
    const { browser, session, api } = await connected()
    session.leave()
    const calls = api.round.mock.calls.length
    browser.advance(60_000)
    await turn()
    expect(api.round.mock.calls).toHaveLength(calls)
    expect(browser.sockets).toHaveLength(1)
  })
})

/** Lets everything that is already answered go on. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
