import {
  MAX_WALK_STOPS,
  STOP_LABEL_LENGTH,
  walkPathSchema,
  type WalkStop,
} from '@drawbar/shared/interview/walk.ts'
import { describe, expect, it } from 'vitest'
import { stopLabel } from './stop-label.ts'
import { graphOf } from './testing/graph-of.ts'
import { meantBy, nextOnPath, pickOnPath } from './walk-path.ts'

const GRAPH = graphOf('client>gateway', 'gateway>orders', 'gateway>orders 2', 'orders>store', 'a-b')

/** The path after clicks on these, none of which may be refused. */
function picked(...ids: readonly string[]): readonly WalkStop[] {
  return ids.reduce<readonly WalkStop[]>((path, id) => {
    const { path: next, refusal } = pickOnPath(GRAPH, path, id)
    expect(refusal).toBeNull()
    return next
  }, [])
}

const text = (path: readonly WalkStop[]) => path.map(({ shapeId, viaId }) => `${viaId ?? ''}/${shapeId}`)

describe('a path, click by click', () => {
  it('goes on to a component along the only arrow', () => {
    const path = picked('client', 'gateway')
    expect(text(path)).toEqual(['/client', 'client>gateway/gateway'])
    const onBoard = path.map(({ shapeId, label, viaId }) => ({
      shapeId: `shape:${shapeId}`,
      label,
      viaId: viaId === null ? null : `shape:${viaId}`,
    }))
    expect(walkPathSchema.safeParse(onBoard).success).toBe(true)
  })

  it('goes along the arrow that was clicked, from either end of nothing', () => {
    expect(text(picked('gateway>orders 2'))).toEqual(['/gateway', 'gateway>orders 2/orders'])
    expect(text(picked('client', 'gateway', 'gateway>orders'))).toContain('gateway>orders/orders')
  })

  it('asks which arrow where there are several', () => {
    const path = picked('gateway')
    expect(pickOnPath(GRAPH, path, 'orders')).toEqual({
      path,
      refusal: '2 arrows lead to orders. Click the one you mean.',
    })
  })

  it('may come back the way it went', () => {
    expect(text(picked('client', 'gateway', 'client'))).toEqual([
      '/client',
      'client>gateway/gateway',
      'client>gateway/client',
    ])
  })

  it('takes the last stop away when it is clicked again, or its arrow', () => {
    expect(text(picked('client', 'gateway', 'gateway'))).toEqual(['/client'])
    expect(text(picked('client', 'gateway', 'client>gateway'))).toEqual(['/client'])
    expect(picked('client', 'client')).toEqual([])
  })

  it('refuses gaps in plain words and stays as it was', () => {
    const path = picked('client')
    const refused = (id: string) => {
      const { path: after, refusal } = pickOnPath(GRAPH, path, id)
      expect(after).toBe(path)
      return refusal
    }
    expect(refused('store')).toBe('No arrow joins client and store.')
    expect(refused('orders>store')).toBe('This arrow does not meet client.')
    expect(refused('note')).toBe('A request goes over components and arrows. Click one of those.')
    const loose = { ...GRAPH, connections: GRAPH.connections.map((each) => ({ ...each, toId: null })) }
    expect(pickOnPath(loose, path, 'client>gateway').refusal).toBe(
      'This arrow is loose at one end. Join it to a component first.',
    )
  })

  it('ends at its longest', () => {
    const path = Array.from({ length: MAX_WALK_STOPS }, (_, index): WalkStop => {
      const shapeId = index % 2 === 0 ? 'a' : 'b'
      return { shapeId, label: shapeId, viaId: index === 0 ? null : 'a-b' }
    })
    expect(pickOnPath(GRAPH, path, 'a').refusal).toBe('A walk has at most 40 steps.')
  })

  it('means the component under a click rather than the arrow or zone there', () => {
    expect(meantBy(GRAPH, ['note', 'client>gateway', 'gateway', 'zone'])).toBe('gateway')
    expect(meantBy(GRAPH, ['zone', 'client>gateway'])).toBe('client>gateway')
    expect(meantBy(GRAPH, ['note', 'zone'])).toBe('note')
    expect(meantBy(GRAPH, [])).toBeUndefined()
  })

  it('knows where it can go on to', () => {
    expect(nextOnPath(GRAPH, []).map(({ shapeId }) => shapeId)).toEqual([
      'client',
      'gateway',
      'orders',
      'store',
      'a',
      'b',
    ])
    expect(text(nextOnPath(GRAPH, picked('client', 'gateway')))).toEqual([
      'gateway>orders/orders',
      'gateway>orders 2/orders',
      'client>gateway/client',
    ])
  })
})

describe('what a stop is called', () => {
  const named = (label: string) => {
    const graph = graphOf('x>y')
    return stopLabel({ components: graph.components.map((each) => ({ ...each, label })) }, 'x')
  }

  it('is one line, never empty, never too long', () => {
    expect(named(' API\n gateway ')).toBe('API gateway')
    expect(named('')).toBe('Box')
    const long = named(`${'x'.repeat(STOP_LABEL_LENGTH - 2)}😀 and more`)
    expect(long).toBe(`${'x'.repeat(STOP_LABEL_LENGTH - 2)}…`)
    expect(long.isWellFormed()).toBe(true)
  })
})
