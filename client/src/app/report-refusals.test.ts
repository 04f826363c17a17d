import { describe, expect, it } from 'vitest'
import type { ApiFailure, ApiOutcome } from '../session/api-failure.ts'
import type { Session } from '../session/session.ts'
import type { NewToast } from '../ui/toasts.ts'
import { reportRefusals } from './report-refusals.ts'

function answering(outcome: ApiOutcome<{ seq: number }>) {
  const told: NewToast[] = []
  const session = { send: async () => outcome } as unknown as Session
  return { session: reportRefusals(session, (toast) => told.push(toast)), told }
}

const refusal: ApiFailure = {
  code: 'conflict',
  message: 'The clock stands already.',
  hint: null,
  status: 409,
}

describe('a refused command', () => {
  it('is told, and still returned', async () => {
    const { session, told } = answering({ ok: false, failure: refusal })
    expect(await session.send({ type: 'pause-clock' })).toEqual({ ok: false, failure: refusal })
    expect(told).toEqual([
      { tone: 'bad', title: 'The clock was not paused.', detail: 'The clock stands already.' },
    ])
  })

  it('is told with what to do', async () => {
    const { session, told } = answering({ ok: false, failure: { ...refusal, hint: 'Press resume.' } })
    await session.send({ type: 'pause-clock' })
    expect(told[0]?.detail).toBe('The clock stands already. Press resume.')
  })

  it('is not told where the page gave up itself, nor where all went well', async () => {
    const left = answering({ ok: false, failure: { ...refusal, code: 'aborted' } })
    await left.session.send({ type: 'pause-clock' })
    const done = answering({ ok: true, value: { seq: 7 } })
    await done.session.send({ type: 'pause-clock' })
    expect([...left.told, ...done.told]).toEqual([])
  })
})
