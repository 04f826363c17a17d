import ELK from 'elkjs'
import { describe, expect, it } from 'vitest'
import { layOut, LayoutError, type LayoutInput, type LayoutNode, type LayoutZone } from './lay-out.ts'
import type { LayoutEngine } from './layout-engine.ts'

const engine: LayoutEngine = (graph) => new ELK({ algorithms: ['layered'] }).layout(graph)

const node = (key: string, parentKey: string | null = null): LayoutNode => ({
  key,
  w: 200,
  h: 100,
  parentKey,
})
const zone = (key: string, parentKey: string | null = null): LayoutZone => ({
  key,
  parentKey,
  padding: { top: 48, side: 32 },
  least: { w: 160, h: 120 },
})
const edge = (fromKey: string, toKey: string, label = false) => ({
  fromKey,
  toKey,
  labelSize: label ? { w: 120, h: 24 } : null,
})

/** A client, a gateway and two services behind it in a region, each with its own store in a network. */
const DESIGN: LayoutInput = {
  direction: 'right',
  nodes: [
    node('client'),
    node('gateway', 'region'),
    node('orders', 'region'),
    node('users', 'region'),
    node('orders-db', 'network'),
    node('users-db', 'network'),
    node('mail'),
    node('card'),
  ],
  zones: [zone('region'), zone('network', 'region')],
  edges: [
    edge('client', 'gateway', true),
    edge('gateway', 'orders', true),
    edge('gateway', 'users'),
    edge('orders', 'orders-db'),
    edge('users', 'users-db'),
    edge('orders', 'mail', true),
    edge('users-db', 'gateway'),
  ],
}

describe('a layout', () => {
  it('is the same each time', async () => {
    expect(await layOut(DESIGN, { engine })).toEqual(await layOut(DESIGN, { engine }))
  })

  it.each(['right', 'down'] as const)(
    'leads a way straight on past what joins it, to the %s',
    async (direction) => {
      const nodes = ['client', 'hubs', 'log', 'fan-out', 'history'].map((key) => node(key))
      const edges = [
        edge('client', 'hubs'),
        edge('hubs', 'log'),
        edge('log', 'fan-out', true),
        edge('hubs', 'fan-out', true),
        edge('fan-out', 'history'),
      ]
      const rects = await rectsOf({ direction, nodes, zones: [], edges })
      const across = (key: string) => {
        const { x = Number.NaN, y = Number.NaN } = rects.get(key) ?? {}
        return direction === 'right' ? y : x
      }
      expect(across('fan-out')).toBe(across('log'))
      expect(across('history')).toBe(across('fan-out'))
    },
  )

  it.each(['right', 'down'] as const)('lets nothing overlap, to the %s', async (direction) => {
    const rects = await rectsOf({ ...DESIGN, direction })
    const parents = new Map([...DESIGN.nodes, ...DESIGN.zones].map(({ key, parentKey }) => [key, parentKey]))
    const siblings = [...rects].flatMap(([a, rectA]) =>
      [...rects]
        .filter(([b]) => a < b && parents.get(a) === parents.get(b))
        .map(([, rectB]) => [rectA, rectB]),
    )
    expect(siblings.length).toBeGreaterThan(5)
    for (const [a, b] of siblings) expect(a && b && overlap(a, b)).toBe(false)
  })

  it('keeps in a zone what is in it, with its padding', async () => {
    const rects = await rectsOf(DESIGN)
    for (const { key, parentKey } of [...DESIGN.nodes, ...DESIGN.zones]) {
      if (parentKey === null) continue
      const inner = rects.get(key)
      const outer = rects.get(parentKey)
      if (!inner || !outer) throw new Error('not placed')
      expect(inner.x).toBeGreaterThanOrEqual(outer.x + 31)
      expect(inner.y).toBeGreaterThanOrEqual(outer.y + 47)
      expect(inner.x + inner.w).toBeLessThanOrEqual(outer.x + outer.w - 31)
      expect(inner.y + inner.h).toBeLessThanOrEqual(outer.y + outer.h - 31)
    }
  })

  it('runs along the arrows', async () => {
    const right = await layOut(DESIGN, { engine })
    expect(x(right, 'client')).toBeLessThan(x(right, 'gateway'))
    expect(x(right, 'gateway')).toBeLessThan(x(right, 'orders'))
    expect(x(right, 'orders')).toBeLessThan(x(right, 'orders-db'))
    const down = await layOut({ ...DESIGN, direction: 'down' }, { engine })
    expect(y(down, 'client')).toBeLessThan(y(down, 'gateway'))
  })

  it('keeps the order in which equals are given', async () => {
    const fan = (order: readonly string[]): LayoutInput => ({
      direction: 'right',
      nodes: [node('source'), ...order.map((key) => node(key))],
      zones: [],
      edges: order.map((key) => edge('source', key)),
    })
    for (const order of [
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
    ]) {
      const result = await layOut(fan(order), { engine })
      expect(order.toSorted((p, q) => y(result, p) - y(result, q))).toEqual(order)
    }
  })

  it('leaves room for the text of an arrow', async () => {
    const pair = (label: boolean) =>
      layOut(
        { direction: 'right', nodes: [node('a'), node('b')], zones: [], edges: [edge('a', 'b', label)] },
        { engine },
      )
    expect(x(await pair(true), 'b')).toBeGreaterThan(x(await pair(false), 'b'))
  })

  it('keeps an empty zone at its least size', async () => {
    const result = await layOut(
      { direction: 'right', nodes: [], zones: [zone('lone')], edges: [] },
      { engine },
    )
    expect(result.zones.get('lone')).toEqual({ x: 0, y: 0, w: 160, h: 120 })
  })

  it('passes over edges that say nothing', async () => {
    const odd: LayoutInput = {
      direction: 'right',
      nodes: [node('a', 'z'), node('b')],
      zones: [zone('z', 'z')],
      edges: [edge('a', 'a'), edge('a', 'z'), edge('z', 'a'), edge('a', 'gone'), edge('z', 'b')],
    }
    const result = await layOut(odd, { engine })
    expect(x(result, 'b')).toBeGreaterThan(x(result, 'a'))
  })

  it('has nothing to do for nothing', async () => {
    const never: LayoutEngine = () => Promise.reject(new Error('asked'))
    const result = await layOut({ direction: 'right', nodes: [], zones: [], edges: [] }, { engine: never })
    expect(result.nodes.size).toBe(0)
  })
})

