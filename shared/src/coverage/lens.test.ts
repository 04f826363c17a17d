import { expect, test } from 'vitest'
import { graphOf, link, part } from '../graph/testing/small-graphs.ts'
import { sampleQuestion } from '../testing/sample-question.ts'
import { COVERAGE_RULES } from './coverage-rules.ts'
import { expectationsOf } from './expectations.ts'
import { findingsOf } from './lens.ts'

const board = graphOf(
  [part('web', 'client'), part('api', 'service'), part('db', 'sql')],
  [link('web', 'api'), link('api', 'db')],
)
const context = { reference: [board], expects: new Set(['cache']) }

test('findings stand in the order of the rules, and are the same each time', () => {
  const findings = findingsOf(board, context)
  const order = COVERAGE_RULES.map(({ id }) => id)
  const places = findings.map(({ ruleId }) => order.indexOf(ruleId))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(findingsOf(board, context)).toEqual(findings)
  expect(findings.filter(({ state }) => state === 'not-seen').map(({ ruleId }) => ruleId)).toEqual([
    'cache-on-reads',
    'single-store',
    'connection-labels',
  ])
})

test('a silenced rule says nothing, and an unknown one does no harm', () => {
  const findings = findingsOf(board, context, new Set(['single-store', 'of-another-version']))
  expect(findings.map(({ ruleId }) => ruleId)).not.toContain('single-store')
  expect(findings).toHaveLength(findingsOf(board, context).length - 1)
})

test('a board without components has no gaps', () => {
  expect(findingsOf(graphOf([]), context)).toEqual([])
})

test('checklist and key points say what is expected, other fields do not', () => {
  const question = {
    ...sampleQuestion(),
    keyPoints: ['Uses a Cache, then alerts'],
    mistakes: ['Forgets the telescope'],
  }
  const words = expectationsOf(question)
  expect([...words]).toEqual(expect.arrayContaining(['cache', 'alerts', 'idempotent', 'senior']))
  expect(words.has('telescope')).toBe(false)
})
