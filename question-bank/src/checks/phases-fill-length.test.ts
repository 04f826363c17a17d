import { expect, test } from 'vitest'
import { FIXTURE_SLUG, fixtureQuestion } from '../testing/fixture-question.ts'
import { phasesFillLength } from './phases-fill-length.ts'

test('the minutes add up', async () => {
  const question = await fixtureQuestion()
  expect(phasesFillLength.run(question, FIXTURE_SLUG)).toEqual([])
  expect(phasesFillLength.run({ ...question, phases: {} }, FIXTURE_SLUG)).toEqual([])
  expect(phasesFillLength.run({ ...question, phases: { 60: question.phases[45] } }, FIXTURE_SLUG)).toEqual([
    { path: ['phases', '60'], reason: 'adds up to 45 minutes, not 60' },
  ])
})