describe('a layout that does not come', () => {
  const silent = (ends: AbortSignal[]): LayoutEngine => {
    return (_, signal) => {
      ends.push(signal)
      return new Promise(() => {})
    }
  }

  it('is given up after its time, and its worker ended', async () => {
    const signals: AbortSignal[] = []
    let ring = () => {}
    const waiting = layOut(DESIGN, {
      engine: silent(signals),
      after: (_, callback) => {
        ring = callback
        return () => {}
      },
    })
    ring()
    await expect(waiting).rejects.toMatchObject({ reason: 'too-long' })
    expect(signals[0]?.aborted).toBe(true)
  })

  it('is stopped by who asked, before and while it runs', async () => {
    const stop = new AbortController()
    const signals: AbortSignal[] = []
    const waiting = layOut(DESIGN, { engine: silent(signals), signal: stop.signal })
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ reason: 'stopped' })
    expect(signals[0]?.aborted).toBe(true)
    await expect(layOut(DESIGN, { engine, signal: stop.signal })).rejects.toMatchObject({ reason: 'stopped' })
  })

  it('says that it failed, and keeps why', async () => {
    const cause = new Error('no worker')
    const failed = layOut(DESIGN, { engine: () => Promise.reject(cause) })
    await expect(failed).rejects.toBeInstanceOf(LayoutError)
    await expect(failed).rejects.toMatchObject({ reason: 'failed', cause })
  })
})

interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

async function rectsOf(input: LayoutInput): Promise<Map<string, Rect>> {
  const result = await layOut(input, { engine })
  const nodes = input.nodes.map(({ key, w, h }): [string, Rect] => {
    const place = result.nodes.get(key)
    if (!place) throw new Error(`${key} has no place`)
    return [key, { ...place, w, h }]
  })
  return new Map([...nodes, ...result.zones])
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

type Placed = Awaited<ReturnType<typeof layOut>>
const x = (result: Placed, key: string) => result.nodes.get(key)?.x ?? NaN
const y = (result: Placed, key: string) => result.nodes.get(key)?.y ?? NaN
