import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const spec = readFileSync(join(root, 'docs/sync.spec.md'), 'utf8')

/** A rule begins a list item, `- **R5 Circles.** …`, or a row of a table, `| **C1** | …`. */
const rules = new Set([...spec.matchAll(/^(?:- |\| )\*\*([A-Z]\d+)\b/gm)].map(([, id]) => id))

/** A test cites rules at the start of its name: `[R5] …`, `[R5, R6] …`. */
const tests = globSync(
  '{client,server,shared,question-bank,e2e,scripts}/**/*.{test.ts,test.tsx,contract.ts,e2e.ts}',
  {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  },
)
const cited = new Map<string, string>()
for (const file of tests) {
  const text = readFileSync(join(root, file), 'utf8')
  for (const [, ids = ''] of text.matchAll(/\[([A-Z]\d+(?:,? [A-Z]\d+)*)\]/g)) {
    for (const id of ids.split(/,? /)) cited.set(id, file)
  }
}

it('finds the rules and the tests it compares', () => {
  expect(rules.size).toBeGreaterThan(80)
  expect(cited.size).toBeGreaterThan(80)
})

it('has a test for every rule of docs/sync.spec.md', () => {
  expect([...rules].filter((id) => id !== undefined && !cited.has(id))).toEqual([])
})

it('has a rule for every citation of a test', () => {
  expect([...cited].filter(([id]) => !rules.has(id))).toEqual([])
})
