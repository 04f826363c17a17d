import { describe, expect, it } from 'vitest'
import { offline, timedOut, type ApiFailure } from '../session/api-failure.ts'
import { joinProblem } from './join-failure.ts'

function refusal(code: string): ApiFailure {
  return { code, message: 'What happened.', hint: 'What to do.', status: 409 }
}

describe('joinProblem', () => {
  it.each([
    ['link-revoked', 'This link has been revoked'],
    ['not-found', 'This link opens no room'],
    ['bad-request', 'This link opens no room'],
    ['conflict', 'This room is full'],
  ])('tells %s by name, with the server’s words, and offers no retry', (code, title) => {
    expect(joinProblem(refusal(code))).toEqual({ title, text: 'What happened. What to do.', retry: false })
  })

  it.each([offline(), timedOut(), refusal('unavailable')])('lets one try again after $code', (failure) => {
    const problem = joinProblem(failure)
    expect(problem.retry).toBe(true)
    expect(problem.text).toContain('nothing is lost')
  })

  it('says something for a code it does not know', () => {
    expect(joinProblem({ ...refusal('odd'), hint: null })).toEqual({
      title: 'You could not be let in',
      text: 'What happened.',
      retry: true,
    })
  })
})
