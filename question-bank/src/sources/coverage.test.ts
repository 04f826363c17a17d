import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { BANK_FOLDER } from '../bank-folder.ts'
import { formatFindings } from '../finding.ts'
import { loadGuide } from '../guide/load-guide.ts'
import { loadBank } from '../load-bank.ts'
import { fixtureQuestion } from '../testing/fixture-question.ts'
import { coverage } from './coverage.ts'
import { sourceDocuments, type SourceDocument } from './documents.ts'

const DOCUMENT: SourceDocument = {
  name: 'Parcels',
  about: 'Questions about parcels',
  questions: [{ asks: 'Where are they', entry: 'lost-parcels' }],
  parts: [{ asks: 'How to look', guide: 'looking' }],
}

test('the page leads from each question to its entry', async () => {
  const questions = [await fixtureQuestion()]
  const { page, gaps } = coverage({ documents: [DOCUMENT], questions, guideIds: ['looking'] })
  expect(gaps).toEqual([])
  expect(page).toContain(
    '1. Where are they: [Lost parcels](content/lost-parcels/question.yaml), design, 3 follow-ups',
  )
  expect(page).toContain('- How to look: [guide](guide/looking.md)')
  expect(page).toContain('answers 1 question of 1 document.')
})

test('a question without an entry, one answered twice and a page that is not there are gaps', () => {
  const documents = [{ ...DOCUMENT, questions: [...DOCUMENT.questions, ...DOCUMENT.questions] }]
  const { page, gaps } = coverage({ documents, questions: [], guideIds: [] })
  expect(gaps).toEqual([
    "there is no question 'lost-parcels'",
    "there is no question 'lost-parcels'",
    "'lost-parcels' answers two questions",
    "there is no page 'looking' in the guide",
  ])
  expect(page).toContain('**missing**')
})

test('the shipped bank answers all sixty questions, each with an entry of its own, and COVERAGE.md says so', async () => {
  const bank = await loadBank(BANK_FOLDER)
  if (!bank.ok) throw new Error(formatFindings(bank.findings))
  const guide = await loadGuide()
  if (!guide.ok) throw new Error(formatFindings(guide.findings))
  const documents = await sourceDocuments()
  const { page, gaps } = coverage({
    documents,
    questions: bank.questions,
    guideIds: guide.guide.pages.map(({ id }) => id),
  })
  expect(gaps).toEqual([])
  expect(documents.map(({ questions }) => questions.length)).toEqual([10, 15, 10, 15, 10])
  expect(await readFile(new URL('../../COVERAGE.md', import.meta.url), 'utf8')).toBe(page)
})
