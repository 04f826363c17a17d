import { describe, expect, test } from 'vitest'
import { SHARE_NOTHING } from '@drawbar/shared/interview/share-choice.ts'
import type { Command, CommandBody } from '@drawbar/shared/interview/command.ts'
import { readAllRecords } from '@drawbar/shared/board/read-record.ts'
import { foldBoard } from '@drawbar/shared/board/to-snapshot.ts'
import type { Entry } from '@drawbar/shared/log/entry.ts'
import { box, shapeId } from '@drawbar/shared/board/testing/boards.ts'
import { CLOSE } from '@drawbar/shared/wire/close-code.ts'
import { sampleQuestion } from './testing/sample-question.ts'
import { table, type Table } from './testing/table.ts'
import type { TestClient } from './testing/test-client.ts'
import { ROUND_ID } from './testing/world.ts'

function foldedIds(log: readonly Entry[]): string[] {
  const updates = log.flatMap((entry) => (entry.kind === 'board' ? [entry.update] : []))
  return readAllRecords(foldBoard(updates)).map(({ id }) => id)
}

let commands = 0
async function ask({ world, round }: Table, client: TestClient, body: CommandBody, id?: string) {
  commands += 1
  const command: Command = { id: id ?? `command-${commands}`, ...body }
  const answer = round.command(client.participant, command)
  await world.rest()
  return answer
}

const noteBy = (noteId: string): CommandBody => ({
  type: 'take-note',
  noteId,
  text: `by ${noteId}`,
  evidence: null,
})
const types = (client: TestClient) => client.events.map(({ event }) => event.type)

describe('[E1] an event', () => {
  test('reaches nobody before it has committed', async () => {
    await using at = await table()
    let release: (() => void) | undefined
    at.world.log.obstacle = (call) =>
      call === 'append'
        ? new Promise((resolve) => {
            release = resolve
          })
        : undefined
    const answer = at.round.command(at.alice.participant, { id: 'command-start', type: 'start-round' })
    await at.world.rest()
    expect(types(at.bob)).toEqual([])
    expect(at.round.state).toBe('lobby')
    release?.()
    expect(await answer).toEqual({ ok: true, value: { seq: 2 } })
    await at.world.rest()
    expect(types(at.bob)).toEqual(['round-started'])
    expect(at.round.state).toBe('live')
  })

  test('follows every edit that was received before its command', async () => {
    await using at = await table()
    at.bob.put(box('before'))
    at.bob.flush()
    const answer = at.round.command(at.alice.participant, { id: 'command-start', type: 'start-round' })
    at.bob.put(box('after'))
    at.bob.flush()
    await at.world.rest()
    expect(await answer).toEqual({ ok: true, value: { seq: 3 } })
    expect(at.world.log.entries(ROUND_ID).map(({ kind }) => kind)).toEqual([
      'board',
      'board',
      'event',
      'board',
    ])
  })
})

test('[E3] the same command id twice is one event, and someone else’s id is refused', async () => {
  await using at = await table()
  const first = await ask(at, at.alice, noteBy('note-alice'), 'command-note')
  const again = await ask(at, at.alice, noteBy('note-alice'), 'command-note')
  expect(first).toEqual({ ok: true, value: { seq: 2 } })
  expect(again).toEqual(first)
  expect(await ask(at, at.bob, noteBy('note-bobs'), 'command-note')).toMatchObject({
    ok: false,
    refusal: { code: 'conflict' },
  })
  expect(types(at.alice)).toEqual(['note-taken'])
})

test('[E3] sent twice at once it is one event as well', async () => {
  await using at = await table()
  const command: Command = { id: 'command-note', ...noteBy('note-alice') }
  const answers = [
    at.round.command(at.alice.participant, command),
    at.round.command(at.alice.participant, command),
  ]
  await at.world.rest()
  expect(await Promise.all(answers)).toEqual([
    { ok: true, value: { seq: 2 } },
    { ok: true, value: { seq: 2 } },
  ])
})

