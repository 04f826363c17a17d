import * as fc from 'fast-check'
import { EnumStyleProp, defaultBindingSchemas, defaultShapeSchemas } from '@tldraw/tlschema'
import type { TLRecord } from '@tldraw/tlschema'
import { getIndices } from '@tldraw/utils'
import { BOARD_SHAPE_TYPES, isStockShapeType } from '../board-schema.ts'
import type { BoardShapeType } from '../board-schema.ts'
import { OWN_SHAPES, isOwnShapeType } from '../shapes/own-shapes.ts'
import { PLACEHOLDER } from '../shapes/placeholder-shape.ts'

/** Random records that pass `checkRecord`, for every record and shape type. */

const INDICES = getIndices(20)
const ids = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
const text = fc.string({ maxLength: 30, unit: 'grapheme' })
const coordinate = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 100),
)
const size = fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0.01, max: 1e5, noNaN: true }))
const scale = fc.constantFrom(1, 0.5, 2, 1 / 3)
const index = fc.constantFrom(...INDICES)
const meta = fc.dictionary(
  fc.constantFrom('a', 'b', 'note'),
  fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer(), { maxLength: 3 })),
  { maxKeys: 3, noNullPrototype: true },
)
const link = fc.constantFrom('', 'https://example.org/a', 'http://example.org', 'mailto:bob@example.org')
const webLink = fc.constantFrom('', 'https://example.org/a?b=c#d')
const point = fc.record({ x: coordinate, y: coordinate })

const mark = fc.oneof(
  fc.record({ type: fc.constantFrom('bold', 'italic', 'strike', 'code', 'highlight') }),
  fc.record({
    type: fc.constant('link'),
    attrs: fc.record({
      href: fc.constantFrom('https://example.org', 'mailto:alice@example.org'),
      target: fc.constant('_blank'),
      rel: fc.constant('noopener noreferrer nofollow'),
      class: fc.constant(null),
    }),
  }),
)
const words = fc.record(
  {
    type: fc.constant('text'),
    text: text.filter((value) => value !== ''),
    marks: fc.array(mark, { maxLength: 2 }),
  },
  { requiredKeys: ['type', 'text'] },
)
const paragraph = fc.record(
  {
    type: fc.constant('paragraph'),
    attrs: fc.record({ dir: fc.constantFrom('auto', 'rtl') }),
    content: fc.array(fc.oneof(words, fc.constant({ type: 'hardBreak' })), { maxLength: 3 }),
  },
  { requiredKeys: ['type'] },
)
const heading = fc.record({
  type: fc.constant('heading'),
  attrs: fc.record({ dir: fc.constant('auto'), level: fc.integer({ min: 1, max: 6 }) }),
  content: fc.array(words, { maxLength: 2 }),
})
const listItem = fc.record({ type: fc.constant('listItem'), content: fc.array(paragraph, { maxLength: 2 }) })
const list = fc.oneof(
  fc.record({ type: fc.constant('bulletList'), content: fc.array(listItem, { maxLength: 2 }) }),
  fc.record({
    type: fc.constant('orderedList'),
    attrs: fc.record({ start: fc.integer({ min: 1, max: 9 }), type: fc.constant(null) }),
    content: fc.array(listItem, { maxLength: 2 }),
  }),
)
export const richTexts = fc.record({
  type: fc.constant('doc'),
  content: fc.array(fc.oneof(paragraph, heading, list), { maxLength: 3 }),
})

const penPoint = fc.record({
  x: fc.integer({ min: -50_000, max: 50_000 }).map((value) => value / 100),
  y: fc.integer({ min: -50_000, max: 50_000 }).map((value) => value / 100),
  z: fc.constantFrom(0.5, 0.25, 1, 0.07),
})
const anyPoint = fc.record(
  { x: coordinate, y: coordinate, z: fc.double({ min: 0, max: 2, noNaN: true }) },
  { requiredKeys: ['x', 'y'] },
)
const segment = fc.record({
  type: fc.constantFrom('free', 'straight'),
  points: fc.array(fc.oneof({ weight: 4, arbitrary: penPoint }, anyPoint), { minLength: 1, maxLength: 8 }),
})
const linePoints = fc
  .array(point, { minLength: 2, maxLength: 5 })
  .map((points) =>
    Object.fromEntries(
      points.map(({ x, y }, i) => [`p${i}`, { id: `p${i}`, index: INDICES[i], x, y }] as const),
    ),
  )

const rowIds = fc.constantFrom('a', 'B_7', 'zz-top', '0')
const rows = fc.uniqueArray(rowIds).chain((chosen) =>
  fc
    .tuple(
      ...chosen.map((id) =>
        fc.record({
          id: fc.constant(id),
          index,
          cells: fc.dictionary(
            fc.constantFrom('name', 'path', 'shardKey'),
            text.filter((value) => value !== ''),
            { noNullPrototype: true },
          ),
        }),
      ),
    )
    .map((made) => Object.fromEntries(made.map((row) => [row.id, row]))),
)
const line = fc.string({ maxLength: 30, unit: 'grapheme' })

