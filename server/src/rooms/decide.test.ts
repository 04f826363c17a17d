import { describe, expect, test } from 'vitest'
import type { Command, CommandBody } from '@drawbar/shared/interview/command.ts'
import type { InterviewEvent } from '@drawbar/shared/interview/event.ts'
import { audienceOf } from '@drawbar/shared/interview/event.ts'
import { foldEvents } from '@drawbar/shared/interview/apply-event.ts'
import { EMPTY_INTERVIEW, type Interview } from '@drawbar/shared/interview/interview.ts'
import { SHARE_NOTHING } from '@drawbar/shared/interview/share-choice.ts'
import type { EventEntry } from '@drawbar/shared/log/entry.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import { ROLES, type Role } from '@drawbar/shared/people/role.ts'
import { decide, type DecisionFacts } from './decide.ts'
import { sampleQuestion } from './testing/sample-question.ts'

const question = sampleQuestion()

function person(name: string, role: Role): Participant {
  return { id: `p-${name}`, name, color: '#000', role }
}
const alice = person('alice', 'interviewer')
const carol = person('carol', 'interviewer')
const bob = person('bob', 'candidate')
const oscar = person('oscar', 'observer')
const everyone = [alice, bob, carol, oscar]

/** The interview after these events; seq 1 to 4 are the joins. */
function after(...events: (InterviewEvent | [Participant, InterviewEvent])[]): Interview {
  const joins = everyone.map((participant): [Participant, InterviewEvent] => [
    participant,
    { type: 'participant-joined', participant },
  ])
  const all = [
    ...joins,
    ...events.map((event): [Participant, InterviewEvent] => (Array.isArray(event) ? event : [alice, event])),
  ]
  const entries = all.map(([by, event], i): EventEntry => ({
    kind: 'event',
    seq: i + 1,
    at: 1000 * i,
    by: by.id,
    audience: audienceOf(event.type, by.role),
    commandId: `command-${i}`,
    event,
  }))
  return foldEvents(EMPTY_INTERVIEW, entries)
}

const started: InterviewEvent = { type: 'round-started', phaseId: 'intro' }
const sealed: InterviewEvent = { type: 'round-sealed' }
const hint = (rung: 'nudge' | 'pointer' | 'giveAway', followUpId = 'expiry') =>
  ({ type: 'hint-revealed', followUpId, rung }) as const
const note = (noteId: string): InterviewEvent => ({ type: 'note-taken', noteId, text: 'x', evidence: null })

function ask(
  interview: Interview,
  body: CommandBody,
  participant = alice,
  facts: Partial<DecisionFacts> = {},
) {
  const command: Command = { id: 'command-x', ...body }
  return decide({
    interview,
    question,
    plan: { level: 'senior', minutes: 45 },
    participant,
    command,
    authored: 0,
    limits: { notesPerAuthor: 3, eventsPerAuthor: 100 },
    ...facts,
  })
}

const refusal = (code: string) => ({ kind: 'refused', refusal: { code } })

test('[E2] starting a round starts the first phase of its plan and presents nothing', () => {
  expect(ask(after(), { type: 'start-round' })).toEqual({ kind: 'event', event: started })
})

test('[E2] the table of permissions is asked first', () => {
  expect(ask(after(), { type: 'start-round' }, bob)).toMatchObject(refusal('forbidden'))
  expect(ask(after(started), { type: 'start-round' })).toMatchObject(refusal('wrong-state'))
  expect(ask(after(), { type: 'present-prompt' })).toMatchObject(refusal('wrong-state'))
  expect(
    ask(after(started, sealed), { type: 'take-note', noteId: 'note-1234', text: 'late', evidence: null }),
  ).toMatchObject(refusal('wrong-state'))
})

test('[E2] no refusal tells a candidate or an observer anything of the question', () => {
  const bodies: CommandBody[] = [
    { type: 'reveal-hint', followUpId: 'expiry', rung: 'nudge' },
    { type: 'mark-item', itemId: 'item-1', mark: 'seen', evidence: null },
    { type: 'play-constraint', cardId: 'traffic' },
    { type: 'share-record', choice: SHARE_NOTHING },
  ]
  for (const participant of [bob, oscar]) {
    for (const body of bodies) {
      const decision = ask(after(started), body, participant)
      expect(decision).toMatchObject(refusal('forbidden'))
      expect(JSON.stringify(decision)).not.toContain('kept private')
    }
  }
})

test('a prompt is presented once', () => {
  expect(ask(after(started), { type: 'present-prompt' })).toMatchObject({ kind: 'event' })
  const presented = after(started, { type: 'prompt-presented' })
  expect(ask(presented, { type: 'present-prompt' })).toEqual({ kind: 'already', seq: 6 })
})

