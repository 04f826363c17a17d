import { describe, expect, it } from 'vitest'
import type { InterviewEvent } from '../interview/event.ts'
import { SHARE_NOTHING, type ShareChoice } from '../interview/share-choice.ts'
import type { Participant } from '../people/participant.ts'
import { ALICE, BOB, logOf, OLGA, START } from '../testing/log-of.ts'
import { sampleQuestion } from '../testing/sample-question.ts'
import { buildRecord } from './build-record.ts'
import { recordSchema, type RecordCopy } from './record.ts'
import { reportHtml } from './report-html.ts'
import { reportMarkdown } from './report-markdown.ts'

const SECRET = 'canary-51c2'
const question = sampleQuestion({ secret: SECRET })
const HELD: readonly (readonly [Participant, InterviewEvent])[] = [
  [ALICE, { type: 'participant-joined', participant: ALICE }],
  [BOB, { type: 'participant-joined', participant: BOB }],
  [OLGA, { type: 'participant-joined', participant: OLGA }],
  [ALICE, { type: 'round-started', phaseId: 'intro' }],
  [ALICE, { type: 'prompt-presented' }],
  [ALICE, { type: 'item-marked', itemId: 'asks-scale', mark: 'seen', evidence: null }],
  [ALICE, { type: 'item-marked', itemId: 'asks-latency', mark: 'missed', evidence: null }],
  [ALICE, { type: 'note-taken', noteId: 'alice-note', text: `alice ${SECRET}-note`, evidence: null }],
  [ALICE, { type: 'note-taken', noteId: 'alice-shared', text: 'You asked first: good.', evidence: null }],
  [BOB, { type: 'note-taken', noteId: 'bob-note', text: 'bob-private', evidence: null }],
  [OLGA, { type: 'note-taken', noteId: 'olga-note', text: 'olga-private', evidence: null }],
  [ALICE, { type: 'round-sealed' }],
]

function recordFor(options: {
  copy: RecordCopy
  reader: Participant
  choice?: ShareChoice
  held?: typeof HELD
}) {
  const { copy, reader, choice, held = HELD } = options
  const shared: typeof HELD = choice ? [[ALICE, { type: 'record-shared', choice }]] : []
  return buildRecord({
    copy,
    reader: { participantId: reader.id, role: reader.role },
    entries: logOf([...held, ...shared]),
    question,
    plan: { level: 'senior', minutes: 45 },
    board: { store: {}, schema: { schemaVersion: 2 } },
    roomId: 'room',
    roundId: 'round',
    createdAt: START,
    now: START + 60_000,
  })
}

