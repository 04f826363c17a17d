import { describe, expect, it } from 'vitest'
import { ALICE, BOB, logOf, START } from '../testing/log-of.ts'
import { applyEvent, currentPhaseId, foldEvents } from './apply-event.ts'
import { clockReading } from './clock.ts'
import type { InterviewEvent } from './event.ts'
import { EMPTY_INTERVIEW } from './interview.ts'

describe('the fold of the interview', () => {
  it('goes through its states and stamps each with the entry that caused it', () => {
    const entries = logOf([
      [ALICE, { type: 'round-started', phaseId: 'intro' }],
      [ALICE, { type: 'prompt-presented' }],
      [ALICE, { type: 'debrief-started' }],
      [ALICE, { type: 'round-sealed' }],
    ])
    const states = entries.map((_, index) => foldEvents(EMPTY_INTERVIEW, entries.slice(0, index + 1)).state)
    expect(states).toEqual(['live', 'live', 'debrief', 'sealed'])
    const interview = foldEvents(EMPTY_INTERVIEW, entries)
    expect(interview.presented).toEqual({ seq: 2, at: START + 1000, by: 'alice' })
    expect(interview.sealed?.seq).toBe(4)
  })

  it('stops the clock while paused and gives each phase its own span', () => {
    const interview = foldEvents(
      EMPTY_INTERVIEW,
      logOf([
        [ALICE, { type: 'round-started', phaseId: 'intro' }],
        [ALICE, { type: 'phase-started', phaseId: 'requirements' }],
        [ALICE, { type: 'clock-paused' }],
        [BOB, { type: 'note-taken', noteId: 'note-0001', text: 'while paused', evidence: null }],
        [ALICE, { type: 'clock-resumed' }],
        [ALICE, { type: 'phase-started', phaseId: 'estimation' }],
      ]),
    )
    expect(clockReading(interview.clock, START + 5000)).toBe(3000)
    expect(interview.notes[0]?.clockMs).toBe(2000)
    expect(
      interview.phases.map(({ phaseId, startedAtMs, endedAtMs }) => [phaseId, startedAtMs, endedAtMs]),
    ).toEqual([
      ['intro', 0, 1000],
      ['requirements', 1000, 3000],
      ['estimation', 3000, null],
    ])
    expect(currentPhaseId(interview)).toBe('estimation')
  })

  it('keeps the last mark of an item with its phase and moment, and takes a mark back', () => {
    const marked = logOf([
      [ALICE, { type: 'round-started', phaseId: 'intro' }],
      [ALICE, { type: 'item-marked', itemId: 'a', mark: 'partly', evidence: null }],
      [ALICE, { type: 'item-marked', itemId: 'a', mark: 'seen', evidence: null }],
      [ALICE, { type: 'item-marked', itemId: 'b', mark: 'missed', evidence: null }],
      [ALICE, { type: 'item-marked', itemId: 'b', mark: null, evidence: null }],
    ])
    const { marks } = foldEvents(EMPTY_INTERVIEW, marked)
    expect(marks['a']).toMatchObject({ mark: 'seen', seq: 3, phaseId: 'intro', clockMs: 2000 })
    expect(marks['b']).toBeUndefined()
  })

  it('keeps what was revealed in order, with the clock’s reading', () => {
    const interview = foldEvents(
      EMPTY_INTERVIEW,
      logOf([
        [ALICE, { type: 'round-started', phaseId: 'intro' }],
        [ALICE, { type: 'follow-up-revealed', followUpId: 'lost' }],
        [ALICE, { type: 'clock-paused' }],
        [ALICE, { type: 'hint-revealed', followUpId: 'lost', rung: 'nudge' }],
        [ALICE, { type: 'constraint-played', cardId: 'half' }],
      ]),
    )
    expect(interview.revealed.map(({ kind, seq, clockMs }) => [kind, seq, clockMs])).toEqual([
      ['follow-up', 2, 1000],
      ['hint', 4, 2000],
      ['constraint', 5, 2000],
    ])
  })

  it('edits and removes notes in place', () => {
    const interview = foldEvents(
      EMPTY_INTERVIEW,
      logOf([
        [BOB, { type: 'note-taken', noteId: 'note-0001', text: 'one', evidence: null }],
        [BOB, { type: 'note-taken', noteId: 'note-0002', text: 'two', evidence: null }],
        [BOB, { type: 'note-edited', noteId: 'note-0001', text: 'uno' }],
        [BOB, { type: 'note-removed', noteId: 'note-0002' }],
      ]),
    )
    expect(interview.notes).toMatchObject([{ id: 'note-0001', text: 'uno', seq: 1, editedAt: START + 2000 }])
  })

  it('[E10] follows a walk: one at a time, by whoever leads on, until it ends or the board freezes', () => {
    const walk = (walkId: string): InterviewEvent => ({
      type: 'walk-started',
      walkId,
      pageId: 'page:page',
      path: [
        { shapeId: 'shape:client', label: 'Client', viaId: null },
        { shapeId: 'shape:api', label: 'API', viaId: 'shape:arrow' },
      ],
      evidence: null,
    })
    const step = (walkId: string): InterviewEvent => ({ type: 'walk-stepped', walkId, step: 1 })
    const entries = logOf([
      [BOB, walk('walk-0001')],
      [ALICE, step('walk-0001')],
      [ALICE, walk('walk-0002')],
      [BOB, step('walk-0001')],
      [BOB, { type: 'walk-ended', walkId: 'walk-0001' }],
      [BOB, { type: 'walk-ended', walkId: 'walk-0002' }],
    ])
    const walks = entries.map((_, index) => foldEvents(EMPTY_INTERVIEW, entries.slice(0, index + 1)).walk)
    expect(walks.map((now) => now && [now.walkId, now.by, now.step, now.stepped.by])).toEqual([
      ['walk-0001', 'bob', 0, 'bob'],
      ['walk-0001', 'bob', 1, 'alice'],
      ['walk-0002', 'alice', 0, 'alice'],
      ['walk-0002', 'alice', 0, 'alice'],
      ['walk-0002', 'alice', 0, 'alice'],
      null,
    ])
    const sealed = logOf([
      [BOB, walk('walk-0001')],
      [ALICE, { type: 'round-sealed' }],
    ])
    expect(foldEvents(EMPTY_INTERVIEW, sealed).walk).toBeNull()
  })

  it('is unmoved by an entry that came before', () => {
    const entries = logOf([
      [ALICE, { type: 'round-started', phaseId: 'intro' }],
      [BOB, { type: 'note-taken', noteId: 'note-0001', text: 'once', evidence: null }],
    ])
    const interview = foldEvents(EMPTY_INTERVIEW, entries)
    const again = entries.reduce(applyEvent, interview)
    expect(again).toBe(interview)
  })
})
