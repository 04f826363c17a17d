import { mermaidReader } from '@drawbar/question-bank/lint/diagrams.ts'
import { expectationsOf } from '@drawbar/shared/coverage/expectations.ts'
import { findingsOf } from '@drawbar/shared/coverage/lens.ts'
import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { describe, expect, it } from 'vitest'
import { readMermaid } from '../client/src/board/exchange/mermaid/read-mermaid.ts'
import { planToGraph } from '../client/src/board/exchange/plan-to-graph.ts'
import { bankQuestions } from './testing/bank.ts'

// Gives Mermaid the empty page it asks for.
await mermaidReader()
const designs = (await bankQuestions()).flatMap((question) =>
  question.references.map(({ flowchart }, index) => ({
    name: `${question.id} ${index + 1}`,
    flowchart,
    all: question.references,
    expects: expectationsOf(question),
  })),
)

describe('every reference design of the bank, drawn on a board', () => {
  it.each(designs)('$name lacks nothing of itself', async ({ flowchart, expects }) => {
    const design = await graphOf(flowchart)
    const findings = beside(design, [design], expects)
    expect(findings).toHaveLength(design.components.length)
    expect(findings.filter(({ state }) => state === 'not-seen')).toEqual([])
  })

  it.each(designs)('$name lacks nothing beside all designs of its question', async (drawn) => {
    const design = await graphOf(drawn.flowchart)
    const all = await Promise.all(drawn.all.map(({ flowchart }) => graphOf(flowchart)))
    expect(beside(design, all, drawn.expects).filter(({ state }) => state === 'not-seen')).toEqual([])
  })
})

it('one without its last component is told of it', async () => {
  const [{ flowchart, expects } = { flowchart: '', expects: new Set<string>() }] = designs
  const design = await graphOf(flowchart)
  const poorer = { ...design, components: design.components.slice(0, -1) }
  expect(beside(poorer, [design], expects).filter(({ state }) => state === 'not-seen')).toHaveLength(1)
})

function beside(design: BoardGraph, reference: readonly BoardGraph[], expects: ReadonlySet<string>) {
  return findingsOf(design, { reference, expects }).filter(({ ruleId }) => ruleId === 'reference-counterpart')
}

async function graphOf(flowchart: string): Promise<BoardGraph> {
  const read = await readMermaid(flowchart)
  if (!read.ok) throw new Error(read.message)
  return planToGraph(read.drawing)
}
