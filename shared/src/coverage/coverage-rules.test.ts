import { describe, expect, it, test } from 'vitest'
import type { BoardGraph } from '../graph/board-graph.ts'
import { area, graphOf, link, note, part } from '../graph/testing/small-graphs.ts'
import { COVERAGE_RULES } from './coverage-rules.ts'
import type { CoverageContext } from './finding.ts'

/** What a rule sees: each finding as its state and the shapes it is about. */
type Seen = readonly string[]

interface Case {
  readonly rule: string
  readonly when: string
  readonly graph: BoardGraph
  readonly expects?: readonly string[]
  readonly reference?: readonly BoardGraph[]
  readonly seen: Seen
}

const web = part('web', 'client')
const api = part('api', 'service')
const db = part('db', 'sql')
const jobs = part('jobs', 'queue')
const worker = part('worker', 'worker')
const pay = part('pay', 'third-party')
const az1 = area('az1', 'availability-zone')
const az2 = area('az2', 'availability-zone')
const chain = ['s1', 's2', 's3', 's4'].map((id) => part(id, 'service'))

const CASES: readonly Case[] = [
  { rule: 'single-store', when: 'it is alone', graph: graphOf([db]), seen: ['not-seen db'] },
  {
    rule: 'single-store',
    when: 'a plain box is called so',
    graph: graphOf([part('Postgres db', null)]),
    seen: ['not-seen Postgres db'],
  },
  {
    rule: 'single-store',
    when: 'it has shards only',
    graph: graphOf([{ ...db, shards: 8 }]),
    seen: ['not-seen db'],
  },
  {
    rule: 'single-store',
    when: 'it has replicas',
    graph: graphOf([{ ...db, replicas: 3 }]),
    seen: ['seen db'],
  },
  {
    rule: 'single-store',
    when: 'an arrow of replication leads to another',
    graph: graphOf([db, part('other', 'sql')], [link('db', 'other', { kind: 'replication' })]),
    seen: ['seen db', 'seen other'],
  },
  { rule: 'single-store', when: 'there is no store', graph: graphOf([api, part('c', 'cache')]), seen: [] },

  {
    rule: 'cache-on-reads',
    when: 'it is expected and missing',
    graph: graphOf([api, db], [link('api', 'db')]),
    expects: ['cache'],
    seen: ['not-seen db'],
  },
  {
    rule: 'cache-on-reads',
    when: 'it is connected to nothing',
    graph: graphOf([api, db, part('c', 'cache')], [link('api', 'db')]),
    expects: ['caching'],
    seen: ['not-seen db'],
  },
  {
    rule: 'cache-on-reads',
    when: 'it is there',
    graph: graphOf([api, db, part('c', 'cache')], [link('api', 'db'), link('api', 'c')]),
    expects: ['cache'],
    seen: ['seen c'],
  },
  {
    rule: 'cache-on-reads',
    when: 'nobody expects it',
    graph: graphOf([api, db], [link('api', 'db')]),
    seen: [],
  },
  { rule: 'cache-on-reads', when: 'nothing reads', graph: graphOf([api, db]), expects: ['cache'], seen: [] },

  {
    rule: 'buffer-consumer',
    when: 'nobody takes',
    graph: graphOf([api, jobs], [link('api', 'jobs')]),
    seen: ['not-seen jobs'],
  },
  {
    rule: 'buffer-consumer',
    when: 'a worker does',
    graph: graphOf([jobs, worker], [link('jobs', 'worker')]),
    seen: ['seen jobs'],
  },
  {
    rule: 'buffer-consumer',
    when: 'the arrow is drawn by who polls',
    graph: graphOf([jobs, worker], [link('worker', 'jobs', { label: 'polls' })]),
    seen: ['seen jobs'],
  },
  {
    rule: 'buffer-consumer',
    when: 'the arrow points back',
    graph: graphOf([jobs, worker], [link('worker', 'jobs', { direction: 'backward' })]),
    seen: ['seen jobs'],
  },
  { rule: 'buffer-consumer', when: 'there is no queue', graph: graphOf([api]), seen: [] },

  {
    rule: 'buffer-producer',
    when: 'nobody writes',
    graph: graphOf([jobs, worker], [link('jobs', 'worker')]),
    seen: ['not-seen jobs'],
  },
  {
    rule: 'buffer-producer',
    when: 'somebody only polls',
    graph: graphOf([jobs, worker], [link('worker', 'jobs', { label: 'polls' })]),
    seen: ['not-seen jobs'],
  },
  {
    rule: 'buffer-producer',
    when: 'a service does',
    graph: graphOf([api, jobs], [link('api', 'jobs')]),
    seen: ['seen jobs'],
  },

  {
    rule: 'client-to-store',
    when: 'it does',
    graph: graphOf([web, db], [link('web', 'db')]),
    seen: ['not-seen web web>db db'],
  },
  {
    rule: 'client-to-store',
    when: 'the store answers it',
    graph: graphOf([web, db], [link('db', 'web')]),
    seen: ['not-seen web db>web db'],
  },
  {
    rule: 'client-to-store',
    when: 'a service is between',
    graph: graphOf([web, api, db], [link('web', 'api'), link('api', 'db')]),
    seen: ['seen web db'],
  },
  { rule: 'client-to-store', when: 'nothing is connected', graph: graphOf([web, db]), seen: [] },

  {
    rule: 'single-entry',
    when: 'there is one',
    graph: graphOf([part('lb', 'load-balancer')]),
    seen: ['not-seen lb'],
  },
  {
    rule: 'single-entry',
    when: 'it has replicas',
    graph: graphOf([part('gw', 'gateway', { replicas: 2 })]),
    seen: ['seen gw'],
  },
  {
    rule: 'single-entry',
    when: 'two lead to the same',
    graph: graphOf(
      [part('l1', 'load-balancer'), part('l2', 'load-balancer'), api],
      [link('l1', 'api'), link('l2', 'api')],
    ),
    seen: ['seen l1', 'seen l2'],
  },
  {
    rule: 'single-entry',
    when: 'two lead to different ones',
    graph: graphOf(
      [part('l1', 'load-balancer'), part('l2', 'load-balancer'), api, db],
      [link('l1', 'api'), link('l2', 'db')],
    ),
    seen: ['not-seen l1', 'not-seen l2'],
  },
  { rule: 'single-entry', when: 'it is a CDN', graph: graphOf([part('cdn', 'cdn')]), seen: [] },

  { rule: 'reachable', when: 'nobody uses it', graph: graphOf([api]), seen: ['not-seen '] },
  {
    rule: 'reachable',
    when: 'a part is cut off',
    graph: graphOf([web, api, db], [link('web', 'api')]),
    seen: ['not-seen db'],
  },
  {
    rule: 'reachable',
    when: 'an arrow points the other way',
    graph: graphOf([web, api], [link('api', 'web')]),
    seen: ['not-seen api'],
  },
  {
    rule: 'reachable',
    when: 'a way leads everywhere',
    graph: graphOf([web, api, db], [link('web', 'api'), link('api', 'db')]),
    seen: ['seen web'],
  },
  {
    rule: 'reachable',
    when: 'answers are drawn, polls, and helpers stand by',
    graph: graphOf(
      [web, api, db, jobs, worker, part('dns', 'dns')],
      [
        link('web', 'api'),
        link('db', 'api'),
        link('api', 'jobs'),
        link('worker', 'jobs', { label: 'consumes' }),
      ],
    ),
    seen: ['seen web'],
  },
  {
    rule: 'reachable',
    when: 'a timer starts it',
    graph: graphOf([web, part('cron', 'scheduler'), api], [link('cron', 'api')]),
    seen: ['seen web'],
  },

  {
    rule: 'monitoring',
    when: 'it is expected and missing',
    graph: graphOf([api]),
    expects: ['metrics'],
    seen: ['not-seen '],
  },
  {
    rule: 'monitoring',
    when: 'it is there',
    graph: graphOf([api, part('m', 'monitoring')]),
    seen: ['seen m'],
  },
  {
    rule: 'monitoring',
    when: 'a plain box names it',
    graph: graphOf([part('Grafana', null)]),
    seen: ['seen Grafana'],
  },
  { rule: 'monitoring', when: 'nobody expects it', graph: graphOf([api]), seen: [] },

  {
    rule: 'connection-labels',
    when: 'one has none',
    graph: graphOf([web, api, db], [link('web', 'api', { label: 'GET' }), link('api', 'db', { label: ' ' })]),
    seen: ['not-seen api>db'],
  },
  {
    rule: 'connection-labels',
    when: 'all have one',
    graph: graphOf([web, api], [link('web', 'api', { label: 'GET' })]),
    seen: ['seen web>api'],
  },
  {
    rule: 'connection-labels',
    when: 'an arrow is loose',
    graph: graphOf([web], [{ ...link('web', 'api'), toId: null }]),
    seen: [],
  },

  {
    rule: 'long-chain',
    when: 'services wait in a row',
    graph: graphOf(chain, [link('s1', 's2'), link('s2', 's3', { kind: 'request' }), link('s3', 's4')]),
    seen: ['not-seen s1 s2 s3 s4'],
  },
  {
    rule: 'long-chain',
    when: 'one of them does not wait',
    graph: graphOf(chain, [link('s1', 's2'), link('s2', 's3', { kind: 'async' }), link('s3', 's4')]),
    seen: ['seen s1 s3'],
  },
  {
    rule: 'long-chain',
    when: 'it goes in circles',
    graph: graphOf(chain.slice(0, 2), [link('s1', 's2'), link('s2', 's1'), link('s1', 's1')]),
    seen: ['seen s1 s2'],
  },
  { rule: 'long-chain', when: 'nothing waits', graph: graphOf(chain), seen: [] },

  {
    rule: 'shared-store',
    when: 'two use it',
    graph: graphOf([api, worker, db], [link('api', 'db'), link('db', 'worker')]),
    seen: ['not-seen db api worker'],
  },
  {
    rule: 'shared-store',
    when: 'one uses it twice',
    graph: graphOf([api, db], [link('api', 'db'), link('db', 'api')]),
    seen: ['seen db api'],
  },
  { rule: 'shared-store', when: 'nobody uses it', graph: graphOf([db, api]), seen: [] },

  {
    rule: 'third-party-calls',
    when: 'it is called at once',
    graph: graphOf([api, pay], [link('api', 'pay')]),
    seen: ['not-seen pay api>pay'],
  },
  {
    rule: 'third-party-calls',
    when: 'the arrow speaks of it',
    graph: graphOf([api, pay], [link('api', 'pay', { label: 'charge, timeout 2 s' })]),
    seen: ['seen pay'],
  },
  {
    rule: 'third-party-calls',
    when: 'a queue stands before it',
    graph: graphOf([jobs, worker, pay], [link('jobs', 'worker'), link('worker', 'pay')]),
    seen: ['seen pay'],
  },
  {
    rule: 'third-party-calls',
    when: 'the message is async',
    graph: graphOf([api, pay], [link('api', 'pay', { kind: 'async' })]),
    seen: ['seen pay'],
  },
  {
    rule: 'third-party-calls',
    when: 'a card speaks of it',
    graph: graphOf([api, pay], [link('api', 'pay')], {
      cards: [note('d', 'decision', [{ text: 'Retry calls of Pay with backoff' }])],
    }),
    seen: ['seen pay'],
  },
  {
    rule: 'third-party-calls',
    when: 'a card speaks of another',
    graph: graphOf([api, pay], [link('api', 'pay')], {
      cards: [note('d', 'decision', [{ text: 'Retry mail' }])],
    }),
    seen: ['not-seen pay api>pay'],
  },
  {
    rule: 'third-party-calls',
    when: 'it calls us',
    graph: graphOf([api, pay], [link('pay', 'api')]),
    seen: [],
  },

  {
    rule: 'one-zone',
    when: 'all stand in one',
    graph: graphOf(
      [
        { ...api, zoneId: 'az1' },
        { ...db, zoneId: 'az1' },
      ],
      [],
      { zones: [az1, az2] },
    ),
    seen: ['not-seen az1'],
  },
  {
    rule: 'one-zone',
    when: 'they stand in two',
    graph: graphOf(
      [
        { ...api, zoneId: 'az1' },
        { ...db, zoneId: 'az2' },
      ],
      [],
      { zones: [az1, az2] },
    ),
    seen: ['seen az1 az2'],
  },
  {
    rule: 'one-zone',
    when: 'they stand in networks of two regions',
    graph: graphOf(
      [
        { ...api, zoneId: 'n1' },
        { ...db, zoneId: 'r2' },
      ],
      [],
      {
        zones: [area('r1', 'region'), area('n1', 'network', { zoneId: 'r1' }), area('r2', 'region')],
      },
    ),
    seen: ['seen r1 r2'],
  },
  {
    rule: 'one-zone',
    when: 'the other holds only people',
    graph: graphOf(
      [
        { ...api, zoneId: 'az1' },
        { ...web, zoneId: 'az2' },
      ],
      [],
      { zones: [az1, az2] },
    ),
    seen: ['not-seen az1'],
  },
  {
    rule: 'one-zone',
    when: 'none is drawn and one is expected',
    graph: graphOf([api]),
    expects: ['regions'],
    seen: ['not-seen '],
  },
  { rule: 'one-zone', when: 'none is drawn', graph: graphOf([api]), seen: [] },

  {
    rule: 'reference-counterpart',
    when: 'a part is missing',
    graph: graphOf([api]),
    reference: [graphOf([part('Orders', 'service'), part('Receipts', 'queue')])],
    seen: ['seen api', 'not-seen '],
  },
  {
    rule: 'reference-counterpart',
    when: 'labels tell two of a kind apart',
    graph: graphOf([
      part('a', 'service', { label: 'Mailer' }),
      part('b', 'service', { label: 'Order service' }),
    ]),
    reference: [graphOf([part('Orders', 'service'), part('Mailer', 'service')])],
    seen: ['seen b', 'seen a'],
  },
  {
    rule: 'reference-counterpart',
    when: 'another store does the work',
    graph: graphOf([part('Mongo', 'document')]),
    reference: [graphOf([part('Orders', 'sql')])],
    seen: ['seen Mongo'],
  },
  {
    rule: 'reference-counterpart',
    when: 'a plain box has its name',
    graph: graphOf([part('Order intake', null)]),
    reference: [graphOf([part('Intake', 'gateway')])],
    seen: ['seen Order intake'],
  },
  {
    rule: 'reference-counterpart',
    when: 'another reference is nearer',
    graph: graphOf([api, db]),
    reference: [graphOf([part('x', 'stream'), part('y', 'graph')]), graphOf([part('z', 'service')])],
    seen: ['seen api'],
  },
  { rule: 'reference-counterpart', when: 'there is no reference', graph: graphOf([api]), seen: [] },
]

