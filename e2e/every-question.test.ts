import { startTestServer, type TestServer } from '@drawbar/server/testing/start-test-server.ts'
import type { CommandBody } from '@drawbar/shared/interview/command.ts'
import { phasePlan } from '@drawbar/shared/question/phase-plan.ts'
import { RUNGS, type Question } from '@drawbar/shared/question/question.ts'
import { questionViewSchema } from '@drawbar/shared/question/question-view.ts'
import { recordSchema } from '@drawbar/shared/record/record.ts'
import { roomCreatedSchema } from '@drawbar/shared/wire/http.ts'
import { joinByLink, type TestPerson } from '@drawbar/server/testing/test-person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bankQuestions } from './testing/bank.ts'

const MINUTES = 45
const questions = await bankQuestions()
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ questions })
})

afterAll(() => server[Symbol.asyncDispose]())

test.concurrent.each(questions)(
  '$id carries an interview of 45 minutes from the lobby to both records',
  async (question) => {
    expect(question.minutes).toContain(MINUTES)
    const { alice, bob } = await aliceAndBob(question)
    for (const command of wholeInterview(question)) {
      const answer = await alice.command(command)
      expect({ command, status: answer.status, refusal: answer.code }).toEqual({
        command,
        status: 200,
        refusal: undefined,
      })
    }

    const view = questionViewSchema.parse((await bob.call(`/api/rounds/${bob.roundId}/question`)).body)
    expect(view.whole).toBeNull()
    expect(view.presented?.revealed).toHaveLength(
      question.followUps.length * (1 + RUNGS.length) + question.constraints.length,
    )
    const record = recordSchema.parse((await alice.call(recordPath(alice, 'interviewer'))).body)
    expect(record.result?.every(({ score }) => score === 1)).toBe(true)
    expect(record.question.whole).toEqual(question)
    expect(recordSchema.parse((await bob.call(recordPath(bob, 'candidate'))).body).question.whole).toBeNull()
  },
)

async function aliceAndBob(question: Question): Promise<Record<'alice' | 'bob', TestPerson>> {
  const level = question.levels.at(-1)
  const json = { questionId: question.id, minutes: MINUTES, level, hostName: 'Alice' }
  const { links } = roomCreatedSchema.parse((await server.call('/api/rooms', { json })).body)
  return {
    alice: await joinByLink(server.url, { link: links.interviewer, name: 'Alice' }),
    bob: await joinByLink(server.url, { link: links.candidate, name: 'Bob' }),
  }
}

/** Everything the panel offers for a question, each thing once. */
function wholeInterview(question: Question): CommandBody[] {
  const [, ...laterPhases] = phasePlan(MINUTES, question)
  return [
    { type: 'start-round' },
    { type: 'present-prompt' },
    ...laterPhases.map(({ id }) => ({ type: 'start-phase' as const, phaseId: id })),
    ...question.followUps.flatMap(({ id: followUpId }) => [
      { type: 'reveal-follow-up' as const, followUpId },
      ...RUNGS.map((rung) => ({ type: 'reveal-hint' as const, followUpId, rung })),
    ]),
    ...question.constraints.map(({ id }) => ({ type: 'play-constraint' as const, cardId: id })),
    ...question.checklist.map(({ id }) => ({
      type: 'mark-item' as const,
      itemId: id,
      mark: 'seen' as const,
      evidence: null,
    })),
    { type: 'start-debrief' },
    { type: 'seal-round' },
  ]
}

function recordPath({ roundId }: TestPerson, copy: 'interviewer' | 'candidate'): string {
  return `/api/rounds/${roundId}/record?copy=${copy}`
}
