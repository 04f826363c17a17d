import { expect, it, test } from 'vitest'
import { describeConnection } from './describe-connection.ts'
import { outlineOf } from './outline.ts'
import { area, graphOf, link, note, part } from './testing/small-graphs.ts'

function textsOf(...args: Parameters<typeof graphOf>) {
  return outlineOf(graphOf(...args)).map(({ depth, text }) => `${'  '.repeat(depth)}${text}`)
}

test('a component says what it is and where its arrows lead', () => {
  expect(
    textsOf(
      [
        part('a', 'gateway', { label: 'API gateway' }),
        part('b', 'cache', {
          label: 'Session\nstore',
          technology: 'Redis',
          replicas: 3,
          shards: 1,
          failed: true,
        }),
        part('c', 'service', { label: 'Orders' }),
        part('d', null, { label: 'Old box', shards: 2 }),
      ],
      [
        link('a', 'b'),
        link('b', 'c', { kind: 'request', label: 'gRPC 2k/s' }),
        link('c', 'd', { direction: 'backward' }),
        link('b', 'd', { direction: 'both', kind: 'stream' }),
        link('c', 'c'),
      ],
    ),
  ).toEqual([
    'API gateway, gateway; to: Session store',
    'Session store, cache, Redis, 3 replicas, 1 shard, failed; to: Orders (request, "gRPC 2k/s"); from: API gateway; with: Old box (stream)',
    'Orders, service; to: itself; from: Session store, Old box',
    'Old box, box, 2 shards; to: Orders; with: Session store (stream)',
  ])
})

test('a title keeps its capitals, and is not said twice', () => {
  const { text } = outlineOf(graphOf([part('a', 'websocket-hub', { label: 'Chat' })]))[0] ?? {}
  expect(text).toBe('Chat, WebSocket hub')
  expect(textsOf([part('a', 'load-balancer', { label: 'Load balancer' })])).toEqual(['Load balancer'])
})

test('zones hold what stands in them, then come loose arrows and cards', () => {
  const below = { bounds: { x: 0, y: 500, w: 100, h: 50 } }
  expect(
    textsOf(
      [
        part('web', 'client', below),
        part('db', 'sql', { zoneId: 'az' }),
        part('api', 'service', { zoneId: 'eu' }),
      ],
      [{ ...link('web', 'db'), toId: null, label: 'later' }],
      {
        zones: [area('eu', 'region'), area('az', 'availability-zone', { zoneId: 'eu', label: '' })],
        cards: [note('feed', 'api', [{ method: 'GET', path: '/feed' }, { section: 'x' }], 'Feed')],
      },
    ),
  ).toEqual([
    'eu, region',
    '  api, service',
    '  Availability zone',
    '    db, SQL database',
    'web, client',
    'Loose arrow: web to nothing, "later"',
    'Feed, API: GET /feed',
  ])
})

test('worksheets come last, with the results that have a name', () => {
  const cards = [note('feed', 'api', [], 'Feed')]
  const results = [
    { name: 'daily users', shown: '10M users' },
    { name: 'peak reads', shown: '≈ 6\u202f940 req/s' },
  ]
  const sheets = [
    { id: 's', title: 'Sizing', results },
    { id: 't', title: '', results: [] },
  ]
  expect(outlineOf(graphOf([], [], { cards }), sheets).map(({ about, text }) => [about, text])).toEqual([
    ['card', 'Feed, API'],
    ['worksheet', 'Sizing, worksheet: daily users = 10M users; peak reads ≈ 6 940 req/s'],
    ['worksheet', 'Worksheet'],
  ])
})

test('each line leads to its shape, a loose arrow to what it is tied to as well', () => {
  const lines = outlineOf(
    graphOf([part('web', 'client')], [{ ...link('web', 'x'), toId: null }], {
      cards: [note('c', 'table', [])],
    }),
  )
  expect(lines.map(({ about, shapeIds }) => [about, shapeIds])).toEqual([
    ['component', ['web']],
    ['connection', ['web>x', 'web']],
    ['card', ['c']],
  ])
})

test('what names a zone that is not there stands outside', () => {
  const zones = [area('a', 'region', { zoneId: 'gone' })]
  expect(textsOf([part('in', 'service', { zoneId: 'gone' })], [], { zones })).toEqual([
    'a, region',
    'in, service',
  ])
})

it.each([
  ['forward', 'a to b, async, "job"'],
  ['backward', 'b to a, async, "job"'],
  ['both', 'a and b, both ways, async, "job"'],
  ['none', 'a and b, async, "job"'],
] as const)('a connection that leads %s is "%s"', (direction, text) => {
  const connection = link('a', 'b', { direction, kind: 'async', label: 'job' })
  expect(describeConnection(graphOf([part('a', null), part('b', null)], [connection]), connection)).toBe(text)
})
