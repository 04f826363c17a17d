import { expect, test } from 'vitest'
import { outlineChanges } from './outline-changes.ts'
import { area, graphOf, link, note, part } from './testing/small-graphs.ts'

const web = part('web', 'client')
const shop = part('shop', 'service')

test('what is new, renamed and gone is named', () => {
  const before = graphOf([web, shop], [], { zones: [area('eu', 'region')] })
  const after = graphOf([{ ...web, label: 'Browser' }, part('db', 'sql')], [], {
    zones: [area('eu', 'region', { label: 'eu-west' })],
  })
  expect(outlineChanges(before, after)).toEqual([
    'eu is now called eu-west',
    'New: db, SQL database',
    'web is now called Browser',
    'Gone: shop, service',
  ])
})

test('what else is said of it is said anew', () => {
  const after = graphOf([{ ...shop, replicas: 3 }])
  expect(outlineChanges(graphOf([shop]), after)).toEqual(['Changed: shop, service, 3 replicas'])
})

test('connections are told with their ends and label, once', () => {
  const before = graphOf([web, shop])
  const connected = graphOf([web, shop], [link('web', 'shop', { kind: 'request', label: 'HTTPS' })])
  const changed = graphOf([web, shop], [link('web', 'shop', { kind: 'async', label: 'HTTPS' })])
  expect(outlineChanges(before, connected)).toEqual(['Connected: web to shop, request, "HTTPS"'])
  expect(outlineChanges(connected, changed)).toEqual(['Changed: web to shop, async, "HTTPS"'])
  expect(outlineChanges(changed, before)).toEqual(['Disconnected: web to shop, async, "HTTPS"'])
  // With the component its arrows go.
  expect(outlineChanges(changed, graphOf([web]))).toEqual(['Gone: shop, service'])
})

test('what is moved says nothing, a card that is written its name', () => {
  const cards = (rows: readonly Readonly<Record<string, string>>[]) => ({
    cards: [note('c', 'api', rows, 'Feed')],
  })
  const moved = { ...web, bounds: { x: 900, y: 0, w: 1, h: 1 } }
  expect(outlineChanges(graphOf([web, shop]), graphOf([shop, moved]))).toEqual([])
  expect(outlineChanges(graphOf([], [], cards([])), graphOf([], [], cards([{ path: '/' }])))).toEqual([
    'Written: Feed, API',
  ])
})
