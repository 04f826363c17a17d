import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { estimate } from '@drawbar/shared/question/estimate.ts'
import { expect, test } from 'vitest'
import { BANK_FOLDER } from './bank-folder.ts'
import { formatFindings } from './finding.ts'
import { loadBank } from './load-bank.ts'
import { contentCopy } from './testing/fixture-question.ts'

async function shippedQuestions() {
  const bank = await loadBank(BANK_FOLDER)
  if (!bank.ok) throw new Error(formatFindings(bank.findings))
  return bank.questions
}

test('the shipped questions load', async () => {
  const ids = (await shippedQuestions()).map((question) => question.id)
  expect(ids).toEqual(ids.toSorted())
  expect(ids).toEqual(
    expect.arrayContaining([
      'cascading-failures',
      'deduplicated-backup-store',
      'distributed-rate-limiting',
      'distributed-tracing',
      'globally-consistent-database',
      'live-websocket-delivery',
      'streaming-analytics',
      'zero-downtime-migration',
    ]),
  )
})

test('the shipped questions are full enough to hold an interview from', async () => {
  const thin = (await shippedQuestions()).filter(
    (question) =>
      question.followUps.length < 5 ||
      question.terms.length < 8 ||
      question.notes.length === 0 ||
      question.checklist.some((item) => new Set([item.mid, item.senior, item.staff]).size < 3),
  )
  expect(thin.map((question) => question.id)).toEqual([])
})

test('the shipped estimates come out as the texts say', async () => {
  const questions = await shippedQuestions()
  const result = (questionId: string, resultId: string) => {
    const question = questions.find(({ id }) => id === questionId)
    const found = question && estimate(question.estimation).find(({ id }) => id === resultId)
    if (!found) throw new Error(`no ${resultId} in ${questionId}`)
    return found
  }
  expect(result('deduplicated-backup-store', 'bloom').value).toBeCloseTo(18)
  expect(result('deduplicated-backup-store', 'fullIndex').value).toBeCloseTo(480)
  expect(result('distributed-rate-limiting', 'overshoot')).toMatchObject({
    value: 1000,
    low: 150,
    high: 4000,
  })
  expect(result('live-websocket-delivery', 'gateways').value).toBeCloseTo(21.7, 1)
  expect(result('cascading-failures', 'amplification')).toMatchObject({ value: 27, low: 4, high: 64 })
  expect(result('distributed-tracing', 'buffer').value).toBeCloseTo(63)
})

test('findings of all questions come together, with the clash between two of them', async () => {
  await using copy = await contentCopy()
  await cp(copy.pathOf('lost-parcels'), copy.pathOf('mislaid-parcels'), { recursive: true })
  await cp(copy.pathOf('lost-parcels'), copy.pathOf('broken-parcels'), { recursive: true })
  await rm(copy.pathOf('broken-parcels/prompt.md'))
  await writeFile(copy.pathOf('notes.txt'), '')
  await writeFile(copy.pathOf('README.md'), '')
  const bank = await loadBank(copy.folder)
  expect(bank.ok ? '' : formatFindings(bank.findings)).toBe(
    [
      'broken-parcels/prompt.md: the file is missing',
      "mislaid-parcels/question.yaml:1: id: is 'lost-parcels' but the folder is 'mislaid-parcels' (id-is-folder)",
      '    Write the name of the folder as the id.',
      "mislaid-parcels/question.yaml:1: id: 'lost-parcels' is also the id of “Lost parcels” (unique-question-ids)",
      '    Rename one of the two folders and its id.',
      'notes.txt: only folders of questions belong here',
      '',
      '4 findings in 3 files',
    ].join('\n'),
  )
})

test('an empty folder and a missing one are findings', async () => {
  await using copy = await contentCopy()
  await rm(copy.pathOf('lost-parcels'), { recursive: true })
  expect(await loadBank(copy.folder)).toEqual({
    ok: false,
    findings: [{ file: '.', field: '', reason: 'holds no question' }],
  })
  const missing = join(copy.folder, 'nowhere')
  expect(await loadBank(missing)).toEqual({
    ok: false,
    findings: [{ file: '.', field: '', reason: `no folder at ${missing}` }],
  })
})
