import type { Revealed } from '@drawbar/shared/interview/interview.ts'
import type { Rung } from '@drawbar/shared/question/question.ts'
import { describe, expect, it } from 'vitest'
import { ladder, playedAt, revealedAt } from './ladder.ts'

function hint(followUpId: string, rung: Rung, at: number): Revealed {
  return { kind: 'hint', followUpId, rung, seq: at, at: 1_700_000_000_000, clockMs: at, by: 'alice' }
}

const followUp: Revealed = {
  kind: 'follow-up',
  followUpId: 'lost',
  seq: 1,
  at: 1_700_000_000_000,
  clockMs: 1,
  by: 'alice',
}
const card: Revealed = {
  kind: 'constraint',
  cardId: 'half',
  seq: 9,
  at: 1_700_000_000_000,
  clockMs: 9,
  by: 'alice',
}

describe('the hint ladder', () => {
  it('starts at the nudge', () => {
    expect(ladder([followUp], 'lost').map(({ state }) => state)).toEqual(['next', 'later', 'later'])
  })

  it('remembers what was given, of its own follow-up only', () => {
    const revealed = [
      followUp,
      hint('lost', 'nudge', 2),
      hint('twice', 'nudge', 3),
      hint('lost', 'pointer', 4),
    ]
    expect(ladder(revealed, 'lost')).toEqual([
      { rung: 'nudge', state: 'given', clockMs: 2 },
      { rung: 'pointer', state: 'given', clockMs: 4 },
      { rung: 'giveAway', state: 'next', clockMs: null },
    ])
    expect(ladder(revealed, 'twice').map(({ state }) => state)).toEqual(['given', 'next', 'later'])
  })

  it('ends', () => {
    const revealed = [hint('lost', 'nudge', 2), hint('lost', 'pointer', 3), hint('lost', 'giveAway', 4)]
    expect(ladder(revealed, 'lost').map(({ state }) => state)).toEqual(['given', 'given', 'given'])
  })
})

it('knows when a follow-up was revealed and a card was played', () => {
  expect(revealedAt([followUp, card], 'lost')).toBe(1)
  expect(revealedAt([followUp, card], 'twice')).toBeNull()
  expect(playedAt([followUp, card], 'half')).toBe(9)
  expect(playedAt([followUp], 'half')).toBeNull()
})
