import { expect, test } from 'vitest'
import { FIXTURE_SLUG, fixtureQuestion } from '../testing/fixture-question.ts'
import { estimationWorks } from './estimation-works.ts'

test('each result can be worked out over the whole range', async () => {
  const question = await fixtureQuestion()
  expect(estimationWorks.run(question, FIXTURE_SLUG)).toEqual([])

  const { inputs, results } = question.estimation
  const reasons = (expression: string) =>
    estimationWorks.run(
      { ...question, estimation: { inputs, results: results.map((result) => ({ ...result, expression })) } },
      FIXTURE_SLUG,
    )
  const path = ['estimation', 'results', 0, 'expression']
  expect(reasons('parcels *')).toEqual([{ path, reason: 'ends too early, at character 10' }])
  expect(reasons('letters / 2')).toEqual([
    { path, reason: "'letters' is neither an input nor an earlier result" },
  ])
  // Positive at the inputs' values (8 - 5) and negative where there are only four scans.
  expect(reasons('scans - 5')).toEqual([
    { path, reason: 'is not a positive number over the range of its inputs (-1 to 5)' },
  ])
})
