import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { boardSequences, serializedBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import { arrow, box, frame, page } from '@drawbar/shared/board/testing/boards.ts'
import { component } from '@drawbar/shared/board/testing/own-shapes.ts'
import { AssetRecordType, DocumentRecordType, TLDOCUMENT_ID, type TLRecord } from 'tldraw'
import { expect, test } from 'vitest'
import { readTldr } from './read-tldr.ts'
import { writeTldr } from './write-tldr.ts'

const documentRecord = DocumentRecordType.create({ id: TLDOCUMENT_ID })

function read(text: string) {
  const result = readTldr(text)
  if (!result.ok) throw new Error(`${result.title} ${result.detail}`)
  for (const { shapes, bindings } of result.drawing.pages) {
    for (const record of [...shapes, ...bindings]) expect(checkRecord(record)).toMatchObject({ ok: true })
  }
  return result.drawing
}

function file(records: readonly unknown[], schema: object = serializedBoardSchema()): string {
  return JSON.stringify({ tldrawFileFormatVersion: 1, schema, records })
}

/** As tldraw wrote them in the spring of 2023. */
const SCHEMA_OF_2023 = {
  schemaVersion: 1,
  storeVersion: 4,
  recordVersions: {
    asset: { version: 1, subTypeKey: 'type', subTypeVersions: { image: 2, video: 2, bookmark: 0 } },
    camera: { version: 1 },
    document: { version: 2 },
    instance: { version: 17 },
    instance_page_state: { version: 3 },
    page: { version: 1 },
    shape: {
      version: 3,
      subTypeKey: 'type',
      subTypeVersions: {
        group: 0,
        text: 1,
        bookmark: 1,
        draw: 1,
        geo: 7,
        note: 4,
        line: 1,
        frame: 0,
        arrow: 1,
        highlight: 0,
        embed: 4,
        image: 2,
        video: 1,
      },
    },
    instance_presence: { version: 5 },
    pointer: { version: 1 },
  },
}

const oldShape = {
  typeName: 'shape',
  x: 0,
  y: 0,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
  parentId: 'page:page1',
}
const oldGeo = {
  w: 100,
  h: 80,
  geo: 'rectangle',
  color: 'black',
  labelColor: 'black',
  fill: 'none',
  dash: 'draw',
  size: 'm',
  font: 'draw',
  align: 'middle',
  verticalAlign: 'middle',
  growY: 0,
  url: '',
}

test('a file of 2023: arrows still hold their ends themselves, labels are plain text', () => {
  const { pages, notCarried } = read(
    file(
      [
        { gridSize: 10, name: '', meta: {}, id: 'document:document', typeName: 'document' },
        { id: 'page:page1', typeName: 'page', name: 'Page 1', index: 'a1', meta: {} },
        { id: 'camera:page:page1', typeName: 'camera', x: 0, y: 0, z: 1, meta: {} },
        { ...oldShape, id: 'shape:a', type: 'geo', index: 'a1', props: { ...oldGeo, text: 'Web' } },
        { ...oldShape, id: 'shape:b', type: 'geo', index: 'a2', x: 400, props: { ...oldGeo, text: 'Store' } },
        {
          ...oldShape,
          id: 'shape:c',
          type: 'arrow',
          index: 'a3',
          props: {
            labelColor: 'black',
            color: 'black',
            fill: 'none',
            dash: 'draw',
            size: 'm',
            font: 'draw',
            bend: 0,
            text: 'reads',
            arrowheadStart: 'none',
            arrowheadEnd: 'arrow',
            start: {
              type: 'binding',
              boundShapeId: 'shape:a',
              normalizedAnchor: { x: 0.5, y: 0.5 },
              isExact: false,
            },
            end: {
              type: 'binding',
              boundShapeId: 'shape:b',
              normalizedAnchor: { x: 0.5, y: 0.5 },
              isExact: false,
            },
          },
        },
      ],
      SCHEMA_OF_2023,
    ),
  )
  expect(notCarried).toEqual([])
  expect(pages).toMatchObject([{ name: 'Page 1' }])
  expect(pages[0]?.shapes.map(({ type }) => type)).toEqual(['geo', 'geo', 'arrow'])
  expect(JSON.stringify(pages[0]?.shapes[0]?.props)).toContain('"text":"Web"')
  expect(pages[0]?.bindings.map(({ fromId, toId }) => [fromId, toId])).toEqual(
    expect.arrayContaining([
      ['shape:c', 'shape:a'],
      ['shape:c', 'shape:b'],
    ]),
  )
})

test('a file of 2024: labels were plain text', () => {
  const now = serializedBoardSchema()
  const sequences = 'sequences' in now ? { ...now.sequences, 'com.tldraw.shape.geo': 9 } : {}
  const { richText: _richText, ...props } = box('a').props
  const { pages } = read(
    file([documentRecord, page('page', 'a1'), { ...box('a'), props: { ...props, text: 'Gateway' } }], {
      schemaVersion: 2,
      sequences,
    }),
  )
  expect(JSON.stringify(pages[0]?.shapes[0]?.props)).toContain('"text":"Gateway"')
})

test('a board written and read again is the same', () => {
  const shapes = [
    frame('f'),
    box('a', { parentId: frame('f').id }, 'One'),
    arrow('b', { index: box('x').index }),
  ]
  const { pages, notCarried } = read(writeTldr([documentRecord, page('page', 'a1'), ...shapes] as TLRecord[]))
  expect(notCarried).toEqual([])
  expect(pages[0]?.shapes).toEqual(expect.arrayContaining(shapes))
  expect(pages[0]?.shapes).toHaveLength(3)
})

test('what a board does not take is left out and told, and the rest is read', () => {
  const image = (name: string, src: string) => [
    AssetRecordType.create({
      id: AssetRecordType.createId(name),
      type: 'image',
      props: { name, src, w: 9, h: 9, mimeType: 'image/png', isAnimated: false },
    }),
    {
      ...box(name),
      type: 'image',
      props: {
        w: 9,
        h: 9,
        playing: true,
        url: '',
        assetId: AssetRecordType.createId(name),
        crop: null,
        flipX: false,
        flipY: false,
        altText: '',
      },
    },
  ]
  const { pages, notCarried } = read(
    file([
      documentRecord,
      page('page', 'a1'),
      box('a'),
      { ...box('e'), type: 'embed', props: { w: 1, h: 1, url: 'https://example.com' } },
      { ...box('v'), type: 'video', props: {} },
      { ...box('h'), type: 'Hologram', props: {} },
      box('inside', { parentId: box('h').id }),
      ...image('ours', 'data:image/png;base64,AAAA'),
      ...image('theirs', 'https://example.com/a.png'),
    ]),
  )
  expect(pages[0]?.shapes.map(({ id }) => id).toSorted()).toEqual(['shape:a', 'shape:ours'])
  expect(pages[0]?.images).toMatchObject([
    { dataUrl: 'data:image/png;base64,AAAA', asset: { props: { src: null } } },
  ])
  expect(notCarried).toEqual([
    '1 embed: a board does not load other sites.',
    '1 video: a board takes still images only.',
    '1 part of a kind that is not known here: “Hologram”.',
    '1 image: it is not in the file, or of a format a board does not take.',
    '1 part: what it was in is left out.',
  ])
})

test('a shape that only a newer version knows is kept behind a placeholder, and is the same when written again', () => {
  const hologram = {
    ...box('h', { x: 100, y: 50, rotation: Math.PI / 2 }),
    type: 'hologram',
    props: {
      w: 80,
      h: 40,
      color: 'red',
      rows: { r1: { id: 'r1', index: 'a1', cells: { text: 'Depth' } } },
      'lens-size': 3,
    },
  }
  const drawing = read(
    file([
      documentRecord,
      page('page', 'a1'),
      hologram,
      box('inside', { parentId: box('h').id, x: 10, y: 0 }),
    ]),
  )
  expect(drawing.notCarried).toEqual(['1 property that cannot be kept: “lens-size” of “hologram”.'])
  const [placeholder, inside] = drawing.pages[0]?.shapes ?? []
  expect(placeholder).toMatchObject({
    type: 'placeholder',
    x: 100,
    y: 50,
    props: {
      w: 80,
      h: 40,
      of: {
        type: 'hologram',
        facets: { d: { w: 80, h: 40 }, '.color': 'red', 'r1:': 'a1', 'r1:text': 'Depth' },
      },
    },
  })
  // It carries nothing on a board: what lay in it lies beside it, where it was seen.
  expect(inside).toMatchObject({ parentId: 'page:page', x: 100, y: 60, rotation: Math.PI / 2 })

  const again = read(
    writeTldr([documentRecord, page('page', 'a1'), ...(drawing.pages[0]?.shapes ?? [])] as TLRecord[]),
  )
  expect(again.pages[0]?.shapes).toEqual(expect.arrayContaining([...(drawing.pages[0]?.shapes ?? [])]))
  expect(again.notCarried).toEqual([])
})

test('a component of before a prop has that prop as it is by default', () => {
  const { failed: _failed, ...props } = component('c', { label: 'Sessions' }).props
  const { pages } = read(file([documentRecord, page('page', 'a1'), { ...component('c'), props }]))
  expect(pages[0]?.shapes[0]?.props).toMatchObject({ label: 'Sessions', failed: false })
})

test('what a board refuses does not come in behind a placeholder', () => {
  const { pages, notCarried } = read(
    file([
      documentRecord,
      page('page', 'a1'),
      { ...box('a'), type: 'placeholder', props: { w: 9, h: 9, of: { type: 'embed', facets: {} } } },
      { ...box('b'), type: 'hologram', props: { text: 'x'.repeat(100_000) } },
    ]),
  )
  expect(pages).toEqual([])
  expect(notCarried).toEqual(['2 parts: a board cannot hold them.'])
})

test.each([
  ['{', 'That is no tldraw file.'],
  [file([{ ...box('a'), props: {} }, page('page', 'a1'), documentRecord]), 'The tldraw file is damaged.'],
  [
    JSON.stringify({ tldrawFileFormatVersion: 2, schema: serializedBoardSchema(), records: [] }),
    'The file is from a newer tldraw.',
  ],
  [file([], { schemaVersion: 2, sequences: { 'com.tldraw.store': 99 } }), 'The file is from a newer tldraw.'],
])('refuses %#', (text, title) => {
  expect(readTldr(text)).toMatchObject({
    ok: false,
    title,
    detail: expect.stringContaining('Nothing on the board has changed.'),
  })
})

/** What tldraw 4 says of itself, as far as it goes beyond the version here. */
function schemaOfFour(more: Readonly<Record<string, number>> = {}) {
  return {
    schemaVersion: 2,
    sequences: {
      ...boardSequences(),
      'com.tldraw.store': 5,
      'com.tldraw.shape.arrow': 8,
      'com.tldraw.shape.geo': 11,
      'com.tldraw.shape.draw': 4,
      'com.tldraw.shape.bookmark': 2,
      ...more,
    },
  }
}

const newGeo = {
  ...box('new-box'),
  props: {
    ...box('new-box').props,
    richText: {
      type: 'doc',
      attrs: { dir: 'auto' },
      content: [
        { type: 'paragraph', attrs: { dir: 'auto' }, content: [{ type: 'text', text: 'Order intake' }] },
      ],
    },
  },
}
const newArrow = (() => {
  const { text: _, ...props } = arrow('new-arrow').props as Record<string, unknown>
  const richText = {
    type: 'doc',
    content: ['places', 'an order'].map((text) => ({
      type: 'paragraph',
      content: [{ type: 'text', text }],
    })),
  }
  return { ...arrow('new-arrow'), props: { ...props, richText } }
})()
const newStroke = {
  ...box('new-stroke'),
  type: 'draw',
  props: {
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    // Floats 2, 4 and ½, then half floats 1, 1 and 0.
    segments: [{ type: 'free', path: 'AAAAQAAAgEAAAAA/ADwAPAAA' }],
    isComplete: true,
    isClosed: false,
    isPen: false,
    scale: 1,
    scaleX: 2,
    scaleY: 1,
  },
}

test('a file of tldraw 4 opens, with the labels of its arrows and its strokes', () => {
  const { pages, notCarried } = read(
    file([newGeo, newArrow, newStroke, page('page', 'a1'), documentRecord], schemaOfFour()),
  )
  expect(notCarried).toEqual([])
  const propsOf = (type: string) => pages[0]?.shapes.find((shape) => shape.type === type)?.props
  expect(propsOf('arrow')).toMatchObject({ text: 'places\nan order' })
  expect(JSON.stringify(propsOf('geo'))).toContain('Order intake')
  expect(propsOf('draw')).toMatchObject({
    segments: [
      {
        type: 'free',
        points: [
          { x: 4, y: 4, z: 0.5 },
          { x: 6, y: 5, z: 0.5 },
        ],
      },
    ],
  })
})

test('a file of a version that nobody here knows is refused', () => {
  const text = file(
    [newGeo, page('page', 'a1'), documentRecord],
    schemaOfFour({ 'com.tldraw.shape.geo': 99 }),
  )
  expect(readTldr(text)).toMatchObject({ ok: false, title: 'The file is from a newer tldraw.' })
})

test('a newer form of what the file has none of does not matter', () => {
  const schema = schemaOfFour({ 'com.tldraw.shape.note': 99, 'com.tldraw.instance': 99 })
  const session = { id: 'instance:instance', typeName: 'instance', shape: 'of tomorrow' }
  const { pages } = read(file([session, newGeo, page('page', 'a1'), documentRecord], schema))
  expect(pages[0]?.shapes).toHaveLength(1)
})

test('lists of tldraw 4, which name a direction at each node, open', () => {
  const dir = { dir: 'auto' }
  const line = { type: 'paragraph', attrs: dir, content: [{ type: 'text', text: 'Take orders' }] }
  const list = {
    type: 'bulletList',
    attrs: dir,
    content: [{ type: 'listItem', attrs: dir, content: [line] }],
  }
  const richText = { type: 'doc', attrs: dir, content: [line, list] }
  const listed = { ...box('listed'), props: { ...box('listed').props, richText } }
  const { pages, notCarried } = read(file([listed, page('page', 'a1'), documentRecord], schemaOfFour()))
  expect(notCarried).toEqual([])
  expect(JSON.stringify(pages[0]?.shapes[0])).toContain('bulletList')
})
