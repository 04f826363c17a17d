import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  catalogueSchema,
  questionsByTermSchema,
  wholeQuestionSchema,
} from '@drawbar/shared/question/catalogue.ts'
import { guideSchema, type Guide } from '@drawbar/shared/question/guide.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

const SECRET = 'canary-questions'
const TERM = { term: 'Dead-letter queue', meaning: 'Where messages go that nobody could handle.' }
const open = { ...sampleQuestion({ secret: SECRET }), terms: [TERM] }
const closed = {
  ...sampleQuestion({ id: 'acme:sample-queue', secret: SECRET }),
  title: 'Of Acme',
  terms: [TERM],
}
const GUIDE: Guide = {
  pages: [{ id: 'mistakes', title: 'Mistakes', text: 'Some are common.' }],
  figures: [
    {
      id: 'day',
      group: 'time',
      name: 'A day',
      value: 86_400,
      unit: 's',
      low: 86_400,
      high: 86_400,
      basis: '24 × 3 600',
    },
  ],
}
const WHOLE = '/api/questions/sample-queue?spoilers=accepted'
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({
    questions: [open, { question: closed, pack: 'Acme', readable: false }],
    guide: GUIDE,
  })
})

afterAll(() => server[Symbol.asyncDispose]())

describe('GET /api/questions', () => {
  test('tells what anyone may know and nothing else', async () => {
    const answer = await server.call('/api/questions')
    expect(answer.status).toBe(200)
    const { questions } = catalogueSchema.parse(answer.body)
    expect(questions.map(({ id, pack, readable }) => ({ id, pack, readable }))).toEqual([
      { id: 'sample-queue', pack: null, readable: true },
      { id: 'acme:sample-queue', pack: 'Acme', readable: false },
    ])
    expect(answer.text).not.toContain(SECRET)
    expect(answer.text).not.toContain(TERM.term)
  })

  test('is the same with and without compression', async () => {
    const read = async (encoding: string) => {
      const response = await fetch(`${server.url}/api/questions`, {
        headers: { 'Accept-Encoding': encoding },
      })
      return { encoding: response.headers.get('content-encoding'), body: await response.json() }
    }
    const plain = await read('identity')
    const packed = await read('gzip')
    expect([plain.encoding, packed.encoding]).toEqual([null, 'gzip'])
    expect(packed.body).toEqual(plain.body)
  })
})

describe('GET /api/question-terms', () => {
  test('finds readable questions by a term, and does not say which term it was', async () => {
    const answer = await server.call('/api/question-terms?text=dead+let')
    expect(questionsByTermSchema.parse(answer.body)).toEqual({ ids: ['sample-queue'] })
    expect(answer.text).not.toContain(TERM.term)
    expect((await server.call('/api/question-terms?text=lease')).body).toEqual({ ids: [] })
  })

  test.each(['', '?text=', '?text=a', `?text=${'a'.repeat(61)}`])('refuses %j', async (query) => {
    expect(await server.call(`/api/question-terms${query}`)).toMatchObject({
      status: 400,
      code: 'bad-request',
    })
  })
})

describe('GET /api/questions/:questionId', () => {
  test('tells all of a question to someone who accepts that it is spoilt', async () => {
    const answer = await server.call(WHOLE)
    expect(answer.status).toBe(200)
    const { question, plans } = wholeQuestionSchema.parse(answer.body)
    expect(question).toEqual(open)
    expect(plans.map(({ minutes }) => minutes)).toEqual(open.minutes)
  })

  test.each([
    ['/api/questions/sample-queue', 403, 'forbidden', 'spoils'],
    ['/api/questions/sample-queue?spoilers=no', 400, 'bad-request', 'spoilers'],
    ['/api/questions/acme%3Asample-queue?spoilers=accepted', 403, 'forbidden', 'The questions of Acme'],
    ['/api/questions/no-such?spoilers=accepted', 404, 'not-found', 'no such question'],
  ])('refuses %s', async (path, status, code, words) => {
    const answer = await server.call(path)
    expect(answer).toMatchObject({ status, code })
    expect(answer.text).toContain(words)
    expect(answer.text).not.toContain(SECRET)
  })

  test('holds whoever shows a token to their role', async () => {
    const { alice, bob, olga } = await server.room('sample-queue')
    for (const { token } of [bob, olga]) {
      const answer = await server.call(WHOLE, { token })
      expect(answer).toMatchObject({ status: 403, code: 'forbidden' })
      expect(answer.text).not.toContain(SECRET)
    }
    expect(await server.call(WHOLE, { token: alice.token })).toMatchObject({ status: 200 })
    expect(await server.call(WHOLE, { token: 'x'.repeat(43) })).toMatchObject({
      status: 401,
      code: 'signed-out',
    })
  })

  test('is asked for so often and no more', async () => {
    await using strict = await startTestServer({
      questions: [open],
      rates: { reading: { points: 2, seconds: 60 } },
    })
    const statuses: number[] = []
    for (let call = 0; call < 3; call += 1) statuses.push((await strict.call(WHOLE)).status)
    expect(statuses).toEqual([200, 200, 429])
    expect((await strict.call('/api/questions')).status).toBe(200)
  })
})

test('GET /api/guide tells the pages and the figures', async () => {
  const answer = await server.call('/api/guide')
  expect(guideSchema.parse(answer.body)).toEqual(GUIDE)
})
