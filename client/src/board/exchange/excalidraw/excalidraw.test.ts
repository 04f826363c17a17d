import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { arrow, box, frame, group, shapeId, withText } from '@drawbar/shared/board/testing/boards.ts'
import { cardDefaults } from '@drawbar/shared/board/shapes/card-shape.ts'
import { componentDefaults } from '@drawbar/shared/board/shapes/component-shape.ts'
import { zoneDefaults } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { createBindingId, getIndices, type TLArrowBinding, type TLBinding, type TLShape } from 'tldraw'
import { expect, test } from 'vitest'
import { fromExcalidraw } from './from-excalidraw.ts'
import { readScene } from './read-scene.ts'
import { toExcalidraw } from './to-excalidraw.ts'
import { hexOf, nearestColor } from './colors.ts'

function read(elements: readonly object[], files: object = {}, sceneType = 'excalidraw') {
  const scene = readScene(
    JSON.stringify({ type: sceneType, version: 2, source: 'https://excalidraw.com', elements, files }),
  )
  if (!scene.ok) throw new Error(scene.title)
  const { pages, notCarried } = fromExcalidraw(scene.scene)
  const [page] = pages
  if (!page) throw new Error('no page')
  for (const record of [...page.shapes, ...page.bindings])
    expect(checkRecord(record)).toMatchObject({ ok: true })
  return { ...page, notCarried, of: (type: string) => page.shapes.filter((shape) => shape.type === type) }
}

const STYLE = {
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roughness: 1,
  opacity: 100,
  groupIds: [],
  frameId: null,
  isDeleted: false,
  boundElements: null,
  link: null,
  locked: false,
}
const rect = (id: string, more: object = {}) => ({
  id,
  type: 'rectangle',
  x: 100,
  y: 100,
  width: 160,
  height: 80,
  ...STYLE,
  ...more,
})
const text = (id: string, words: string, more: object = {}) => ({
  ...rect(id),
  type: 'text',
  text: words,
  fontSize: 20,
  fontFamily: 1,
  textAlign: 'center',
  ...more,
})
const line = (id: string, type: string, points: number[][], more: object = {}) => ({
  ...rect(id),
  type,
  points,
  ...more,
})

test('a drawing of 2020: no groups’ order, boundElementIds, no containers, missing fields', () => {
  const { shapes, bindings, notCarried, of } = read([
    {
      id: 'a',
      type: 'rectangle',
      x: 0,
      y: 0,
      width: 100,
      height: 50,
      strokeColor: '#000000',
      backgroundColor: 'transparent',
      fillStyle: 'hachure',
      strokeWidth: 1,
      roughness: 1,
      opacity: 100,
      boundElementIds: ['c'],
    },
    {
      id: 'b',
      type: 'ellipse',
      x: 300,
      y: 0,
      width: 100,
      height: 50,
      strokeColor: '#c92a2a',
      backgroundColor: '#ced4da',
    },
    {
      id: 'c',
      type: 'arrow',
      x: 100,
      y: 25,
      width: 200,
      height: 0,
      points: [
        [0, 0],
        [200, 0],
      ],
      startBinding: { elementId: 'a', focus: 0, gap: 1 },
      endBinding: { elementId: 'b', focus: 0.1, gap: 4 },
    },
    {
      id: 'd',
      type: 'draw',
      x: 9,
      y: 9,
      width: 3,
      height: 3,
      points: [
        [0, 0],
        [3, 3],
      ],
    },
  ])
  expect(shapes.map(({ type }) => type)).toEqual(['geo', 'geo', 'arrow', 'draw'])
  expect(bindings).toHaveLength(2)
  expect(of('geo')[0]?.props).toMatchObject({ geo: 'rectangle', size: 's', fill: 'none' })
  expect(notCarried).toEqual([])
})

