import { expect, test } from 'vitest'
import { FIXTURE_SLUG, fixtureQuestion } from '../testing/fixture-question.ts'
import { uniqueIds } from './unique-ids.ts'

test('each list has ids of its own', async () => {
  const question = await fixtureQuestion()
  expect(uniqueIds.run(question, FIXTURE_SLUG)).toEqual([])

  const twice = <T>(items: readonly T[]): T[] => [...items, ...items.slice(0, 1)]
  const { inputs, results } = question.estimation
  const broken = {
    ...question,
    followUps: twice(question.followUps),
    checklist: twice(question.checklist),
    constraints: twice(question.constraints),
    estimation: { inputs, results: results.map((result) => ({ ...result, id: 'parcels' })) },
    phases: { 45: twice(question.phases[45] ?? []) },
  }
  expect(uniqueIds.run(broken, FIXTURE_SLUG)).toEqual([
    { path: ['followUps', 3, 'id'], reason: "'weekend' is used twice" },
    { path: ['checklist', 8, 'id'], reason: "'item-1' is used twice" },
    { path: ['constraints', 4, 'id'], reason: "'card-1' is used twice" },
    { path: ['estimation', 'results', 0, 'id'], reason: "'parcels' is used twice" },
    { path: ['phases', '45', 2, 'id'], reason: "'intro' is used twice" },
  ])
})