describe('phases', () => {
  test('any of the plan may follow, also an earlier one', () => {
    expect(ask(after(started), { type: 'start-phase', phaseId: 'deep-dive' })).toMatchObject({
      kind: 'event',
    })
    const later = after(started, { type: 'phase-started', phaseId: 'deep-dive' })
    expect(ask(later, { type: 'start-phase', phaseId: 'intro' })).toMatchObject({ kind: 'event' })
  })

  test('the one that lasts does not start again, and an unknown one not at all', () => {
    expect(ask(after(started), { type: 'start-phase', phaseId: 'intro' })).toMatchObject(refusal('conflict'))
    expect(ask(after(started), { type: 'start-phase', phaseId: 'tea' })).toMatchObject(refusal('not-found'))
  })
})

test('the clock stands or runs, and is not told twice', () => {
  expect(ask(after(started), { type: 'pause-clock' })).toMatchObject({ kind: 'event' })
  expect(ask(after(started), { type: 'resume-clock' })).toMatchObject(refusal('conflict'))
  const paused = after(started, { type: 'clock-paused' })
  expect(ask(paused, { type: 'pause-clock' })).toMatchObject(refusal('conflict'))
  expect(ask(paused, { type: 'resume-clock' })).toMatchObject({ kind: 'event' })
})

describe('reveals', () => {
  test('a follow-up and a card open once', () => {
    expect(ask(after(started), { type: 'reveal-follow-up', followUpId: 'expiry' })).toMatchObject({
      kind: 'event',
    })
    const shown = after(
      started,
      { type: 'follow-up-revealed', followUpId: 'expiry' },
      { type: 'constraint-played', cardId: 'traffic' },
    )
    expect(ask(shown, { type: 'reveal-follow-up', followUpId: 'expiry' })).toEqual({
      kind: 'already',
      seq: 6,
    })
    expect(ask(shown, { type: 'play-constraint', cardId: 'traffic' })).toEqual({ kind: 'already', seq: 7 })
    expect(ask(shown, { type: 'play-constraint', cardId: 'region' })).toMatchObject({ kind: 'event' })
  })

  test('what the question does not have is not there', () => {
    expect(ask(after(started), { type: 'reveal-follow-up', followUpId: 'tea' })).toMatchObject(
      refusal('not-found'),
    )
    expect(ask(after(started), { type: 'play-constraint', cardId: 'tea' })).toMatchObject(
      refusal('not-found'),
    )
    expect(ask(after(started), { type: 'reveal-hint', followUpId: 'tea', rung: 'nudge' })).toMatchObject(
      refusal('not-found'),
    )
    expect(
      ask(after(started), { type: 'mark-item', itemId: 'tea', mark: 'seen', evidence: null }),
    ).toMatchObject(refusal('not-found'))
  })

  test('a rung opens only after the one below it of the same follow-up', () => {
    const pointer: CommandBody = { type: 'reveal-hint', followUpId: 'expiry', rung: 'pointer' }
    expect(ask(after(started), pointer)).toMatchObject(refusal('conflict'))
    expect(ask(after(started, hint('nudge', 'abuse')), pointer)).toMatchObject(refusal('conflict'))
    expect(ask(after(started, hint('nudge')), pointer)).toEqual({ kind: 'event', event: hint('pointer') })
    expect(ask(after(started, hint('nudge'), hint('pointer')), pointer)).toEqual({ kind: 'already', seq: 7 })
    const last: CommandBody = { type: 'reveal-hint', followUpId: 'expiry', rung: 'giveAway' }
    expect(ask(after(started, hint('nudge')), last)).toMatchObject(refusal('conflict'))
    expect(ask(after(started, hint('nudge'), hint('pointer')), last)).toMatchObject({ kind: 'event' })
  })
})

describe('notes', () => {
  const edit: CommandBody = { type: 'edit-note', noteId: 'note-1234', text: 'y' }
  const remove: CommandBody = { type: 'remove-note', noteId: 'note-1234' }

  test('are changed by the one who took them', () => {
    expect(ask(after([bob, note('note-1234')]), edit, bob)).toMatchObject({ kind: 'event' })
    expect(ask(after([bob, note('note-1234')]), remove, bob)).toMatchObject({ kind: 'event' })
  })

  test('of another interviewer can be seen but not changed', () => {
    expect(ask(after([alice, note('note-1234')]), edit, carol)).toMatchObject(refusal('forbidden'))
  })

  test.each([
    [alice, bob],
    [alice, oscar],
    [bob, alice],
    [bob, oscar],
    [oscar, bob],
  ])('of $name do not exist for $name', (author, other) => {
    const unknown = ask(after(), edit, other)
    expect(ask(after([author, note('note-1234')]), edit, other)).toEqual(unknown)
    expect(unknown).toMatchObject(refusal('not-found'))
  })

  test('have an id of their own, and a number', () => {
    const take: CommandBody = { type: 'take-note', noteId: 'note-1234', text: 'x', evidence: null }
    expect(ask(after([alice, note('note-1234')]), take)).toMatchObject(refusal('conflict'))
    const three = after([alice, note('note-1')], [alice, note('note-2')], [alice, note('note-3')])
    expect(ask(three, take)).toMatchObject(refusal('too-large'))
    expect(ask(three, take, carol)).toMatchObject({ kind: 'event' })
  })
})