test('boxes, arrows and their labels of today, bound both ways', () => {
  const { shapes, bindings, of } = read(
    [
      rect('a', {
        boundElements: [
          { id: 'at', type: 'text' },
          { id: 'ab', type: 'arrow' },
        ],
        roundness: { type: 3 },
      }),
      text('at', 'Order\nservice', {
        containerId: 'a',
        originalText: 'Order service',
        verticalAlign: 'middle',
      }),
      rect('b', { type: 'diamond', x: 500 }),
      line(
        'ab',
        'arrow',
        [
          [0, 0],
          [120, 40],
          [240, 0],
        ],
        {
          x: 260,
          y: 140,
          startBinding: { elementId: 'at', mode: 'orbit', fixedPoint: [1, 0.5] },
          endBinding: { elementId: 'b', mode: 'inside', fixedPoint: [0, 0.5] },
          endArrowhead: 'triangle_outline',
          boundElements: [{ id: 'l', type: 'text' }],
        },
      ),
      text('l', 'POST /orders', { containerId: 'ab' }),
    ],
    {},
    'excalidraw/clipboard',
  )
  expect(shapes).toHaveLength(3)
  expect(JSON.stringify(of('geo')[0]?.props)).toContain('"text":"Order service"')
  expect(of('arrow')[0]?.props).toMatchObject({
    text: 'POST /orders',
    bend: 40,
    arrowheadEnd: 'triangle',
    kind: 'arc',
  })
  expect(bindings.map(({ toId }) => toId)).toEqual(of('geo').map(({ id }) => id))
})

test('an elbow arrow keeps where it is held', () => {
  const { bindings, of } = read([
    rect('a'),
    rect('b', { x: 500, y: 500 }),
    line(
      'ab',
      'arrow',
      [
        [0, 0],
        [200, 0],
        [200, 400],
        [240, 400],
      ],
      {
        elbowed: true,
        fixedSegments: null,
        startBinding: { elementId: 'a', focus: 0, gap: 5, fixedPoint: [1.02, 0.5] },
        endBinding: { elementId: 'b', focus: 0, gap: 5, fixedPoint: [-0.03, 0.5] },
        endArrowhead: 'arrow',
      },
    ),
  ])
  expect(of('arrow')[0]?.props).toMatchObject({
    kind: 'elbow',
    arrowheadEnd: 'arrow',
    arrowheadStart: 'none',
  })
  expect(bindings.map(({ props }) => props)).toMatchObject([
    { terminal: 'start', isPrecise: true, normalizedAnchor: { x: 1, y: 0.5 } },
    { terminal: 'end', isPrecise: true, normalizedAnchor: { x: 0, y: 0.5 } },
  ])
})

test('frames hold what is theirs, groups nest, groups of one are none', () => {
  const { shapes, of } = read([
    rect('a', { groupIds: ['inner', 'outer'], frameId: 'f' }),
    rect('b', { x: 300, groupIds: ['inner', 'outer'], frameId: 'f' }),
    rect('c', { x: 600, groupIds: ['outer'], frameId: 'f' }),
    rect('d', { x: 900, groupIds: ['alone'], frameId: 'f' }),
    { ...rect('f', { x: 50, y: 60, width: 1200, height: 400 }), type: 'frame', name: 'Write path' },
  ])
  const [held] = of('frame')
  expect(held?.props).toMatchObject({ name: 'Write path', w: 1200 })
  expect(of('group')).toHaveLength(2)
  const outer = of('group').find(({ parentId }) => parentId === held?.id)
  const inner = of('group').find(({ parentId }) => parentId === outer?.id)
  expect(shapes.filter(({ parentId }) => parentId === inner?.id)).toHaveLength(2)
  expect(shapes.filter(({ parentId }) => parentId === outer?.id)).toHaveLength(2)
  const alone = shapes.find(({ parentId, type }) => parentId === held?.id && type === 'geo')
  expect(alone).toMatchObject({ x: 850, y: 40 })
  expect(outer).toMatchObject({ x: 50, y: 40 })
})

test('a turned box turns around its middle', () => {
  const { shapes } = read([rect('a', { x: 0, y: 0, width: 200, height: 100, angle: Math.PI / 2 })])
  expect(shapes[0]?.x).toBeCloseTo(150)
  expect(shapes[0]?.y).toBeCloseTo(-50)
  expect(shapes[0]?.rotation).toBeCloseTo(Math.PI / 2)
})

