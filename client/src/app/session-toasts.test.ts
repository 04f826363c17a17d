import { EMPTY_INTERVIEW, type Interview } from '@drawbar/shared/interview/interview.ts'
import { ALICE, BOB } from '@drawbar/shared/testing/log-of.ts'
import { describe, expect, it } from 'vitest'
import { initialState, type SessionState } from '../session/session-state.ts'
import { toastsFor, type QuestionSight } from './session-toasts.ts'

const stamp = { seq: 5, at: 5, by: ALICE.id }

function state(
  participantId: string,
  role: 'interviewer' | 'candidate',
  interview: Partial<Interview>,
): SessionState {
  return {
    ...initialState({ roomId: 'room', roundId: 'round', participantId, role }),
    loaded: true,
    interview: { ...EMPTY_INTERVIEW, ...interview },
  }
}

const OUT_OF_SIGHT: QuestionSight = { inSight: () => false, show: () => undefined }

function titles(before: SessionState, now: SessionState, questionView = OUT_OF_SIGHT): string[] {
  return toastsFor({ before, now, questionView }).map(({ title }) => title)
}

describe('what is said as it happens', () => {
  const bob = state(BOB.id, 'candidate', { participants: [ALICE, BOB] })

  it('is what the interviewer shows, to everyone else', () => {
    const presented = { ...bob, interview: { ...bob.interview, presented: stamp } }
    expect(titles(bob, presented)).toEqual(['The question has been presented.'])
    expect(titles(bob, presented, { ...OUT_OF_SIGHT, inSight: () => true })).toEqual([])
    const hint = { kind: 'hint', followUpId: 'lost', rung: 'nudge', clockMs: 0, ...stamp } as const
    const hinted = { ...presented, interview: { ...presented.interview, revealed: [hint] } }
    expect(titles(presented, hinted)).toEqual(['There is a hint.'])
    const alice = state(ALICE.id, 'interviewer', { participants: [ALICE, BOB] })
    expect(titles(alice, { ...alice, interview: presented.interview })).toEqual([])
  })

  it('is who joins, but not oneself', () => {
    const alice = state(ALICE.id, 'interviewer', { participants: [ALICE] })
    expect(
      titles(alice, { ...alice, interview: { ...alice.interview, participants: [ALICE, BOB] } }),
    ).toEqual(['Bob joined as candidate.'])
    expect(titles(state(BOB.id, 'candidate', { participants: [ALICE] }), bob)).toEqual([])
  })

  it('is nothing that happened before the page was opened', () => {
    const opening = { ...bob, loaded: false, interview: EMPTY_INTERVIEW }
    expect(titles(opening, { ...bob, interview: { ...bob.interview, presented: stamp } })).toEqual([])
  })

  it('is what the server changed or refused, once', () => {
    const repairs = [{ id: 'shape:1', rule: 'R1', reason: 'An arrow lost its end.' }]
    const repaired = { ...bob, lastRepair: { at: 1, repairs } }
    expect(toastsFor({ before: bob, now: repaired, questionView: OUT_OF_SIGHT })).toEqual([
      { title: 'The board put something of yours right.', detail: 'An arrow lost its end.' },
    ])
    expect(titles(repaired, { ...repaired, frozen: true })).toEqual([])
    expect(titles(bob, { ...bob, boardLarge: true })).toEqual(['The board is more than half full.'])
    const refused = { ...bob, lastRefusal: { at: 2, code: 'forbidden', message: 'Only interviewers.' } }
    expect(titles(bob, refused)).toEqual(['The server did not do that.'])
  })

  it('is the end, to those who did not end it', () => {
    const sealed = { ...bob, interview: { ...bob.interview, sealed: stamp } }
    expect(titles(bob, sealed)).toEqual(['The interview has ended.'])
  })

  it('is the debrief, to those who did not start it', () => {
    const debrief = { ...bob, interview: { ...bob.interview, debriefed: stamp } }
    expect(titles(bob, debrief)).toEqual(['The debrief has begun.'])
    const alice = state(ALICE.id, 'interviewer', { participants: [ALICE, BOB] })
    expect(titles(alice, { ...alice, interview: { ...alice.interview, debriefed: stamp } })).toEqual([])
  })
})
