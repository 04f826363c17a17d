import type { PhaseSpan } from '@drawbar/shared/interview/interview.ts'
import { describe, expect, it } from 'vitest'
import { pacing, pacingLine } from './pacing.ts'

const MINUTE = 60_000
const plan = [
  { id: 'intro', name: 'Intro', minutes: 3 },
  { id: 'requirements', name: 'Requirements', minutes: 6 },
  { id: 'design', name: 'Design', minutes: 12 },
  { id: 'wrap-up', name: 'Wrap-up', minutes: 2 },
]

function span(phaseId: string, from: number, to: number | null): PhaseSpan {
  return {
    phaseId,
    startedAtMs: from * MINUTE,
    endedAtMs: to === null ? null : to * MINUTE,
    seq: 1,
    at: 0,
    by: 'alice',
  }
}

function lineAt(minutes: number, spans: readonly PhaseSpan[]) {
  return pacingLine(pacing({ plan, spans, clockMs: minutes * MINUTE }))
}

describe('pacing', () => {
  it('has no current phase before the start', () => {
    const pace = pacing({ plan, spans: [], clockMs: 0 })
    expect(pace.current).toBeNull()
    expect(pace.next?.id).toBe('intro')
    expect(pace.neededMs).toBe(23 * MINUTE)
    expect(pacingLine(pace)).toBeNull()
  })

  it('adds up the visits of a phase that was come back to', () => {
    const spans = [
      span('intro', 0, 2),
      span('requirements', 2, 6),
      span('intro', 6, 7),
      span('requirements', 7, null),
    ]
    const pace = pacing({ plan, spans, clockMs: 11 * MINUTE })
    expect(pace.phases.map(({ state, spentMs }) => [state, spentMs / MINUTE])).toEqual([
      ['done', 3],
      ['current', 8],
      ['ahead', 0],
      ['ahead', 0],
    ])
    expect(pace.current?.overMs).toBe(2 * MINUTE)
  })

  it('does not plan for phases that were held before going back', () => {
    const spans = [span('intro', 0, 1), span('design', 1, 5), span('requirements', 5, null)]
    const pace = pacing({ plan, spans, clockMs: 6 * MINUTE })
    expect(pace.ahead.map(({ id }) => id)).toEqual(['wrap-up'])
    expect(pace.next?.id).toBe('design')
  })
})

describe('the pacing line', () => {
  it('is calm on plan and early', () => {
    expect(lineAt(1, [span('intro', 0, null)])).toEqual({ behind: false, text: 'On plan' })
    expect(lineAt(3, [span('intro', 0, 1), span('requirements', 1, null)])).toEqual({
      behind: false,
      text: '2 min ahead of the plan',
    })
  })

  it('says what a phase that runs over leaves for the rest', () => {
    expect(lineAt(13, [span('intro', 0, 3), span('requirements', 3, null)])).toEqual({
      behind: true,
      text: '4 min over in Requirements: 2 phases left need 14 min, 10 remain',
    })
  })

  it('says when time was lost earlier', () => {
    expect(lineAt(14, [span('intro', 0, 5), span('requirements', 5, 13), span('design', 13, null)])).toEqual({
      behind: true,
      text: '4 min behind: the rest of the plan needs 13 min, 9 remain',
    })
  })

  it('counts down the last phase and counts on past the end', () => {
    const last = [
      span('intro', 0, 3),
      span('requirements', 3, 9),
      span('design', 9, 21),
      span('wrap-up', 21, null),
    ]
    expect(lineAt(22, last)).toEqual({ behind: false, text: 'Last phase: 1 min left' })
    expect(lineAt(24.5, last)).toEqual({ behind: true, text: '2 min past the planned end' })
    expect(lineAt(25, [span('intro', 0, 3), span('design', 3, null)])).toEqual({
      behind: true,
      text: '2 min past the planned end: 1 phase left needs 2 min',
    })
  })

  it('is gone after the end', () => {
    expect(lineAt(23, [span('intro', 0, 3), span('wrap-up', 3, 23)])).toBeNull()
  })
})
