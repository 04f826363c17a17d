import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { box } from '@drawbar/shared/board/testing/boards.ts'
import { writeRecord } from '@drawbar/shared/board/write-record.ts'
import { entriesPageSchema } from '@drawbar/shared/log/entry.ts'
import { questionViewSchema } from '@drawbar/shared/question/question-view.ts'
import { recordSchema } from '@drawbar/shared/record/record.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { joinSocket } from '../testing/socket-peer.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { joinByLink, newCommandId } from '../testing/test-person.ts'

const SECRET = 'canary-routes'
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ questions: [sampleQuestion({ secret: SECRET })] })
})

afterAll(() => server[Symbol.asyncDispose]())

describe('a round', () => {
  test('shows each role the question as far as it may be seen', async () => {
    const { alice, bob, roundId } = await server.room()
    const question = `/api/rounds/${roundId}/question`
    expect(questionViewSchema.parse((await alice.call(question)).body).whole?.question.id).toBe(
      'sample-queue',
    )
    expect((await bob.call(question)).body).toMatchObject({ presented: null, whole: null })
    await alice.command({ type: 'start-round' })
    await alice.command({ type: 'present-prompt' })
    await alice.command({ type: 'reveal-follow-up', followUpId: 'lost' })
    const seen = await bob.call(question)
    expect(seen.body).toMatchObject({ presented: { title: 'A queue for a small shop' }, whole: null })
    expect(seen.text).toContain(`${SECRET}-lost`)
    expect(seen.text).not.toContain(`${SECRET}-lost-nudge`)
    expect(seen.text).not.toContain(`${SECRET}-twice`)
  })

  test('takes the same command twice as one event, and refuses what is malformed', async () => {
    const { alice, roundId } = await server.room()
    const id = newCommandId()
    const first = await alice.command({ id, type: 'start-round' })
    const second = await alice.command({ id, type: 'start-round' })
    expect(second.body).toEqual(first.body)
    const commands = `/api/rounds/${roundId}/commands`
    expect(await alice.call(commands, { json: { id, type: 'fly' } })).toMatchObject({ code: 'bad-request' })
    expect(await alice.call(commands, { json: { id: 'short', type: 'seal-round' } })).toMatchObject({
      code: 'bad-request',
    })
    expect(await alice.command({ type: 'start-round' })).toMatchObject({ status: 409, code: 'wrong-state' })
  })

  test('gives out its log in pages, cut to the reader', async () => {
    const { alice, bob, roundId } = await server.room()
    await alice.command({ type: 'take-note', noteId: newCommandId(), text: `${SECRET}-note`, evidence: null })
    await using peer = await joinSocket({ server: server.url, roundId, token: bob.token })
    writeRecord(peer.doc, undefined, box('bobs'))
    const mark = peer.mark()
    await peer.until(() => peer.acked >= mark)

    const read = async (person: typeof alice) => {
      const entries = []
      for (let after: number | null = 0; after !== null;) {
        const answer = await person.call(`/api/rounds/${roundId}/entries?after=${after}&limit=2`)
        const page = entriesPageSchema.parse(answer.body)
        expect(page.entries.length).toBeLessThanOrEqual(2)
        entries.push(...page.entries)
        after = page.next
      }
      return entries
    }
    const [alices, bobs] = [await read(alice), await read(bob)]
    expect(JSON.stringify(alices)).toContain(`${SECRET}-note`)
    expect(JSON.stringify(bobs)).not.toContain(SECRET)
    expect(bobs).toHaveLength(alices.length - 1)
    expect(bobs.some((entry) => entry.kind === 'board' && entry.by === bob.participantId)).toBe(true)
    expect(bobs.map(({ seq }) => seq)).toEqual(bobs.map(({ seq }) => seq).toSorted((a, b) => a - b))
  })

  test.each(['after=-1', 'after=x', 'limit=0', 'limit=501', 'after=1.5'])(
    'refuses a page of %s',
    async (query) => {
      const { bob, roundId } = await server.room()
      expect(await bob.call(`/api/rounds/${roundId}/entries?${query}`)).toMatchObject({
        status: 400,
        code: 'bad-request',
      })
    },
  )

  test('leaves a record, whole for interviewers and cut for everyone else', async () => {
    const { alice, bob, olga, roundId } = await server.room()
    const path = `/api/rounds/${roundId}/record`
    await alice.command({ type: 'start-round' })
    await alice.command({ type: 'present-prompt' })
    await alice.command({ type: 'mark-item', itemId: 'asks-scale', mark: 'seen', evidence: null })
    await using peer = await joinSocket({ server: server.url, roundId, token: bob.token })
    writeRecord(peer.doc, undefined, box('bobs'))
    const mark = peer.mark()
    await peer.until(() => peer.acked >= mark)
    expect(await bob.call(path)).toMatchObject({ status: 409, code: 'wrong-state' })
    expect((await alice.command({ type: 'seal-round' })).status).toBe(200)

    const whole = recordSchema.parse((await alice.call(path)).body)
    expect(whole.copy).toBe('interviewer')
    expect(whole.checklist?.find(({ id }) => id === 'asks-scale')).toMatchObject({ mark: 'seen' })
    expect(Object.keys(whole.board.store)).toContain('shape:bobs')
    const preview = recordSchema.parse((await alice.call(`${path}?copy=candidate`)).body)
    expect(preview.checklist).toBeNull()
    for (const person of [bob, olga]) {
      const answer = await person.call(path)
      expect(recordSchema.parse(answer.body).copy).toBe('candidate')
      expect(answer.text).not.toContain(SECRET)
      expect(await person.call(`${path}?copy=interviewer`)).toMatchObject({ status: 403, code: 'forbidden' })
    }
    expect(await alice.call(`${path}?copy=observer`)).toMatchObject({ status: 400, code: 'bad-request' })
  })

  test('that is sealed still lets people in to read the record', async () => {
    const { alice, roundId, links } = await server.room()
    await alice.command({ type: 'start-round' })
    await alice.command({ type: 'seal-round' })
    const late = await joinByLink(server.url, { link: links.observer, name: 'Late' })
    expect((await late.call(`/api/rounds/${roundId}/record`)).status).toBe(200)
  })

  test('that does not exist is not found', async () => {
    const { bob } = await server.room()
    expect(await bob.call('/api/rounds/nosuchround')).toMatchObject({ status: 404, code: 'not-found' })
    expect(await bob.call('/api/rooms/nosuchroom')).toMatchObject({ status: 404, code: 'not-found' })
  })
})
