import { expect, test } from 'vitest'
import { FIXTURE_SLUG, fixtureQuestion } from '../testing/fixture-question.ts'
import { referencesFitKind } from './references-fit-kind.ts'

test('a design has a drawn reference', async () => {
  const question = await fixtureQuestion()
  expect(referencesFitKind.run(question, FIXTURE_SLUG)).toEqual([])

  expect(referencesFitKind.run({ ...question, references: [] }, FIXTURE_SLUG)).toEqual([
    { path: ['references'], reason: 'a design question has at least one reference design' },
  ])
  const references = question.references.map((reference) => ({
    ...reference,
    flowchart: 'flowcharting',
    sequence: 'flowchart LR',
  }))
  expect(referencesFitKind.run({ ...question, references }, FIXTURE_SLUG)).toEqual([
    { path: ['references', 0, 'flowchart'], reason: "begins with 'flowchart'" },
    { path: ['references', 0, 'sequence'], reason: "begins with 'sequenceDiagram'" },
  ])
})

test('an experience question needs none', async () => {
  const question = await fixtureQuestion()
  expect(referencesFitKind.run({ ...question, kind: 'experience', references: [] }, FIXTURE_SLUG)).toEqual([])
})
