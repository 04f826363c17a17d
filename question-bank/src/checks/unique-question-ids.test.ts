import { expect, test } from 'vitest'
import { fixtureQuestion } from '../testing/fixture-question.ts'
import { uniqueQuestionIds } from './unique-question-ids.ts'

test('no two questions share an id', async () => {
  const question = await fixtureQuestion()
  const other = { ...question, id: 'found-parcels' }
  expect(uniqueQuestionIds.run([question, other])).toEqual([])
  expect(uniqueQuestionIds.run([question, other, { ...question, title: 'Again' }])).toEqual([
    { at: 2, path: ['id'], reason: "'lost-parcels' is also the id of “Lost parcels”" },
  ])
})