test('freehand, lines, texts and images; deleted elements are gone', () => {
  const { shapes, images, of, notCarried } = read(
    [
      line(
        'p',
        'freedraw',
        [
          [0, 0],
          [4, 5],
          [9, 9],
        ],
        { pressures: [0.2, 0.7, 1.4], simulatePressure: false, strokeWidth: 0.5 },
      ),
      line(
        'l',
        'line',
        [
          [0, 0],
          [50, 50],
          [100, 0],
        ],
        { roundness: { type: 2 } },
      ),
      text('t', 'Free', { fontSize: 27, fontFamily: 5, autoResize: false, textAlign: 'left' }),
      {
        ...rect('i'),
        type: 'image',
        fileId: 'x',
        status: 'saved',
        scale: [-1, 1],
        crop: { x: 10, y: 0, width: 50, height: 50, naturalWidth: 100, naturalHeight: 50 },
      },
      rect('gone', { isDeleted: true }),
    ],
    { x: { id: 'x', mimeType: 'image/png', dataURL: 'data:image/png;base64,AAAA', created: 1 } },
  )
  expect(shapes.map(({ type }) => type)).toEqual(['draw', 'line', 'text', 'image'])
  expect(of('draw')[0]?.props).toMatchObject({
    isPen: true,
    size: 's',
    segments: [{ points: [{ z: 0.2 }, {}, { z: 1 }] }],
  })
  expect(of('line')[0]?.props).toMatchObject({ spline: 'cubic' })
  expect(of('text')[0]?.props).toMatchObject({
    size: 'm',
    scale: 27 / 24,
    autoSize: false,
    textAlign: 'start',
  })
  expect(of('image')[0]?.props).toMatchObject({
    flipX: true,
    crop: { topLeft: { x: 0.1 }, bottomRight: { x: 0.6 } },
  })
  expect(images).toMatchObject([{ dataUrl: 'data:image/png;base64,AAAA', asset: { props: { src: null } } }])
  expect(notCarried).toEqual([])
})

test('what cannot be carried is told', () => {
  const { shapes, notCarried } = read(
    [
      { ...rect('e'), type: 'embeddable', link: 'https://example.com' },
      { ...rect('f'), type: 'iframe' },
      { ...rect('g'), type: 'hologram' },
      { ...rect('h'), type: 'image', fileId: 'none' },
      { ...rect('i'), type: 'image', fileId: 'svg' },
      rect('j', { link: 'javascript:alert(1)' }),
      rect('k', { x: 1e9 }),
      line(
        'l',
        'line',
        [
          [0, 0],
          [9, 9],
          [0, 9],
          [0, 0],
        ],
        { backgroundColor: '#ffc9c9' },
      ),
      line(
        'm',
        'arrow',
        [
          [0, 0],
          [9, 9],
          [20, 0],
          [30, 30],
        ],
        { endArrowhead: 'crowfoot_many' },
      ),
      line('n', 'arrow', [[0, 0]]),
    ],
    { svg: { dataURL: 'data:image/svg+xml;base64,AAAA' } },
  )
  expect(shapes.map(({ type }) => type)).toEqual(['geo', 'line', 'arrow'])
  expect(notCarried).toEqual(
    expect.arrayContaining([
      '2 parts: they are damaged.',
      '2 embeds: a board does not load other sites.',
      '1 part of a kind that is not known here: “hologram”.',
      '1 image: it is not in the file.',
      '1 image: a board takes PNG, JPEG, WebP and GIF.',
      '1 link.',
      '1 filled line: drawn without its filling.',
      '1 arrow with several bends: drawn with one.',
      '1 arrowhead “crowfoot_many”: drawn as a plain one.',
    ]),
  )
  expect(notCarried).toHaveLength(9)
})

test.each([
  '{',
  '[]',
  '{"type":"excalidraw"}',
  JSON.stringify({ type: 'excalidraw', elements: Array.from({ length: 20_000 }, () => ({})) }),
])('refuses what is no drawing (%#)', (given) => {
  expect(readScene(given)).toMatchObject({
    ok: false,
    detail: expect.stringContaining('Nothing on the board has changed.'),
  })
})

