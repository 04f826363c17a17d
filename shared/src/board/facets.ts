import type { TLDrawShapeSegment, TLRecord } from '@tldraw/tlschema'
import { equalityDeep } from 'lib0/function'
import { isForeignShapeType, isStockShapeType, shapePropNames } from './board-schema.ts'
import { asArray, asObject, type FacetKey, type Facets } from './facet-key.ts'
import {
  facetsToPlaceholder,
  ownFacetKeys,
  ownFacetsToProps,
  ownPropsToFacets,
  placeholderToFacets,
} from './own-facets.ts'
import { isOwnShapeType } from './shapes/own-shapes.ts'
import { PLACEHOLDER, type PlaceholderProps } from './shapes/placeholder-shape.ts'
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
 * A facet is there exactly when its record type has something to put into it. Shapes of ours have k, g, z, f, d and
 * then one facet for each prop and each cell, see own-facets.ts.
 */
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

/**
 * The facets a record of this type must have to be readable (L5): all it ever has, except for shapes of ours, which
 * leave out what is as it is by default. Of an unknown shape type only the bare four are known.
 */
export function facetKeysOf(typeName: unknown, type: unknown): readonly FacetKey[] {
  if (typeName === 'page') return PAGE
  if (typeName !== 'shape') return OTHER
  if (typeof type !== 'string') return BARE_SHAPE
  if (isOwnShapeType(type)) return type === PLACEHOLDER ? BARE_SHAPE : [...BARE_SHAPE, ...ownFacetKeys(type)]
  if (!isStockShapeType(type)) return BARE_SHAPE
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
  const kind: string = type
  if (kind === PLACEHOLDER) {
    const props = record.props as unknown as PlaceholderProps
    return { ...facets, ...placeholderToFacets(props), k: [typeName, props.of.type] }
  }
  if (isOwnShapeType(kind)) return Object.assign(facets, ownPropsToFacets(kind, { ...record.props }))
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
  return toRecord(id, facets, 'known-props')
}

/**
 * The record that facets of an earlier version hold, with whatever props it had then: for migrations, which know what
 * became of them.
 */
export function facetsAsStored(id: string, facets: Facets): TLRecord | undefined {
  return typeof asArray(facets.k)[0] === 'string' ? toRecord(id, facets, 'all-props') : undefined
}

function toRecord(id: string, facets: Facets, which: 'known-props' | 'all-props'): TLRecord {
  const [typeName, type] = asArray(facets.k)
  const kind = type === undefined ? { id, typeName } : { id, typeName, type }
  if (typeName === 'page') {
    return claim({ ...asObject(facets.v), ...asObject(facets.t), index: asArray(facets.z)[0], ...kind })
  }
  if (typeName !== 'shape') return claim({ ...asObject(facets.v), ...kind })

  const [x, y, rotation] = asArray(facets.g)
  const [parentId, index] = asArray(facets.z)
  const { isLocked, opacity, meta } = asObject(facets.f)
  const common = { x, y, rotation, parentId, index, isLocked, opacity, meta }
  if (typeof type !== 'string') return claim({ ...kind, ...common, props: {} })
  if (isForeignShapeType(type)) {
    return claim({ ...kind, type: PLACEHOLDER, ...common, props: facetsToPlaceholder(type, facets) })
  }
  if (isOwnShapeType(type)) return claim({ ...kind, ...common, props: ownFacetsToProps(type, facets, which) })
  const props = { ...asObject(facets.p), ...asObject(facets.d), ...asObject(facets.t), ...asObject(facets.a) }
  if (facets.s !== undefined) props.segments = decodeStroke(asArray(facets.s))
  return claim({ ...kind, ...common, props })
}

/** The facets that differ between two states of a record. */
export function differingFacets(before: Facets, after: Facets): FacetKey[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)] as FacetKey[])
  return [...keys].filter((key) => !equalityDeep(before[key], after[key]))
}

/**
 * Whether these facets hold exactly what `recordToFacets` makes of their record: no prop in the wrong facet, nothing
 * beside it. A stroke's points are not compared: every list that decodes is a stroke.
 */
export function isCanonical(facets: Facets, record: TLRecord): boolean {
  const { s: _stroke, ...canonical } = recordToFacets(record, 'without-stroke')
  const { s: items, ...stored } = facets
  if (items !== undefined && !mayHaveStroke(record)) return false
  return equalityDeep(canonical, stored)
}

/** What an unknown shape has in this facet is kept, whatever it is. */
function mayHaveStroke(record: TLRecord): boolean {
  return (
    record.typeName === 'shape' && ('segments' in record.props || record.type === (PLACEHOLDER as string))
  )
}

/** The one place where unchecked data gets a record's type; see `facetsToRecord`. */
function claim(fields: Record<string, unknown>): TLRecord {
  return fields as unknown as TLRecord
}