function observed(rule: string, graph: BoardGraph, context: CoverageContext) {
  const found = COVERAGE_RULES.find(({ id }) => id === rule)
  if (found === undefined) throw new Error(`no rule ${rule}`)
  return found.sees(graph, context)
}

describe('a rule', () => {
  it.each(CASES)('$rule, when $when', ({ rule, graph, expects = [], reference = [], seen }) => {
    const all = observed(rule, graph, { reference, expects: new Set(expects) })
    expect(all.map(({ state, shapeIds }) => `${state} ${shapeIds.join(' ')}`)).toEqual(seen)
  })
})

it.each(COVERAGE_RULES)('$id is tried with something it sees and something it does not', ({ id }) => {
  const states = CASES.filter(({ rule }) => rule === id).flatMap(({ seen }) =>
    seen.map((one) => one.split(' ')[0]),
  )
  expect(new Set(states)).toEqual(new Set(['seen', 'not-seen']))
})

test('findings are sentences with an open question, and hold no number of ours', () => {
  for (const { rule, graph, expects = [], reference = [] } of CASES) {
    for (const { text, probe } of observed(rule, graph, { reference, expects: new Set(expects) })) {
      expect(text).toMatch(/^\S.*\.$/)
      expect(probe).toMatch(/^(How|What|When|Where|Which|Who|Take) .*\?$/)
      const names = graph.components.map(({ label }) => label).concat(graph.zones.map(({ label }) => label))
      const ours = names.reduce((some, name) => some.replaceAll(name, ''), `${text} ${probe}`)
      expect(ours).not.toMatch(/\d|%/)
    }
  }
})

test('a probe about a missing part does not name it', () => {
  const reference = [
    graphOf([part('Hot shelf', 'cache'), part('Outbox', 'queue'), part('Riddle', 'new-kind')]),
  ]
  for (const { probe } of observed('reference-counterpart', graphOf([api]), {
    reference,
    expects: new Set(),
  }))
    expect(probe).not.toMatch(/hot shelf|outbox|riddle|cache|queue/i)
})

test('ids are slugs, each of one rule', () => {
  const ids = COVERAGE_RULES.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
})
