import { expect, test } from 'vitest'
import { componentItems } from './picker-items.ts'
import { namedIn } from './named-in.ts'

test.each([
  ['postgres', 'postgres'],
  ['Order API', 'API'],
  ['redis session', 'redis'],
  ['session redis', 'redis'],
  ['Redis: sessions x3', 'Redis: sessions x3'],
  ['The load balancer (edge)', 'load balancer'],
  ['User database', 'database'],
  ['Kafka consumer', 'Kafka'],
  ['background workers', 'worker'],
  ['> kafka', 'kafka'],
  ['notif service v2', 'service'],
])('"%s" names %s', (text, name) => {
  expect(namedIn(text)).toBe(name)
  expect(componentItems(name).length).toBeGreaterThan(0)
})

test.each(['', 'Foo bar', 'Blorp', 'a', '???', 'redisx9'])('"%s" names nothing', (text) => {
  expect(namedIn(text)).toBe('')
})

test('where nothing is named, a service is offered first, and everything', () => {
  const [first, ...others] = componentItems('')
  expect(first).toMatchObject({ title: 'Service' })
  expect(others.length).toBeGreaterThan(20)
  expect(componentItems('client')[0]).toMatchObject({ title: 'Client' })
})
