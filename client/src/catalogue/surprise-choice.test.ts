import { expect, test } from 'vitest'
import { surpriseChoice } from './surprise-choice.ts'
import { entry } from './testing/entry.ts'

const feed = entry('feed')
const shop = entry('shop')

test('chance never picks what was read whole', () => {
  const choice = surpriseChoice([feed, shop], { feed: 1 }, null)
  const picked = choice.ok ? [0, 0.5, 0.999].map((random) => choice.pick(() => random).id) : []
  expect(picked).toEqual(['shop', 'shop', 'shop'])
})

test('what is chosen already is picked again only where there is no other', () => {
  const two = surpriseChoice([feed, shop], {}, 'feed')
  expect(two.ok && two.pick(() => 0).id).toBe('shop')
  const one = surpriseChoice([feed], {}, 'feed')
  expect(one.ok && one.pick(() => 0).id).toBe('feed')
})

test('says why there is nothing to pick', () => {
  expect(surpriseChoice([], {}, null)).toEqual({ ok: false, why: 'There is no question to choose from.' })
  expect(surpriseChoice([feed], { feed: 1 }, null)).toMatchObject({
    ok: false,
    why: expect.stringContaining('read every question'),
  })
})