const PROPS: { readonly [name: string]: fc.Arbitrary<unknown> } = {
  w: size,
  h: size,
  growY: fc.oneof(fc.constant(0), size),
  scale,
  fontSizeAdjustment: fc.constantFrom(0, 12),
  richText: richTexts,
  text,
  name: text,
  altText: text,
  color: fc.constantFrom('black', 'blue', 'light-red'),
  url: webLink,
  start: point,
  end: point,
  bend: coordinate,
  labelPosition: fc.double({ min: 0, max: 1, noNaN: true }),
  elbowMidPoint: fc.double({ min: 0, max: 1, noNaN: true }),
  segments: fc.array(segment, { minLength: 1, maxLength: 4 }),
  points: linePoints,
  isComplete: fc.boolean(),
  isClosed: fc.boolean(),
  isPen: fc.boolean(),
  autoSize: fc.boolean(),
  playing: fc.boolean(),
  flipX: fc.boolean(),
  flipY: fc.boolean(),
  assetId: fc.option(ids.map((id) => `asset:${id}`)),
  crop: fc.option(
    fc.record(
      { topLeft: point, bottomRight: point, isCircle: fc.boolean() },
      { requiredKeys: ['topLeft', 'bottomRight'] },
    ),
  ),
  terminal: fc.constantFrom('start', 'end'),
  normalizedAnchor: fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.constant(0.5) }),
  isExact: fc.boolean(),
  isPrecise: fc.boolean(),
  kind: fc.constantFrom('cache', 'region', 'newer-than-we-know'),
  label: line,
  title: line,
  technology: line,
  replicas: fc.integer({ min: 1, max: 99_999 }),
  shards: fc.integer({ min: 0, max: 99_999 }),
  failed: fc.boolean(),
  rows,
  snap: fc.constantFrom('center', 'edge-point', 'edge', 'none'),
}

/** As it is read from the facets of a shape that no version knows yet. */
const unknownShapes = fc
  .record({ w: size, h: size, colour: text, cell: text })
  .map(({ w, h, colour, cell }) => ({
    w,
    h,
    of: {
      type: 'hologram',
      facets: { d: { w, h }, '.colour': colour, 'row:cell': cell, v: { any: [1, null] } },
    },
  }))

/** Every prop of the schema must have a generator here; a new tldraw prop fails loudly. */
function propsOf(validators: object, own: { readonly [name: string]: fc.Arbitrary<unknown> } = {}) {
  const props: { [name: string]: fc.Arbitrary<unknown> } = {}
  for (const [name, validator] of Object.entries(validators)) {
    const arbitrary =
      validator instanceof EnumStyleProp ? fc.constantFrom(...validator.values) : (own[name] ?? PROPS[name])
    if (arbitrary === undefined) throw new Error(`no generator for the prop ${name}`)
    props[name] = arbitrary
  }
  return fc.record(props)
}

/** The generators make what the schema describes; `checkRecord` in the tests proves it. */
function records(fields: { readonly [name: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<TLRecord> {
  return fc.record(fields).map((record) => record as unknown as TLRecord)
}

export function shapesOfType(type: BoardShapeType): fc.Arbitrary<TLRecord> {
  return records({
    id: ids.map((id) => `shape:${id}`),
    typeName: fc.constant('shape'),
    type: fc.constant(type),
    x: coordinate,
    y: coordinate,
    rotation: fc.double({ min: -7, max: 7, noNaN: true }).map((value) => value + 0),
    parentId: fc.oneof(
      fc.constant('page:page'),
      ids.map((id) => `shape:${id}`),
    ),
    index,
    isLocked: fc.boolean(),
    opacity: fc.constantFrom(0, 0.25, 1),
    props: ownOrStockProps(type),
    meta,
  })
}

function ownOrStockProps(type: BoardShapeType): fc.Arbitrary<unknown> {
  if (type === PLACEHOLDER) return unknownShapes
  if (isOwnShapeType(type)) return propsOf(OWN_SHAPES[type].props)
  if (!isStockShapeType(type)) throw new Error(`no generator for the shape ${String(type)}`)
  return propsOf(defaultShapeSchemas[type].props, type === 'image' ? {} : { url: link })
}

export const bindings = records({
  id: ids.map((id) => `binding:${id}`),
  typeName: fc.constant('binding'),
  type: fc.constant('arrow'),
  fromId: ids.map((id) => `shape:${id}`),
  toId: ids.map((id) => `shape:${id}`),
  props: propsOf(defaultBindingSchemas.arrow.props),
  meta,
})

export const pages = records({
  id: ids.map((id) => `page:${id}`),
  typeName: fc.constant('page'),
  name: text,
  index,
  meta,
})

export const documents = records({
  id: fc.constant('document:document'),
  typeName: fc.constant('document'),
  gridSize: fc.integer({ min: 1, max: 50 }),
  name: text,
  meta,
})

export const assets = records({
  id: ids.map((id) => `asset:${id}`),
  typeName: fc.constant('asset'),
  type: fc.constant('image'),
  props: fc.record(
    {
      w: size,
      h: size,
      name: text,
      isAnimated: fc.boolean(),
      mimeType: fc.constantFrom('image/png', 'image/gif', null),
      src: fc.constantFrom(`asset:${'0a'.repeat(32)}.png`, '', null),
      fileSize: fc.integer({ min: 1, max: 5 * 1024 * 1024 }),
    },
    { requiredKeys: ['w', 'h', 'name', 'isAnimated', 'mimeType', 'src'] },
  ),
  meta,
})

/** Every kind of record with its generator. */
export const RECORD_KINDS: readonly (readonly [kind: string, arbitrary: fc.Arbitrary<TLRecord>])[] = [
  ...BOARD_SHAPE_TYPES.map((type) => [`shape ${type}`, shapesOfType(type)] as const),
  ['binding', bindings],
  ['page', pages],
  ['document', documents],
  ['asset', assets],
]
