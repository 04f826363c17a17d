import { expect, it, test } from 'vitest'
import { area, graphOf, link, note, part } from './testing/small-graphs.ts'
import { graphJson, graphJsonSchema } from './to-graph-json.ts'

const graph = graphOf(
  [
    part('web', 'client'),
    part('box', null),
    part('db', 'sql', { technology: 'PostgreSQL', replicas: 3, shards: 8, failed: true, zoneId: 'eu' }),
  ],
  [
    link('web', 'db', { kind: 'request', label: 'SQL' }),
    { ...link('db', 'x'), toId: null, direction: 'none' },
  ],
  { zones: [area('eu', 'region')], cards: [note('t', 'table', [{ column: 'id' }, {}], 'Users')] },
)

test('what is written is read back as the same graph', () => {
  const file: unknown = JSON.parse(JSON.stringify(graphJson(graph)))
  const { format, version, ...read } = graphJsonSchema.parse(file)
  expect({ format, version }).toEqual({ format: 'drawbar-graph', version: 1 })
  expect(read).toEqual(graph)
})

test('nothing goes along that is not of the graph', () => {
  const more = {
    ...graph,
    notes: 'secret',
    components: graph.components.map((one) => ({ ...one, note: 'secret' })),
  }
  expect(JSON.stringify(graphJson(more))).not.toContain('secret')
})

it.each([
  ['another format', { format: 'excalidraw' }],
  ['another version', { version: 2 }],
  ['no components', { components: undefined }],
])('%s is refused', (_name, change) => {
  expect(graphJsonSchema.safeParse({ ...graphJson(graph), ...change }).success).toBe(false)
})
