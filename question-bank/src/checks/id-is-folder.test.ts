import { expect, test } from 'vitest'
import { FIXTURE_SLUG, fixtureQuestion } from '../testing/fixture-question.ts'
import { idIsFolder } from './id-is-folder.ts'

test('the id is the folder', async () => {
  const question = await fixtureQuestion()
  expect(idIsFolder.run(question, FIXTURE_SLUG)).toEqual([])
  expect(idIsFolder.run(question, 'elsewhere')).toEqual([
    {
      path: ['id'],
      reason: "is 'lost-parcels' but the folder is 'elsewhere'",
      mend: { find: 'lost-parcels', put: 'elsewhere' },
    },
  ])
})
