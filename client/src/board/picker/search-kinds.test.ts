import { COMPONENT_KINDS } from '@drawbar/shared/components/component-kinds.ts'
import { TECHNOLOGY_NICKNAMES } from '@drawbar/shared/components/technology-nicknames.ts'
import { describe, expect, it } from 'vitest'
import { searchKinds, type PickerMatch } from './search-kinds.ts'

function shown({ kind, technology }: PickerMatch): string {
  return technology === null ? kind.kind : `${kind.kind} ${technology}`
}

function firstHit(text: string): string {
  const [first] = searchKinds(text)
  return first === undefined ? 'nothing' : shown(first)
}

it('lists all kinds in their order when nothing is typed', () => {
  expect(searchKinds('').map(({ kind }) => kind)).toEqual(COMPONENT_KINDS)
  expect(searchKinds('  ')).toEqual(searchKinds(''))
})

describe('the first hit', () => {
  it.each([
    ['redis', 'cache Redis'],
    ['REDIS', 'cache Redis'],
    ['red', 'cache Redis'],
    ['kafka', 'stream Kafka'],
    ['apache kafka', 'stream Kafka'],
    ['rabbit', 'queue RabbitMQ'],
    ['rabbit mq', 'queue RabbitMQ'],
    ['lb', 'load-balancer'],
    ['load balancer', 'load-balancer'],
    ['load-balancer', 'load-balancer'],
    ['balancer', 'load-balancer'],
    ['balancer load', 'load-balancer'],
    ['postgres', 'sql PostgreSQL'],
    ['pg', 'sql PostgreSQL'],
    ['my sql', 'sql MySQL'],
    ['s3', 'object-store S3'],
    ['amazon s3', 'object-store S3'],
    ['gcs', 'object-store Google Cloud Storage'],
    ['blob', 'object-store'],
    ['ws', 'websocket-hub'],
    ['k8s', 'service Kubernetes'],
    ['es', 'search Elasticsearch'],
    ['elastic search', 'search Elasticsearch'],
    ['zk', 'lock ZooKeeper'],
    ['mongo', 'document MongoDB'],
    ['dynamo', 'wide-column DynamoDB'],
    ['nodejs', 'service Node.js'],
    ['node js', 'service Node.js'],
    ['pubsub', 'stream Pub/Sub'],
    ['db', 'sql'],
    ['kv', 'wide-column'],
    ['user', 'person'],
    ['browser', 'client'],
    ['cron', 'scheduler'],
    ['api', 'service'],
    ['api gateway', 'gateway'],
    ['tsdb', 'time-series'],
    ['warehouse', 'analytics'],
    ['llm', 'ml-model'],
    ['sms', 'notification'],
    ['c', 'cdn'],
    ['ca', 'cache'],
    ['aws waf', 'waf AWS WAF'],
    ['q', 'queue'],
    ['se', 'service'],
  ])('for "%s" is %s', (text, expected) => {
    expect(firstHit(text)).toBe(expected)
  })

  it.each([
    ['reddis', 'cache Redis'],
    ['kakfa', 'stream Kafka'],
    ['postgers', 'sql PostgreSQL'],
    ['elastisearch', 'search Elasticsearch'],
    ['casandra', 'wide-column Cassandra'],
    ['memcahed', 'cache Memcached'],
    ['kuberntes', 'service Kubernetes'],
    ['zookeper', 'lock ZooKeeper'],
    ['qeue', 'queue'],
    ['gatway', 'gateway'],
    ['laod balancer', 'load-balancer'],
    ['shceduler', 'scheduler'],
    ['rabitmq', 'queue RabbitMQ'],
    ['promtheus', 'monitoring Prometheus'],
    ['ckhs', 'analytics ClickHouse'],
  ])('for the slip "%s" is %s', (text, expected) => {
    expect(firstHit(text)).toBe(expected)
  })

  it('is each kind, for its title, its slug and every word for it', () => {
    for (const { kind, title, aliases } of COMPONENT_KINDS) {
      for (const name of [kind, title, ...aliases])
        expect(`${name}: ${firstHit(name)}`).toBe(`${name}: ${kind}`)
    }
  })

  it('is each technology, for its name and its nicknames', () => {
    for (const { kind, technologies } of COMPONENT_KINDS) {
      for (const name of technologies) expect(firstHit(name)).toBe(`${kind} ${name}`)
    }
    for (const [nickname, technology] of TECHNOLOGY_NICKNAMES) {
      expect(`${nickname}: ${searchKinds(nickname)[0]?.technology ?? ''}`).toBe(`${nickname}: ${technology}`)
    }
  })
})

describe('the order of hits', () => {
  it('puts a kind whose title begins with the text before a technology that has it in the middle', () => {
    const hits = searchKinds('function').map(shown)
    expect(hits[0]).toBe('function')
    expect(hits).toContain('scheduler Step Functions')
  })

  it('puts beginnings before middles, and kinds before technologies', () => {
    const hits = searchKinds('cloud').map(shown)
    const at = (name: string) => hits.indexOf(name)
    expect(at('cdn Cloudflare')).toBeLessThan(at('object-store Google Cloud Storage'))
    expect(at('object-store Google Cloud Storage')).toBeGreaterThan(0)
    expect(searchKinds('ca').map(shown).indexOf('wide-column Cassandra')).toBeGreaterThan(0)
  })

  it('shows no guess beside something that fits', () => {
    expect(searchKinds('redis').map(shown)).toEqual(['cache Redis', 'stream Redis Streams'])
  })

  it('is the same each time, and names nothing twice', () => {
    for (const text of ['c', 'data', 'store', 'a', 'e', 'cloud', 'se']) {
      const hits = searchKinds(text).map(shown)
      expect(searchKinds(text).map(shown)).toEqual(hits)
      expect(new Set(hits).size).toBe(hits.length)
    }
  })
})

it('finds nothing for nonsense', () => {
  expect(searchKinds('zzzz')).toEqual([])
  expect(searchKinds('wqxjk')).toEqual([])
  expect(searchKinds('…')).toEqual([])
  expect(searchKinds('(')).toEqual([])
})

describe('what is highlighted', () => {
  const marked = (text: string) => {
    const [first] = searchKinds(text)
    if (first === undefined) return 'nothing'
    const name = first.technology ?? first.kind.title
    return first.ranges.map(({ start, end }) => name.slice(start, end))
  }

  it.each([
    ['redis', ['Redis']],
    ['post', ['Post']],
    ['balancer', ['balancer']],
    ['sto goo', ['Goo', 'Sto']],
    ['nodejs', ['Node.js']],
    ['cosmosdb', ['Cosmos DB']],
    ['kakfa', ['Kafka']],
    ['lb', []],
    ['ckhs', ['C', 'kH', 's']],
  ])('for "%s" is %j', (text, expected) => {
    expect(marked(text)).toEqual(expected)
  })
})
