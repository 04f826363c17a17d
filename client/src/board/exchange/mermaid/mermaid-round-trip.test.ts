// @vitest-environment jsdom
import { CONNECTOR_KINDS } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { ZONE_KINDS } from '@drawbar/shared/board/shapes/zone-shape.ts'
import type {
  BoardGraph,
  GraphComponent,
  GraphConnection,
  GraphZone,
} from '@drawbar/shared/graph/board-graph.ts'
import { COMPONENT_KINDS } from '@drawbar/shared/components/component-kinds.ts'
import { graphToMermaid } from '@drawbar/shared/graph/to-mermaid.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unplaced } from '../drawing-plan.ts'
import { readMermaid } from './read-mermaid.ts'

const bounds = { x: 0, y: 0, w: 200, h: 100 }
const component = (id: string, more: Partial<GraphComponent> = {}): GraphComponent => ({
  id,
  kind: 'cache',
  label: id,
  technology: '',
  replicas: 1,
  shards: 0,
  failed: false,
  zoneId: null,
  bounds,
  ...more,
})
const connection = (fromId: string, toId: string, more: Partial<GraphConnection> = {}): GraphConnection => ({
  id: `${fromId}-${toId}`,
  fromId,
  toId,
  label: '',
  kind: 'request',
  direction: 'forward',
  ...more,
})
const zone = (id: string, more: Partial<GraphZone> = {}): GraphZone => ({
  id,
  kind: 'region',
  label: id,
  zoneId: null,
  bounds,
  ...more,
})
const graph = (parts: Partial<BoardGraph>): BoardGraph => ({
  components: [],
  connections: [],
  zones: [],
  cards: [],
  ...parts,
})

async function reread(board: BoardGraph): Promise<Unplaced> {
  const { text } = graphToMermaid(board)
  const read = await readMermaid(text)
  if (!read.ok) throw new Error(`${read.message}\n${text}`)
  return read.drawing
}

/** What Mermaid, Markdown or HTML would take for its own. */
const TRAPS = [
  'end',
  'End of "day"',
  'a [b] (c) {d} <e> |f|',
  'say "hi"',
  '#35; and #quot;',
  'C# & F#; done',
  '<b>bold</b> <br/> <script>alert(1)</script>',
  '&lt;b&gt; &amp;lt;',
  'a < b > c',
  '`code` and `**bold**`',
  '"`markdown`"',
  'style guide: #1; red:#f00;',
  'classDef x fill:#fff;',
  'change direction TB now',
  'direction   LR',
  '%% no comment',
  '%%{init: {"theme":"dark"}}%%',
  'subgraph x',
  'a --> b',
  'a -- text --> b & c ~~~ d ==> e -.-> f',
  'x:::queue',
  'x@{ shape: cyl }',
  'fa:fa-user Users',
  '$$x^2$$ 5 $',
  'back\\slash \\n',
  'größer – 東京 🚀 ﬂ° ¶ß',
  '×3',
  '1. first',
  '- item',
  'click me; really;',
  '95 %',
  "it's",
  'http://example.org/?a=1&b=2#c',
  'call()',
  '---',
  'v',
  'graph',
  '42',
]

