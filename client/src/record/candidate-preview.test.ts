import { SHARE_NOTHING, type ShareChoice } from '@drawbar/shared/interview/share-choice.ts'
import { buildRecord } from '@drawbar/shared/record/build-record.ts'
import type { RecordCopy } from '@drawbar/shared/record/record.ts'
import { ALICE, BOB, logOf, START } from '@drawbar/shared/testing/log-of.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { describe, expect, it } from 'vitest'
import { candidatePreview } from './candidate-preview.ts'

const question = sampleQuestion()

function recordOf(copy: RecordCopy, choice: ShareChoice) {
  const reader = copy === 'interviewer' ? ALICE : BOB
  return buildRecord({
    copy,
    reader: { participantId: reader.id, role: reader.role },
    entries: logOf([
      [ALICE, { type: 'participant-joined', participant: ALICE }],
      [ALICE, { type: 'round-started', phaseId: 'intro' }],
      [ALICE, { type: 'prompt-presented' }],
      [ALICE, { type: 'item-marked', itemId: 'asks-scale', mark: 'seen', evidence: null }],
      [ALICE, { type: 'note-taken', noteId: 'note-shared', text: 'shared', evidence: null }],
      [ALICE, { type: 'note-taken', noteId: 'note-kept', text: 'kept', evidence: null }],
      [ALICE, { type: 'round-sealed' }],
      [ALICE, { type: 'record-shared', choice }],
    ]),
    question,
    plan: { level: 'senior', minutes: 45 },
    board: { store: {}, schema: { schemaVersion: 2 } },
    roomId: 'room',
    roundId: 'round',
    createdAt: START,
    now: START + 20_000,
  })
}

const CHOICES: Record<string, ShareChoice> = {
  nothing: SHARE_NOTHING,
  'the result': { ...SHARE_NOTHING, summary: true },
  'the checklist': { ...SHARE_NOTHING, checklist: true },
  'a note': { ...SHARE_NOTHING, noteIds: ['note-shared'] },
  'the answers': { ...SHARE_NOTHING, answers: true, message: 'Read these.' },
}

describe('the preview of the candidate’s copy', () => {
  it.each(Object.entries(CHOICES))('is what the server makes when the choice is %s', (_name, choice) => {
    expect(candidatePreview(recordOf('interviewer', choice), choice)).toEqual(recordOf('candidate', choice))
  })
})
