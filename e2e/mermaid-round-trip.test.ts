import { mermaidReader } from '@drawbar/question-bank/lint/diagrams.ts'
import { graphToMermaid } from '@drawbar/shared/graph/to-mermaid.ts'
import { describe, expect, it } from 'vitest'
import type { Unplaced } from '../client/src/board/exchange/drawing-plan.ts'
import { planToGraph } from '../client/src/board/exchange/plan-to-graph.ts'
import { readMermaid } from '../client/src/board/exchange/mermaid/read-mermaid.ts'
import { bankQuestions } from './testing/bank.ts'

// Also gives Mermaid the empty page it asks for.
const readByBank = await mermaidReader()
const designs = (await bankQuestions()).flatMap(({ id, references }) =>
  references.map(({ flowchart, sequence }, index) => ({ name: `${id} ${index + 1}`, flowchart, sequence })),
)

describe('every reference design of the bank', () => {
  it.each(designs)('$name comes back from Mermaid as the same graph', async ({ flowchart }) => {
    const first = await drawingOf(flowchart)
    const byBank = await readByBank(flowchart)
    if (!byBank.ok) throw new Error(byBank.reason)
    const kinds = first.components.map(({ key, kind }) => ({ id: key, kind: kind ?? 'none' }))
    expect(kinds).toEqual(byBank.boxes.map(({ id, classes }) => ({ id, kind: classes[0] })))
    const { text, notCarried } = graphToMermaid(planToGraph(first))
    expect(notCarried).toEqual(['Positions, sizes and colours: Mermaid lays a flowchart out by itself.'])
    const second = await drawingOf(text)
    expect(comparable(second)).toEqual(comparable(first))
  })

  it.each(designs.filter(({ sequence }) => sequence !== undefined))(
    '$name keeps each message of its sequence',
    async ({ sequence = '' }) => {
      const { connections } = await drawingOf(sequence)
      const labels = connections.flatMap(({ label }) => label.split('\n'))
      const messages = sequence.split('\n').filter((line) => /^\s*\w+\s*<?-.*:/.test(line))
      expect(labels).toHaveLength(messages.length)
      for (const message of messages) {
        const text = message.slice(message.indexOf(':') + 1).trim()
        expect(labels.some((label) => label.endsWith(text))).toBe(true)
      }
    },
  )
})

async function drawingOf(source: string): Promise<Unplaced> {
  const read = await readMermaid(source)
  if (!read.ok) throw new Error(read.message)
  return read.drawing
}

/** Without keys, which are made anew: what stands where, what is connected, in any order. */
function comparable({ components, connections, zones }: Unplaced) {
  const zonePath = (key: string | null): string => {
    const zone = zones.find((one) => one.key === key)
    return zone ? `${zonePath(zone.parentKey)}/${zone.kind} ${zone.label}` : ''
  }
  const boxes = new Map([
    ...zones.map(({ key }) => [key, zonePath(key)] as const),
    ...components.map(
      ({ key, zoneKey, label, kind }) => [key, `${zonePath(zoneKey)}/${kind}:${label}`] as const,
    ),
  ])
  return {
    components: components
      .map(({ key, technology, replicas, shards }) =>
        [boxes.get(key), technology, replicas, shards].join('|'),
      )
      .toSorted(),
    connections: connections
      .map(({ fromKey, toKey, label, kind, direction }) => {
        return [boxes.get(fromKey), boxes.get(toKey), label, kind, direction].join('|')
      })
      .toSorted(),
    zones: zones.map(({ key }) => zonePath(key)).toSorted(),
  }
}