const INDICES = getIndices(12)
let placed = 0
function own(name: string, type: string, props: object, common: Partial<TLShape> = {}): TLShape {
  placed += 1
  return {
    ...box(name, { x: placed * 300, y: 40, index: INDICES[placed % 12] }),
    type,
    props,
    ...common,
  }
}

function bind(name: string, terminal: 'start' | 'end', to: string): TLArrowBinding {
  return {
    id: createBindingId(`${name}-${terminal}`),
    typeName: 'binding',
    type: 'arrow',
    fromId: shapeId(name),
    toId: shapeId(to),
    meta: {},
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
  }
}

function kindIn(shape: TLShape | undefined): unknown {
  return shape && 'kind' in shape.props ? shape.props.kind : undefined
}

function roundTrip(shapes: readonly TLShape[], bindings: readonly TLBinding[] = []) {
  for (const shape of shapes) expect(checkRecord(shape)).toMatchObject({ ok: true })
  const out = toExcalidraw({ shapes, bindings, images: new Map(), target: 'file', now: 0 })
  const scene = readScene(JSON.stringify(out.file))
  if (!scene.ok) throw new Error(scene.title)
  const back = fromExcalidraw(scene.scene)
  const [page] = back.pages
  return { out, shapes: page?.shapes ?? [], bindings: page?.bindings ?? [], notCarried: back.notCarried }
}

test('components, zones, cards and connectors come back as they were', () => {
  const client = own('client', 'component', { ...componentDefaults, kind: 'client', w: 200, h: 100 })
  const zone = own('zone', 'zone', { ...zoneDefaults, kind: 'region', label: 'eu-central-1', w: 560, h: 400 })
  const cache = own(
    'cache',
    'component',
    {
      ...componentDefaults,
      kind: 'cache',
      label: 'Sessions',
      technology: 'Redis',
      replicas: 3,
      shards: 8,
      failed: true,
      color: 'red',
      w: 200,
      h: 100,
    },
    { parentId: zone.id, x: 20, y: 60, index: INDICES[1] },
  )
  const card = own('card', 'card', {
    ...cardDefaults,
    kind: 'decision',
    title: 'Why Redis',
    rows: { what: { id: 'what', index: INDICES[1], cells: { text: 'Speed' } } },
    w: 300,
    h: 200,
  })
  const request = { ...arrow('request', { index: INDICES[9] }), meta: { connector: 'async' } } as TLShape
  Object.assign(request.props, { kind: 'elbow', text: 'gRPC\n2k/s', dash: 'dashed' })
  const input = [client, zone, cache, card, request]
  const { shapes, bindings, notCarried, out } = roundTrip(input, [
    bind('request', 'start', 'client'),
    bind('request', 'end', 'cache'),
  ])
  expect(notCarried).toEqual([])
  expect(out.notCarried).toEqual([])
  for (const shape of input.filter(({ type }) => type !== 'arrow')) {
    const type: string = shape.type
    const same = shapes.find(
      (other) =>
        other.type === type &&
        'kind' in other.props &&
        'kind' in shape.props &&
        other.props.kind === shape.props.kind,
    )
    expect(same?.props).toEqual(shape.props)
    expect([same?.x, same?.y]).toEqual([shape.x, shape.y])
  }
  const back = shapes.find(({ type }) => type === 'arrow')
  expect(back).toMatchObject({
    meta: { connector: 'async' },
    props: { text: 'gRPC\n2k/s', kind: 'elbow', dash: 'dashed' },
  })
  const kinds = bindings.map(({ toId }) => kindIn(shapes.find(({ id }) => id === toId)))
  expect(kinds).toEqual(['client', 'cache'])
  const region = shapes.find(({ type }) => type === 'zone')
  expect(shapes.filter(({ parentId }) => parentId === region?.id)).toHaveLength(1)
})

