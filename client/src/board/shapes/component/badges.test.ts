import { describe, expect, it } from 'vitest'
import { badgesOf, sheetsBehind } from './badges.ts'

const plain = { w: 200, replicas: 1, shards: 0, failed: false }
const texts = (props: Partial<typeof plain>) => badgesOf({ ...plain, ...props }).map(({ text }) => text)

describe('badges', () => {
  it('are none while there is nothing to say', () => expect(texts({})).toEqual([]))

  it('say failure, shards and replicas in this order', () => {
    expect(texts({ failed: true, shards: 8, replicas: 3 })).toEqual(['Failed', '8 shards', '×3'])
    expect(texts({ shards: 1 })).toEqual(['1 shard'])
  })

  it('are signs where words have no room', () => {
    expect(texts({ w: 100, failed: true, shards: 8, replicas: 3 })).toEqual(['!', '÷8', '×3'])
  })

  it('shorten large counts', () => expect(texts({ replicas: 99_999 })).toEqual(['×99k']))

  it('come with a hint of a stack', () => {
    expect([1, 2, 3, 50].map(sheetsBehind)).toEqual([0, 1, 2, 2])
  })
})