describe('labels', () => {
  it.each(TRAPS)('come back as they were: %s', async (text) => {
    const read = await reread(
      graph({
        components: [
          component('a', { label: text, technology: text }),
          component('b', { label: 'b', zoneId: 'zone', replicas: 3, technology: text }),
          component('c', { kind: null, label: text }),
        ],
        connections: [connection('a', 'b', { label: text })],
        zones: [zone('zone', { label: text })],
      }),
    )
    const texts = read.components.map(({ kind, label, technology, replicas }) => ({
      kind,
      label,
      technology,
      replicas,
    }))
    expect(texts).toContainEqual({ kind: 'cache', label: text, technology: text, replicas: 1 })
    expect(texts).toContainEqual({ kind: 'cache', label: 'b', technology: text, replicas: 3 })
    expect(texts.map(({ label }) => label).filter((label) => label === text)).toHaveLength(2)
    expect(read.connections.map(({ label }) => label)).toEqual([text])
    expect(read.zones.map(({ label }) => label)).toEqual([text])
  })

  it('come back whatever they are', async () => {
    const text = fc
      .string({
        unit: fc.constantFrom(...Array.from('ab :;#&"<>`[](){}|%$*_=-.~@/\\ﬂ¶°ß×é東')),
        minLength: 1,
        maxLength: 12,
      })
      .map((raw) => raw.trim())
      .filter((raw) => raw !== '')
    await fc.assert(
      fc.asyncProperty(text, text, async (label, technology) => {
        const read = await reread(
          graph({
            components: [component('a', { label, technology })],
            connections: [connection('a', 'a', { label })],
            zones: [zone('zone', { label })],
          }),
        )
        expect(read.components).toMatchObject([{ label, technology }])
        expect(read.connections).toMatchObject([{ label }])
        expect(read.zones).toMatchObject([{ label }])
      }),
      { numRuns: 300 },
    )
  })

  it('of plain boxes make nothing else of them', async () => {
    const read = await reread(
      graph({ components: [component('a', { kind: null, label: 'Ask the cache' }), component('b')] }),
    )
    expect(read.components.map(({ kind }) => kind)).toEqual([null, 'cache'])
  })

  it('of plain boxes and arrows keep their lines', async () => {
    const read = await reread(
      graph({
        components: [component('a', { kind: null, label: 'Who\nreads this?' }), component('b')],
        connections: [connection('a', 'b', { label: '1. GET\n2. PUT' })],
      }),
    )
    expect(read.connections[0]?.label).toBe('1. GET\n2. PUT')
    expect(read.components).toContainEqual(expect.objectContaining({ label: 'Who\nreads this?' }))
  })
})

describe('connections', () => {
  it.each(
    CONNECTOR_KINDS.flatMap((kind) =>
      (['forward', 'both'] as const).map((direction) => ({ kind, direction })),
    ),
  )('$kind, $direction, come back', async ({ kind, direction }) => {
    const board = graph({
      components: [component('a'), component('b')],
      connections: [connection('a', 'b', { kind, direction, label: 'x' })],
    })
    expect((await reread(board)).connections).toEqual([
      { fromKey: 'a', toKey: 'b', label: 'x', kind, direction },
    ])
    expect(graphToMermaid(board).notCarried).toHaveLength(1)
  })

  it('that point backward are turned round', async () => {
    const board = graph({
      components: [component('a'), component('b')],
      connections: [connection('a', 'b', { direction: 'backward', kind: 'stream' })],
    })
    expect((await reread(board)).connections).toEqual([
      { fromKey: 'b', toKey: 'a', label: '', kind: 'stream', direction: 'forward' },
    ])
  })

  it.each(['request', 'async', 'stream'] as const)('without heads keep their kind: %s', async (kind) => {
    const board = graph({
      components: [component('a'), component('b')],
      connections: [connection('a', 'b', { direction: 'none', kind })],
    })
    expect((await reread(board)).connections).toMatchObject([{ kind, direction: 'none' }])
  })
})

it('keeps replicas, shards and technologies', async () => {
  const components = [
    component('a', { replicas: 3, shards: 8, technology: 'Redis' }),
    component('b', { replicas: 12 }),
    component('c', { shards: 1 }),
    component('d', { technology: '×3, 8 shards' }),
  ]
  const read = await reread(graph({ components }))
  expect(
    read.components.map(({ technology, replicas, shards }) => ({ technology, replicas, shards })),
  ).toEqual(components.map(({ technology, replicas, shards }) => ({ technology, replicas, shards })))
})

it.each(COMPONENT_KINDS.map(({ kind }) => kind))('keeps a component of the kind %s', async (kind) => {
  const read = await reread(graph({ components: [component('a', { kind, label: 'Orders' })] }))
  expect(read.components).toMatchObject([{ kind, label: 'Orders' }])
})

it('keeps zones within zones, empty ones and their kinds', async () => {
  const zones = ZONE_KINDS.map((kind, index) =>
    zone(`zone ${index}`, { kind, zoneId: index === 0 ? null : `zone ${index - 1}` }),
  )
  const read = await reread(
    graph({ zones: [...zones, zone('end')], components: [component('a', { zoneId: 'zone 2' })] }),
  )
  const label = (key: string | null) => read.zones.find((one) => one.key === key)?.label ?? null
  const found = read.zones.map((one) => ({ label: one.label, kind: one.kind, in: label(one.parentKey) }))
  for (const { label: name, kind, zoneId } of zones)
    expect(found).toContainEqual({ label: name, kind, in: zoneId })
  expect(found).toContainEqual({ label: 'end', kind: 'region', in: null })
  expect(label(read.components[0]?.zoneKey ?? null)).toBe('zone 2')
})
