import { expect, test } from 'vitest'
import { FIXTURE_SLUG, fixtureQuestion } from '../testing/fixture-question.ts'
import { componentKinds } from './component-kinds.ts'

test('boxes are of known kinds', async () => {
  const question = await fixtureQuestion()
  expect(componentKinds.run(question, FIXTURE_SLUG)).toEqual([])

  const references = question.references.map((reference) => ({
    ...reference,
    flowchart: 'flowchart LR\n  a["A"]:::load-balancer --> b["B"]:::magic --> c["C"]:::time-machine',
  }))
  expect(componentKinds.run({ ...question, references }, FIXTURE_SLUG)).toEqual([
    { path: ['references', 0, 'flowchart'], reason: "'magic' is not a component kind" },
    { path: ['references', 0, 'flowchart'], reason: "'time-machine' is not a component kind" },
  ])
})

test('so are those of a starter board', async () => {
  const question = await fixtureQuestion()
  const starter = { flowchart: 'flowchart LR\n  a["A"]:::service --> b["B"]:::magic', locked: true }
  expect(componentKinds.run({ ...question, starter }, FIXTURE_SLUG)).toEqual([
    { path: ['starter', 'flowchart'], reason: "'magic' is not a component kind" },
  ])
})