test('a label that was changed in Excalidraw is the new label', () => {
  const cache = own('cache', 'component', {
    ...componentDefaults,
    kind: 'cache',
    label: 'Sessions',
    w: 200,
    h: 100,
  })
  const { file } = toExcalidraw({ shapes: [cache], bindings: [], images: new Map(), target: 'file', now: 0 })
  const changed = JSON.stringify(file).replaceAll(
    '"originalText":"Sessions"',
    '"originalText":"Carts\\nValkey\\n×2"',
  )
  const scene = readScene(changed)
  if (!scene.ok) throw new Error(scene.title)
  expect(fromExcalidraw(scene.scene).pages[0]?.shapes[0]?.props).toMatchObject({
    kind: 'cache',
    label: 'Carts',
    technology: 'Valkey',
    replicas: 2,
  })
})

test('plain shapes come back: boxes, frames, groups, turned ones', () => {
  const held = frame('frame', { x: 10, y: 20 })
  const some = group('group', { parentId: held.id, x: 30, y: 40 })
  const turned = box(
    'turned',
    { parentId: some.id, x: 5, y: 6, rotation: 0.5, index: INDICES[1] },
    'One\nTwo',
  )
  const other = box('other', { parentId: some.id, x: 300, y: 0, index: INDICES[2] })
  const cloud = box('cloud', { x: 900, index: INDICES[3] })
  Object.assign(cloud.props, { geo: 'cloud', richText: withText('Net') })
  const { shapes, out } = roundTrip([held, some, turned, other, cloud])
  expect(shapes.map(({ type }) => type).toSorted()).toEqual(['frame', 'geo', 'geo', 'geo', 'group'])
  const back = shapes.find(({ rotation }) => rotation !== 0)
  const inner = shapes.find(({ type }) => type === 'group')
  expect((inner?.x ?? 0) + (back?.x ?? 0)).toBeCloseTo(35)
  expect((inner?.y ?? 0) + (back?.y ?? 0)).toBeCloseTo(46)
  expect(back?.rotation).toBeCloseTo(0.5)
  expect(shapes.some(({ props }) => 'geo' in props && props.geo === 'cloud')).toBe(true)
  expect(out.notCarried).toEqual(['1 “cloud”: drawn as a circle.'])
})

test('every colour comes back from its own hex', () => {
  for (const color of [
    'black',
    'grey',
    'light-violet',
    'violet',
    'blue',
    'light-blue',
    'yellow',
    'orange',
    'green',
    'light-green',
    'light-red',
    'red',
    'white',
  ] as const) {
    expect(nearestColor(hexOf(color))).toBe(color)
  }
})

test('what Excalidraw cannot hold is told', () => {
  const inFrame = frame('inner', { parentId: frame('outer').id })
  const bold = box('bold', { index: INDICES[2] })
  const marked = { type: 'text', text: 'Now', marks: [{ type: 'bold' }] }
  Object.assign(bold.props, {
    richText: { type: 'doc', content: [{ type: 'paragraph', content: [marked] }] },
  })
  const pinned = own(
    'pinned',
    'component',
    { ...componentDefaults, kind: 'cache', w: 200, h: 100 },
    { meta: { pin: 'shape:w/r' } },
  )
  const newer = own('newer', 'placeholder', { w: 9, h: 9, of: { type: 'hologram', facets: {} } })
  const picture = own('picture', 'image', {
    w: 9,
    h: 9,
    playing: true,
    url: '',
    assetId: 'asset:gone',
    crop: null,
    flipX: false,
    flipY: false,
    altText: '',
  })
  const some = group('some', { index: INDICES[5] })
  const held = arrow('held', { index: INDICES[6] })
  Object.assign(held.props, { arrowheadEnd: 'inverted' })
  const shapes = [frame('outer'), inFrame, bold, pinned, newer, picture, some, held]
  const { out } = roundTrip(shapes, [bind('held', 'end', 'some')])
  expect(out.notCarried.toSorted()).toEqual(
    [
      '1 arrowhead “inverted”: drawn as a plain one.',
      '1 arrow’s hold on a group or on what was left out.',
      '1 formatted text: carried as plain text.',
      '1 frame in a frame: it stands beside it.',
      '1 image: it could not be read.',
      '1 part that only a newer version can draw.',
      '1 pinned result.',
    ].toSorted(),
  )
})
