import { expect, test } from 'vitest'
import { entry } from './testing/entry.ts'
import { ORDERS, sortQuestions } from './sort-questions.ts'

const feed = entry('feed', { title: 'A feed 10', topics: ['social'], levels: ['senior'], minutes: [45, 60] })
const feeds = entry('feeds', {
  title: 'A feed 9',
  topics: ['caching'],
  levels: ['mid', 'senior'],
  minutes: [45],
})
const shop = entry('shop', { title: 'Shop', topics: ['apis'], levels: ['staff'], minutes: [35, 60] })

test.each([
  ['title', ['feeds', 'feed', 'shop']],
  ['topic', ['shop', 'feeds', 'feed']],
  ['level', ['feeds', 'feed', 'shop']],
  ['shortest', ['shop', 'feeds', 'feed']],
] as const)('in the order %s', (order, ids) => {
  const given = [shop, feed, feeds]
  expect(sortQuestions(given, order).map(({ id }) => id)).toEqual(ids)
  expect(given).toEqual([shop, feed, feeds])
})

test('each order has a name of its own', () => {
  expect(new Set(ORDERS.map(({ name }) => name)).size).toBe(ORDERS.length)
})
