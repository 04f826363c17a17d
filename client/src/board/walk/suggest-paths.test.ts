import { MAX_WALK_STOPS } from '@drawbar/shared/interview/walk.ts'
import { describe, expect, it } from 'vitest'
import { MOST_SUGGESTIONS, suggestPaths } from './suggest-paths.ts'
import { graphOf } from './testing/graph-of.ts'

const text = (paths: ReturnType<typeof suggestPaths>) =>
  paths.map((path) => path.map(({ shapeId }) => shapeId).join(' '))

describe('suggested paths', () => {
  it('go from where arrows begin to where they end', () => {
    const graph = graphOf('client>gateway', 'gateway>orders', 'gateway>users', 'orders>queue', 'batch>store')
    expect(text(suggestPaths(graph))).toEqual([
      'client gateway users',
      'client gateway orders queue',
      'batch store',
    ])
    expect(suggestPaths(graph)[0]).toEqual([
      { shapeId: 'client', label: 'client', viaId: null },
      { shapeId: 'gateway', label: 'gateway', viaId: 'client>gateway' },
      { shapeId: 'users', label: 'users', viaId: 'gateway>users' },
    ])
  })

  it('pass every component that can be reached', () => {
    const graph = graphOf('a>b', 'a>c', 'b>d', 'c>d', 'd>e', 'c>f', 'e>a')
    const passed = new Set(suggestPaths(graph, 'a').flatMap((path) => path.map(({ shapeId }) => shapeId)))
    expect([...passed].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('take an arrow the way it points, and a plain line either way', () => {
    expect(text(suggestPaths(graphOf('store<api', 'api-client'), 'client'))).toEqual(['client api store'])
    expect(suggestPaths(graphOf('api>client'), 'client')).toEqual([])
  })

  it('begin somewhere in a circle, and nowhere without arrows', () => {
    expect(text(suggestPaths(graphOf('a>b', 'b>c', 'c>a')))).toEqual(['a b c'])
    expect(suggestPaths(graphOf('a>a'))).toEqual([])
    expect(suggestPaths({ components: [], connections: [], zones: [], cards: [] })).toEqual([])
  })

  it('are few, and not too long', () => {
    const fan = graphOf(...Array.from({ length: 30 }, (_, index) => `source>leaf-${index}`))
    expect(suggestPaths(fan)).toHaveLength(MOST_SUGGESTIONS)
    const chain = graphOf(...Array.from({ length: 60 }, (_, index) => `n-${index}>n-${index + 1}`))
    expect(suggestPaths(chain).map((path) => path.length)).toEqual([MAX_WALK_STOPS])
  })

  it('are the same each time', () => {
    const graph = graphOf('a>b', 'a>c', 'b>d', 'c>d')
    expect(suggestPaths(graph)).toEqual(suggestPaths(structuredClone(graph)))
  })
})
