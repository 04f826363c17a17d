import * as fc from 'fast-check'
import type { TLRecord, TLShape } from '@tldraw/tlschema'
import { describe, expect, it, test } from 'vitest'
import { checkRecord } from '../board/check-record.ts'
import { RECORD_KINDS } from '../board/testing/arbitrary-records.ts'
import { arrow, binding, box, frame, group, shapeId, withText } from '../board/testing/boards.ts'
import { card, component, rowsOf, zone } from '../board/testing/own-shapes.ts'
import { readGraph } from './read-graph.ts'

const PAGE = 'page:page'

function read(...records: TLRecord[]) {
  return readGraph(records, PAGE)
}

function arrowWith(name: string, props: object, meta: TLShape['meta'] = {}): TLShape {
  const shape = arrow(name)
  return { ...shape, meta, props: { ...shape.props, ...props } }
}

/** An arrow from one shape to another, as records. */
function joined(name: string, from: string, to: string, shape: TLShape = arrow(name)): TLRecord[] {
  return [shape, binding(`${name}-s`, name, from, 'start'), binding(`${name}-e`, name, to, 'end')]
}

test('a component is read with all it says', () => {
  const [one] = read(
    component(
      'a',
      { kind: 'cache', label: ' Sessions ', technology: 'Redis', replicas: 3, shards: 16, failed: true },
      { x: 10, y: 20 },
    ),
  ).components
  expect(one).toEqual({
    id: shapeId('a'),
    kind: 'cache',
    label: 'Sessions',
    technology: 'Redis',
    replicas: 3,
    shards: 16,
    failed: true,
    zoneId: null,
    bounds: { x: 10, y: 20, w: 200, h: 100 },
  })
})

test('without a label it is called after its kind, also a newer one', () => {
  const { components } = read(
    component('a', { kind: 'load-balancer' }),
    component('b', { kind: 'edge-database' }, { x: 300 }),
  )
  expect(components.map(({ label }) => label)).toEqual(['Load balancer', 'Edge database'])
})

describe('tldraw shapes', () => {
  const note = {
    ...box('n'),
    type: 'note',
    props: { richText: withText('Cron'), scale: 1, growY: 20, size: 'm' },
  } as unknown as TLRecord
  const text = {
    ...box('t', { x: 500 }),
    type: 'text',
    props: { richText: withText('Users'), scale: 2, size: 'm', autoSize: true, w: 8 },
  } as unknown as TLRecord

  it('a box with a text is a component without a kind, an empty one is none', () => {
    const { components } = read(box('a', {}, 'Orders'), box('b', { x: 300 }))
    expect(components).toMatchObject([{ id: shapeId('a'), kind: null, label: 'Orders', replicas: 1 }])
  })

  it('notes and texts count once an arrow is bound to them', () => {
    expect(read(note, text).components).toEqual([])
    const { components, connections } = read(note, text, ...joined('x', 'n', 't'))
    expect(components.map(({ label }) => label)).toEqual(['Cron', 'Users'])
    expect(components[0]?.bounds).toEqual({ x: 0, y: 0, w: 200, h: 220 })
    expect(components[1]?.bounds.w).toBeGreaterThan(100)
    expect(connections).toMatchObject([{ fromId: shapeId('n'), toId: shapeId('t') }])
  })

  it('a text in paragraphs and lists is read line by line', () => {
    const list = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Or' },
            { type: 'text', text: 'ders' },
          ],
        },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
                },
              ],
            },
          ],
        },
      ],
    }
    const plain = box('a')
    const shape = { ...plain, props: { ...plain.props, richText: list } }
    expect(read(shape).components[0]?.label).toBe('Orders\na\nb')
  })

  it('others are passed over', () => {
    expect(read(frame('f'), group('g'), arrow('x')).components).toEqual([])
  })
})