describe("the interviewer's copy", () => {
  const record = recordFor({ copy: 'interviewer', reader: ALICE })

  it('holds the whole question, every mark and the interviewers’ notes, but no one else’s', () => {
    expect(record.question.whole).toEqual(question)
    expect(record.checklist?.find(({ id }) => id === 'asks-scale')).toMatchObject({
      mark: 'seen',
      clockMs: 2000,
    })
    expect(record.notes.map(({ id }) => id)).toEqual(['alice-note', 'alice-shared'])
    expect(JSON.stringify(record)).not.toMatch(/bob-private|olga-private/)
  })

  it('counts the checklist by dimension without punishing what was not assessed', () => {
    const requirements = record.result?.find(({ dimension }) => dimension === 'requirements')
    expect(requirements).toMatchObject({ seen: 1, missed: 1, unmarked: 0, score: 0.5 })
    expect(record.result?.find(({ dimension }) => dimension === 'depth')?.score).toBeNull()
  })

  it('passes its own schema after travelling as JSON', () => {
    expect(recordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
  })
})

describe('a walk', () => {
  const walked: typeof HELD = [
    [ALICE, { type: 'round-started', phaseId: 'intro' }],
    [
      BOB,
      {
        type: 'walk-started',
        walkId: 'walk-0001',
        pageId: 'page:page',
        path: [
          { shapeId: 'shape:client', label: 'Client', viaId: null },
          { shapeId: 'shape:gateway', label: 'API <gateway>', viaId: 'shape:a' },
          { shapeId: 'shape:orders', label: 'Orders', viaId: 'shape:b' },
        ],
        evidence: null,
      },
    ],
    [ALICE, { type: 'walk-stepped', walkId: 'walk-0001', step: 1 }],
    [BOB, { type: 'walk-stepped', walkId: 'walk-0001', step: 2 }],
    [BOB, { type: 'walk-ended', walkId: 'walk-0001' }],
    [ALICE, { type: 'round-sealed' }],
  ]

  it('is one line of the timeline in both copies, whoever led it', () => {
    for (const [copy, reader] of [
      ['interviewer', ALICE],
      ['candidate', BOB],
    ] as const) {
      const record = recordFor({
        copy,
        reader,
        held: [[BOB, { type: 'participant-joined', participant: BOB }], ...walked],
      })
      const items = record.timeline.filter(({ kind }) => kind === 'walk')
      expect(items).toMatchObject([
        { seq: 3, by: 'bob', clockMs: 1000, stops: ['Client', 'API <gateway>', 'Orders'] },
      ])
      expect(reportMarkdown(record)).toContain(
        '| Bob walked a request | Client → API \\<gateway\\> → Orders (3 steps) |',
      )
      expect(reportHtml(record, null)).not.toContain('<gateway>')
      expect(recordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
    }
  })
})

describe("the candidate's copy", () => {
  it('holds nothing of the interviewers until they choose to share', () => {
    const record = recordFor({ copy: 'candidate', reader: BOB })
    const text = JSON.stringify(record) + reportHtml(record, null) + reportMarkdown(record)
    expect(text).not.toContain(SECRET)
    expect(text).not.toMatch(/olga-private|You asked first/)
    expect(record).toMatchObject({ checklist: null, result: null, shared: null })
    expect(record.notes.map(({ id }) => id)).toEqual(['bob-note'])
    expect(record.timeline.some(({ kind }) => kind === 'mark')).toBe(false)
  })

  it('holds exactly what was shared', () => {
    const choice = { ...SHARE_NOTHING, summary: true, noteIds: ['alice-shared'], message: 'Well done.' }
    const record = recordFor({ copy: 'candidate', reader: BOB, choice })
    expect(record.result).not.toBeNull()
    expect(record.checklist).toBeNull()
    expect(record.notes.map(({ id }) => id)).toEqual(['alice-shared', 'bob-note'])
    expect(record.message).toBe('Well done.')
    expect(JSON.stringify(record)).not.toContain(SECRET)
  })

  it('shows the checklist and the answers once they are shared', () => {
    const choice = { ...SHARE_NOTHING, checklist: true, answers: true }
    const record = recordFor({ copy: 'candidate', reader: BOB, choice })
    expect(record.checklist).toHaveLength(question.checklist.length)
    expect(record.question.answers?.keyPoints).toEqual(question.keyPoints)
    expect(record.question.whole).toBeNull()
    expect(JSON.stringify(record)).not.toContain(`${SECRET}-note`)
  })

  it('does not show an interviewer who previews it the candidate’s own notes', () => {
    const record = recordFor({ copy: 'candidate', reader: ALICE })
    expect(record.notes).toEqual([])
    expect(JSON.stringify(record)).not.toMatch(/bob-private|alice /)
  })

  it('does not tell the question where it was never presented', () => {
    const held = HELD.filter(([, event]) => event.type !== 'prompt-presented')
    const record = recordFor({ copy: 'candidate', reader: BOB, held })
    expect(record.question.presented).toBeNull()
    expect(JSON.stringify(record)).not.toContain(question.title)
  })
})

describe('the reports', () => {
  it('show what people typed as text and never as markup', () => {
    const nasty = '<script>alert(1)</script> ![x](javascript:alert(2)) | **bold**'
    const record = recordFor({
      copy: 'candidate',
      reader: BOB,
      held: [...HELD, [BOB, { type: 'note-taken', noteId: 'bob-nasty', text: nasty, evidence: null }]],
    })
    expect(reportHtml(record, '<svg><script>alert(3)</script></svg>')).not.toMatch(/<script/)
    const markdown = reportMarkdown(record)
    expect(markdown).toContain('\\<script\\>')
    expect(markdown).not.toContain('![x](')
  })

  it('ask the network for nothing', () => {
    const html = reportHtml(recordFor({ copy: 'interviewer', reader: ALICE }), '<svg/>')
    const sources = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1])
    expect(sources.every((source) => source?.startsWith('data:'))).toBe(true)
    expect(sources).toHaveLength(1)
  })
})
