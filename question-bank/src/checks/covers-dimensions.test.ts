import { expect, test } from 'vitest'
import { FIXTURE_SLUG, fixtureQuestion } from '../testing/fixture-question.ts'
import { coversDimensions } from './covers-dimensions.ts'

test('every dimension has an item', async () => {
  const question = await fixtureQuestion()
  expect(coversDimensions.run(question, FIXTURE_SLUG)).toEqual([])

  const checklist = question.checklist.filter(({ dimension }) => dimension !== 'depth')
  expect(coversDimensions.run({ ...question, checklist }, FIXTURE_SLUG)).toEqual([
    { path: ['checklist'], reason: "no item for the dimension 'depth' (Depth)" },
  ])
})