describe('[E4] an event goes to its audience only', () => {
  test('notes of an interviewer to interviewers, everyone else’s to themselves', async () => {
    await using at = await table()
    const carol = at.world.client('carol', 'interviewer').connect(at.round)
    const bobAgain = at.world.client('bob', 'candidate').connect(at.round)
    await at.world.rest()
    await ask(at, at.alice, noteBy('note-alice'))
    await ask(at, at.bob, noteBy('note-bobs'))
    await ask(at, at.oscar, noteBy('note-oscars'))
    const notes = (client: TestClient) =>
      client.events.flatMap(({ event }) => (event.type === 'note-taken' ? [event.noteId] : []))
    expect(notes(at.alice)).toEqual(['note-alice'])
    expect(notes(carol)).toEqual(['note-alice'])
    expect(notes(at.bob)).toEqual(['note-bobs'])
    expect(notes(bobAgain)).toEqual(['note-bobs'])
    expect(notes(at.oscar)).toEqual(['note-oscars'])
    expect(at.round.eventsFor(at.bob.participant).map(({ by }) => by)).toEqual(['p-bob'])
    expect(at.round.eventsFor(at.alice.participant).map(({ by }) => by)).toEqual(['p-alice'])
  })

  test('not one byte of an interviewer’s material reaches a candidate or an observer', async () => {
    const canary = 'canary-7f3a'
    await using at = await table({ question: sampleQuestion(canary) })
    const { alice, bob, oscar, round } = at
    await ask(at, alice, { type: 'start-round' })
    await ask(at, alice, { type: 'present-prompt' })
    await ask(at, alice, { type: 'take-note', noteId: 'note-0001', text: canary, evidence: null })
    await ask(at, alice, { type: 'edit-note', noteId: 'note-0001', text: `${canary} again` })
    await ask(at, alice, { type: 'mark-item', itemId: 'item-1', mark: 'missed', evidence: null })
    await ask(at, alice, { type: 'reveal-follow-up', followUpId: 'expiry' })
    await ask(at, bob, { type: 'edit-note', noteId: 'note-0001', text: 'x' })
    await ask(at, bob, { type: 'reveal-hint', followUpId: 'expiry', rung: 'giveAway' })
    await ask(at, alice, { type: 'seal-round' })
    await ask(at, alice, { type: 'share-record', choice: { ...SHARE_NOTHING, message: canary } })

    for (const client of [bob, oscar]) {
      const bytes = Buffer.concat(client.socket.sent)
      const answers = JSON.stringify([
        round.questionFor(client.participant),
        round.eventsFor(client.participant),
      ])
      expect(bytes.includes('round-sealed')).toBe(true)
      for (const text of [canary, 'item-1', 'item-marked', 'record-shared', 'note-0001']) {
        expect(bytes.includes(text)).toBe(false)
        expect(answers).not.toContain(text)
      }
    }
    expect(JSON.stringify(round.questionFor(alice.participant))).toContain(canary)
  })
})

