import type { Finding } from '@drawbar/shared/coverage/finding.ts'
import { expect, it } from 'vitest'
import { coverageGroups, silencedRules } from './coverage-groups.ts'

function finding(ruleId: string, state: Finding['state'], text: string): Finding {
  return { ruleId, state, text, shapeIds: [], probe: 'What then?' }
}

it('groups the findings of a state by rule, in the order of the rules, each once', () => {
  const groups = coverageGroups(
    [
      finding('single-store', 'not-seen', 'Users stands alone.'),
      finding('reachable', 'not-seen', 'Nobody.'),
      finding('single-store', 'seen', 'Orders has a copy.'),
      finding('single-store', 'not-seen', 'Carts stands alone.'),
      finding('single-store', 'not-seen', 'Carts stands alone.'),
    ],
    'not-seen',
  )
  expect(groups.map(({ ruleId, findings }) => [ruleId, findings.map(({ text }) => text)])).toEqual([
    ['reachable', ['Nobody.']],
    ['single-store', ['Users stands alone.', 'Carts stands alone.']],
  ])
})

it('lists silenced rules by title and forgets those of another version', () => {
  expect(silencedRules(new Set(['of-another-version', 'monitoring']))).toEqual([
    { id: 'monitoring', title: 'Something watches' },
  ])
})