describe('walks', () => {
  const path = [
    { shapeId: 'shape:client', label: 'Client', viaId: null },
    { shapeId: 'shape:api', label: 'API', viaId: 'shape:arrow' },
  ]
  const start = (walkId: string) =>
    ({ type: 'start-walk', walkId, pageId: 'page:page', path, evidence: null }) as const
  const begun = (walkId: string): InterviewEvent => {
    return { type: 'walk-started', walkId, pageId: 'page:page', path, evidence: null }
  }
  const step = (to: number, walkId = 'walk-0001'): CommandBody => ({ type: 'step-walk', walkId, step: to })

  test('[E10] are begun by either side, and another one takes the place of the first', () => {
    for (const who of [alice, bob]) {
      expect(ask(after(started), start('walk-0001'), who)).toEqual({
        kind: 'event',
        event: begun('walk-0001'),
      })
    }
    expect(ask(after(started), start('walk-0001'), oscar)).toMatchObject(refusal('forbidden'))
    expect(ask(after(), start('walk-0001'))).toMatchObject(refusal('wrong-state'))
    const underWay = after(started, [bob, begun('walk-0001')])
    expect(ask(underWay, start('walk-0001'))).toEqual({ kind: 'already', seq: 6 })
    expect(ask(underWay, start('walk-0002'))).toMatchObject({ kind: 'event' })
  })

  test('[E10] go to the steps they have, led by anyone who may draw', () => {
    const underWay = after(started, [bob, begun('walk-0001')])
    expect(ask(underWay, step(1))).toEqual({
      kind: 'event',
      event: { type: 'walk-stepped', walkId: 'walk-0001', step: 1 },
    })
    expect(ask(underWay, step(2))).toMatchObject(refusal('not-found'))
    expect(ask(underWay, step(0))).toEqual({ kind: 'already', seq: 6 })
    const stepped = after(started, [bob, begun('walk-0001')], {
      type: 'walk-stepped',
      walkId: 'walk-0001',
      step: 1,
    })
    expect(ask(stepped, step(1), bob)).toEqual({ kind: 'already', seq: 7 })
  })

  test('[E10] that are over take no step and do not end again', () => {
    const over = after(started, begun('walk-0001'), { type: 'walk-ended', walkId: 'walk-0001' })
    expect(ask(over, step(1))).toMatchObject(refusal('conflict'))
    expect(ask(over, { type: 'end-walk', walkId: 'walk-0001' })).toMatchObject(refusal('conflict'))
    const replaced = after(started, begun('walk-0001'), begun('walk-0002'))
    expect(ask(replaced, { type: 'end-walk', walkId: 'walk-0001' })).toMatchObject(refusal('conflict'))
    expect(ask(replaced, { type: 'end-walk', walkId: 'walk-0002' }, bob)).toMatchObject({ kind: 'event' })
  })
})

test('nobody makes more events than a round can keep', () => {
  const take: CommandBody = { type: 'take-note', noteId: 'note-1234', text: 'x', evidence: null }
  expect(ask(after(), take, bob, { authored: 100 })).toMatchObject(refusal('too-large'))
})

test('a round is sealed while live or in debrief, and shared with notes that are there', () => {
  expect(ask(after(started), { type: 'seal-round' })).toMatchObject({ kind: 'event' })
  expect(ask(after(started, { type: 'debrief-started' }), { type: 'seal-round' })).toMatchObject({
    kind: 'event',
  })
  expect(ask(after(), { type: 'seal-round' })).toMatchObject(refusal('wrong-state'))

  const over = after(started, note('note-1'), [bob, note('note-2')], sealed)
  const share = (noteIds: string[]): CommandBody => ({
    type: 'share-record',
    choice: { ...SHARE_NOTHING, noteIds },
  })
  expect(ask(over, share(['note-1']))).toMatchObject({ kind: 'event' })
  expect(ask(over, share(['note-2']))).toMatchObject(refusal('not-found'))
  expect(ask(over, share(['note-9']))).toMatchObject(refusal('not-found'))
})

test('every role gets an answer to every command in every state', () => {
  const bodies: CommandBody[] = [
    { type: 'start-round' },
    { type: 'present-prompt' },
    { type: 'start-phase', phaseId: 'wrap-up' },
    { type: 'start-debrief' },
    { type: 'seal-round' },
  ]
  for (const interview of [
    after(),
    after(started),
    after(started, { type: 'debrief-started' }),
    after(started, sealed),
  ]) {
    for (const role of ROLES) {
      for (const body of bodies)
        expect(ask(interview, body, person('dan', role)).kind).toMatch(/event|already|refused/)
    }
  }
})