test('[E5] events arrive in the order of their seq, each once', async () => {
  await using at = await table()
  const bodies: CommandBody[] = [
    { type: 'start-round' },
    { type: 'present-prompt' },
    { type: 'pause-clock' },
    { type: 'resume-clock' },
    { type: 'start-phase', phaseId: 'estimation' },
  ]
  const answers = bodies.map((body, i) =>
    at.round.command(at.alice.participant, { id: `command-in-a-row-${i}`, ...body }),
  )
  for (let i = 0; i < 5; i += 1) at.bob.put(box(`b${i}`))
  await at.world.rest()
  const seqs = (await Promise.all(answers)).map((answer) => (answer.ok ? answer.value.seq : undefined))
  expect(at.oscar.events.map(({ seq }) => seq)).toEqual(seqs)
  expect(types(at.oscar)).toEqual([
    'round-started',
    'prompt-presented',
    'clock-paused',
    'clock-resumed',
    'phase-started',
  ])
  const times = at.oscar.events.map((entry) => entry.at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('[E7] joining is recorded once per participant', async () => {
  await using at = await table()
  const dan = at.world.person('dan', 'observer')
  const answers = [at.round.joined(dan), at.round.joined(dan)]
  await at.world.rest()
  expect(await Promise.all(answers)).toEqual([
    { ok: true, value: { seq: 2 } },
    { ok: true, value: { seq: 2 } },
  ])
  expect(types(at.bob)).toEqual(['participant-joined'])
})

test('[E7] no command can take the id of a join', async () => {
  await using at = await table()
  const dan = at.world.person('dan', 'observer')
  await ask(at, at.bob, noteBy('note-bobs'), `joined-${dan.id}`)
  const answer = at.round.joined(dan)
  await at.world.rest()
  expect(await answer).toEqual({ ok: true, value: { seq: 3 } })
})

test('[E8] a command that cannot be saved is answered, and not carried out later', async () => {
  await using at = await table()
  at.world.log.obstacle = (call) => (call === 'append' ? Promise.reject(new Error('down')) : undefined)
  const answer = at.round.command(at.alice.participant, { id: 'command-start', type: 'start-round' })
  await at.world.rest(at.world.limits.freezeAfterMs + 1000)
  expect(await answer).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
  at.world.log.obstacle = () => undefined
  await at.world.rest(3000)
  expect(at.round.state).toBe('lobby')
  expect(await ask(at, at.alice, { type: 'start-round' })).toMatchObject({ ok: true })
})

test('[E9] the interviewer brings everyone else to a place', async () => {
  await using at = await table()
  const call = { type: 'bring-here', pageId: 'page:page', center: { x: 3, y: 4 }, zoom: 2 }
  at.alice.send({ type: 'control', json: JSON.stringify(call) })
  await at.world.rest()
  expect(at.bob.controls.at(-1)).toEqual({ ...call, by: 'p-alice' })
  expect(at.oscar.controls.at(-1)).toEqual({ ...call, by: 'p-alice' })
  expect(at.alice.controls.map(({ type }) => type)).toEqual(['hello'])
})

describe('sealing', () => {
  test('[S1] [S2] [S3] [S4] comes after every edit received before it, and nothing comes after it', async () => {
    await using at = await table()
    const { alice, bob, oscar, world, round } = at
    await ask(at, alice, { type: 'start-round' })
    bob.put(box('in-time'))
    const n = bob.mark()
    bob.flush()
    const sealing = round.command(alice.participant, { id: 'command-seal', type: 'seal-round' })
    bob.put(box('too-late'))
    bob.flush()
    await world.rest()

    expect(await sealing).toMatchObject({ ok: true })
    const log = world.log.entries(ROUND_ID)
    expect(log.at(-1)).toMatchObject({ kind: 'event', event: { type: 'round-sealed' } })
    expect(bob.acks).toEqual([n])
    expect(foldedIds(log)).toContain(shapeId('in-time'))
    expect(foldedIds(log)).not.toContain(shapeId('too-late'))
    for (const client of [alice, bob, oscar]) {
      expect(client.events.at(-1)?.event.type).toBe('round-sealed')
      expect(client.closedWith).toBe(CLOSE.sealed)
    }
    expect(world.log.snapshots(ROUND_ID).at(-1)?.seq).toBe(log.length)
  })

  test('[S5] leaves the round open to what follows a record, and to nobody’s socket', async () => {
    await using at = await table()
    await ask(at, at.alice, { type: 'start-round' })
    await ask(at, at.alice, { type: 'seal-round' })
    const late = at.world.client('late', 'candidate').tryConnect(at.round)
    expect(late).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } })
    expect(await ask(at, at.alice, { type: 'share-record', choice: SHARE_NOTHING })).toMatchObject({
      ok: true,
    })
    expect(await ask(at, at.bob, noteBy('note-bobs'))).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-state' },
    })
    const reader = at.world.person('reader', 'observer')
    expect(await at.round.joined(reader)).toMatchObject({ ok: true })
    expect(at.round.eventsFor(reader).map(({ event }) => event.type)).toEqual([
      'round-started',
      'round-sealed',
    ])
  })

  test('[E8] that could not be saved gives the board back', async () => {
    await using at = await table()
    const { alice, bob, world, round } = at
    await ask(at, alice, { type: 'start-round' })
    world.log.obstacle = (call) => (call === 'append' ? Promise.reject(new Error('down')) : undefined)
    const sealing = round.command(alice.participant, { id: 'command-seal', type: 'seal-round' })
    bob.put(box('meanwhile'))
    const n = bob.mark()
    await world.rest(world.limits.freezeAfterMs + 1000)
    expect(await sealing).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
    world.log.obstacle = () => undefined
    await world.rest(2000)
    expect(bob.closedWith).toBeUndefined()
    expect(bob.acks).toEqual([n])
    expect(alice.records().map(({ id }) => id)).toContain(shapeId('meanwhile'))
  })
})
