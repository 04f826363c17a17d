import type { TLDrawShapeSegment, TLRecord } from '@tldraw/tlschema'
import { equalityDeep } from 'lib0/function'
import { isBoardShapeType, shapePropNames } from './board-schema.ts'
import { decodeStroke, encodeStroke } from './stroke-codec.ts'

/**
 * A record is stored as a few facets, so that people who change different things of one shape both keep their
 * change, and a drag writes only a position (L2).
 *
 *     facet  of        value
 *     k      all       [typeName] or [typeName, type]; never changes
 *     g      shape     [x, y, rotation]
 *     z      shape     [parentId, index];  page: [index]
 *     f      shape     {isLocked, opacity, meta}
 *     d      shape     props w, h, growY, scale
 *     t      shape     props richText, text, name, altText;  page: {name}
 *     a      shape     props that place an arrow or a line: start, end, bend, elbowMidPoint, labelPosition, points
 *     s      shape     prop segments, see stroke-codec.ts; a Y.Array in the document, a plain array here
 *     p      shape     every other prop
 *     v      not shape every other field
 *
 * A facet is there exactly when its record type has something to put into it.
 */
export type FacetKey = 'k' | 'g' | 'z' | 'f' | 'd' | 't' | 'a' | 's' | 'p' | 'v'

/** Facets as read from a document: a peer may have written anything, so values are unknown until checked. */
export type Facets = { readonly [Key in FacetKey]?: unknown }

type PropFacet = 'd' | 't' | 'a' | 's' | 'p'

const PROP_FACETS: ReadonlyMap<string, PropFacet> = new Map([
  ['w', 'd'],
  ['h', 'd'],
  ['growY', 'd'],
  ['scale', 'd'],
  ['richText', 't'],
  ['text', 't'],
  ['name', 't'],
  ['altText', 't'],
  ['start', 'a'],
  ['end', 'a'],
  ['bend', 'a'],
  ['elbowMidPoint', 'a'],
  ['labelPosition', 'a'],
  ['points', 'a'],
  ['segments', 's'],
])

const BARE_SHAPE: readonly FacetKey[] = ['k', 'g', 'z', 'f']
const PAGE: readonly FacetKey[] = ['k', 'z', 't', 'v']
const OTHER: readonly FacetKey[] = ['k', 'v']
const facetsByShapeType = new Map<string, readonly FacetKey[]>()

/** The facets a record of this type has, all of them mandatory (L5). An unknown shape type has only the bare four. */
export function facetKeysOf(typeName: unknown, type: unknown): readonly FacetKey[] {
  if (typeName === 'page') return PAGE
  if (typeName !== 'shape') return OTHER
  if (typeof type !== 'string' || !isBoardShapeType(type)) return BARE_SHAPE
  let keys = facetsByShapeType.get(type)
  if (keys === undefined) {
    keys = [...new Set([...BARE_SHAPE, ...shapePropNames(type).map(facetOfProp)])]
    facetsByShapeType.set(type, keys)
  }
  return keys
}

function facetOfProp(name: string): PropFacet {
  return PROP_FACETS.get(name) ?? 'p'
}

/**
 * The facets of a record tldraw made. Objects are shared with the record, not copied.
 *
 * @param stroke leave a stroke's points out where they are known not to have changed: there may be thousands
 */
export function recordToFacets(
  record: TLRecord,
  stroke: 'with-stroke' | 'without-stroke' = 'with-stroke',
): Facets {
  if (record.typeName === 'page') {
    const { id: _id, typeName, name, index, ...rest } = record
    return { k: [typeName], z: [index], t: { name }, v: rest }
  }
  if (record.typeName !== 'shape') {
    const { id: _id, typeName, ...rest }: { id: string; typeName: string; type?: string } = record
    if (rest.type === undefined) return { k: [typeName], v: rest }
    const { type, ...fields } = rest
    return { k: [typeName, type], v: fields }
  }
  const { typeName, type, x, y, rotation, parentId, index, isLocked, opacity, meta } = record
  const facets: { [Key in FacetKey]?: unknown } = {
    k: [typeName, type],
    g: [x, y, rotation],
    z: [parentId, index],
    f: { isLocked, opacity, meta },
  }
  const groups: { [Key in PropFacet]?: Record<string, unknown> } = {}
  for (const [name, value] of Object.entries(record.props)) {
    const key = facetOfProp(name)
    if (key === 's') {
      if (stroke === 'with-stroke') facets.s = encodeStroke(value as readonly TLDrawShapeSegment[])
    } else (groups[key] ??= {})[name] = value
  }
  return Object.assign(facets, groups)
}

/**
 * The record a set of facets claims to be, or undefined when a mandatory facet is missing: such a record is not
 * there yet, or was damaged. The result has the fields of its type but nothing in it is checked; `checkRecord`
 * decides whether it may be used.
 */
export function facetsToRecord(id: string, facets: Facets): TLRecord | undefined {
  const [typeName, type] = asArray(facets.k)
  if (typeof typeName !== 'string') return undefined
  for (const key of facetKeysOf(typeName, type)) if (facets[key] === undefined) return undefined

  const kind = type === undefined ? { id, typeName } : { id, typeName, type }
  if (typeName === 'page') {
    return claim({ ...asObject(facets.v), ...asObject(facets.t), index: asArray(facets.z)[0], ...kind })
  }
  if (typeName !== 'shape') return claim({ ...asObject(facets.v), ...kind })

  const [x, y, rotation] = asArray(facets.g)
  const [parentId, index] = asArray(facets.z)
  const props = { ...asObject(facets.p), ...asObject(facets.d), ...asObject(facets.t), ...asObject(facets.a) }
  if (facets.s !== undefined) props.segments = decodeStroke(asArray(facets.s))
  const { isLocked, opacity, meta } = asObject(facets.f)
  return claim({ ...kind, x, y, rotation, parentId, index, isLocked, opacity, meta, props })
}

/**
 * Whether these facets hold exactly what `recordToFacets` makes of their record: no prop in the wrong facet, nothing
 * beside it. A stroke's points are not compared: every list that decodes is a stroke.
 */
export function isCanonical(facets: Facets, record: TLRecord): boolean {
  const { s: _stroke, ...canonical } = recordToFacets(record, 'without-stroke')
  const { s: _items, ...stored } = facets
  return equalityDeep(canonical, stored)
}

/** The one place where unchecked data gets a record's type; see `facetsToRecord`. */
function claim(fields: Record<string, unknown>): TLRecord {
  return fields as unknown as TLRecord
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function asObject(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : {}
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