describe('places', () => {
  it('bounds are those of the page, through groups, frames and zones', () => {
    const { components, zones } = read(
      zone('z', { label: 'eu' }, { x: 100, y: 100 }),
      frame('f', { x: 10, y: 10, parentId: shapeId('z') }),
      group('g', { x: 5, y: 5, parentId: shapeId('f') }),
      component('a', {}, { x: 1, y: 2, parentId: shapeId('g') }),
    )
    expect(components).toMatchObject([{ zoneId: shapeId('z'), bounds: { x: 116, y: 117, w: 200, h: 100 } }])
    expect(zones).toMatchObject([{ label: 'eu', zoneId: null, bounds: { x: 100, y: 100 } }])
  })

  it('a zone in a zone is the innermost', () => {
    const { components, zones } = read(
      zone('inner', { kind: 'availability-zone' }, { parentId: shapeId('outer') }),
      zone('outer'),
      component('a', {}, { parentId: shapeId('inner') }),
    )
    expect(components[0]?.zoneId).toBe(shapeId('inner'))
    expect(zones.find(({ id }) => id === shapeId('inner'))?.zoneId).toBe(shapeId('outer'))
  })

  it('what is turned is turned upright about its middle', () => {
    // A quarter turn about the left upper corner puts the middle of 200 by 100 at (-50, 100).
    const { components } = read(component('a', {}, { rotation: Math.PI / 2 }))
    expect(components[0]?.bounds).toEqual({ x: -150, y: 50, w: 200, h: 100 })
  })

  it('other pages, lost shapes and circles are passed over', () => {
    const { components } = read(
      component('other', {}, { parentId: 'page:other' as TLShape['parentId'] }),
      component('lost', {}, { parentId: shapeId('nowhere') }),
      group('g1', { parentId: shapeId('g2') }),
      group('g2', { parentId: shapeId('g1') }),
      component('circle', {}, { parentId: shapeId('g1') }),
    )
    expect(components).toEqual([])
  })
})

describe('connections', () => {
  const pair = [component('a', {}, { x: 0 }), component('b', {}, { x: 400 })]

  it.each([
    ['none', 'arrow', 'forward'],
    ['dot', 'none', 'backward'],
    ['triangle', 'bar', 'both'],
    ['none', 'none', 'none'],
  ])('heads %s and %s lead %s', (arrowheadStart, arrowheadEnd, direction) => {
    const { connections } = read(
      ...pair,
      ...joined('x', 'a', 'b', arrowWith('x', { arrowheadStart, arrowheadEnd })),
    )
    expect(connections.map((one) => one.direction)).toEqual([direction])
  })

  it('have a label and a kind; an unknown kind is none', () => {
    const { connections } = read(
      ...pair,
      ...joined('x', 'a', 'b', arrowWith('x', { text: ' gRPC 2k/s ' }, { connector: 'request' })),
      ...joined('y', 'b', 'a', arrowWith('y', {}, { connector: 'teleport' })),
    )
    expect(connections).toMatchObject([
      { id: shapeId('x'), fromId: shapeId('a'), toId: shapeId('b'), label: 'gRPC 2k/s', kind: 'request' },
      { id: shapeId('y'), kind: null, label: '' },
    ])
  })

  it('an end at nothing, or at what is no component, is null', () => {
    const { connections } = read(
      zone('z'),
      ...pair,
      ...joined('x', 'a', 'z'),
      arrow('loose', { y: 900 }),
      binding('late', 'loose', 'gone', 'end'),
    )
    expect(connections).toMatchObject([
      { id: shapeId('x'), fromId: shapeId('a'), toId: null },
      { id: shapeId('loose'), fromId: null, toId: null },
    ])
  })

  it('stand in the order of the components they leave', () => {
    const back = arrowWith('back', { arrowheadStart: 'arrow', arrowheadEnd: 'none' })
    const { connections } = read(
      ...pair,
      component('c', {}, { x: 800 }),
      ...joined('b-c', 'b', 'c'),
      ...joined('back', 'c', 'a', back),
      ...joined('a-b', 'a', 'b'),
    )
    expect(connections.map(({ id }) => id)).toEqual(['a-b', 'back', 'b-c'].map(shapeId))
  })
})

test('components stand in rows from the top, in each from the left', () => {
  const at = (name: string, x: number, y: number) => component(name, {}, { x, y })
  const { components } = read(
    at('e', 0, 300),
    at('c', 600, 20),
    at('b', 300, 0),
    at('d', 900, 49),
    at('a', 0, 40),
  )
  expect(components.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'].map(shapeId))
})

test('a card is read row by row', () => {
  const { cards } = read(
    card('api', {
      title: 'Feed',
      rows: rowsOf({ r2: { method: 'GET', path: '/feed' }, r1: { path: '/x' } }),
    }),
  )
  expect(cards).toMatchObject([
    { kind: 'api', title: 'Feed', rows: [{ method: 'GET', path: '/feed' }, { path: '/x' }] },
  ])
})

test('no record that a board accepts makes it throw', () => {
  const record = fc.oneof(...RECORD_KINDS.map(([, arbitrary]) => arbitrary))
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), (records) => {
      const accepted = records.filter((one) => checkRecord(one).ok)
      const moved = accepted.map((one): TLRecord =>
        one.typeName === 'shape' ? { ...one, parentId: PAGE as TLShape['parentId'] } : one,
      )
      expect(readGraph(moved, PAGE).components.every(({ label }) => label !== '')).toBe(true)
      readGraph(accepted, PAGE)
    }),
    { numRuns: 200 },
  )
})
