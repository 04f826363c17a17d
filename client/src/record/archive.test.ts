import { unzipSync, strFromU8 } from 'fflate'
import { buildRecord } from '@drawbar/shared/record/build-record.ts'
import { recordSchema, type SessionRecord } from '@drawbar/shared/record/record.ts'
import { ALICE, BOB, logOf, START } from '@drawbar/shared/testing/log-of.ts'
import { sampleQuestion } from '@drawbar/shared/testing/sample-question.ts'
import { describe, expect, it } from 'vitest'
import { ARCHIVE_STEPS, makeArchive, type BoardFiles } from './archive.ts'

const record: SessionRecord = buildRecord({
  copy: 'interviewer',
  reader: { participantId: ALICE.id, role: ALICE.role },
  entries: logOf([
    [ALICE, { type: 'participant-joined', participant: ALICE }],
    [BOB, { type: 'participant-joined', participant: BOB }],
    [ALICE, { type: 'round-started', phaseId: 'intro' }],
    [ALICE, { type: 'round-sealed' }],
  ]),
  question: sampleQuestion(),
  plan: { level: 'mid', minutes: 35 },
  board: { store: {}, schema: { schemaVersion: 2 } },
  roomId: 'room',
  roundId: 'round',
  createdAt: START,
  now: START + 5000,
})

const drawn: BoardFiles = {
  tldr: async () => '{"tldrawFileFormatVersion":1}',
  svg: async () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
  png: async () => new Blob([Uint8Array.of(1, 2, 3)]),
  close: () => {},
}
const empty: BoardFiles = { ...drawn, svg: async () => null, png: async () => null }

async function archiveOf(board: BoardFiles, signal = new AbortController().signal) {
  const progress: number[] = []
  const archive = await makeArchive({
    record: async () => record,
    board: async () => board,
    onProgress: ({ finished }) => progress.push(finished),
    signal,
  })
  return { archive, progress, files: unzipSync(archive.bytes) }
}

describe('the archive of a record', () => {
  it('holds the six files, each whole', async () => {
    const { archive, files } = await archiveOf(drawn)
    expect(Object.keys(files)).toEqual([
      'record.json',
      'board.tldr',
      'board.svg',
      'board.png',
      'report.html',
      'report.md',
    ])
    expect(recordSchema.parse(JSON.parse(strFromU8(files['record.json'] ?? new Uint8Array())))).toEqual(
      record,
    )
    expect(files['board.png']).toEqual(Uint8Array.of(1, 2, 3))
    expect(archive.fileName).toBe('drawbar-2023-11-14-a-queue-for-a-small-shop-interviewer.zip')
  })

  it('leaves the pictures of an empty board out and says so in the report', async () => {
    const { files } = await archiveOf(empty)
    expect(Object.keys(files)).not.toContain('board.svg')
    expect(strFromU8(files['report.html'] ?? new Uint8Array())).toContain('Nothing was drawn.')
  })

  it('tells each step as it goes', async () => {
    const { progress } = await archiveOf(drawn)
    expect(progress).toEqual([...ARCHIVE_STEPS.keys(), ARCHIVE_STEPS.length])
  })

  it('frees the board, also when a step fails', async () => {
    let closed = 0
    const count = { close: () => void (closed += 1) }
    await archiveOf({ ...drawn, ...count })
    const broken = { ...drawn, ...count, svg: () => Promise.reject(new Error('no canvas')) }
    await expect(archiveOf(broken)).rejects.toThrow('no canvas')
    expect(closed).toBe(2)
  })

  it('stops between steps when it is given up', async () => {
    const giveUp = new AbortController()
    const slow: BoardFiles = {
      ...drawn,
      tldr: async () => {
        giveUp.abort(new Error('given up'))
        return ''
      },
      svg: () => Promise.reject(new Error('must not be asked')),
    }
    await expect(archiveOf(slow, giveUp.signal)).rejects.toThrow('given up')
  })
})
