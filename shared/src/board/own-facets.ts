import type { JsonValue } from '@tldraw/utils'
import { equalityDeep } from 'lib0/function'
import { asObject, isFacetKey, SHAPE_FACETS, type FacetKey, type Facets } from './facet-key.ts'
import { MAX_SIZE } from './board-limits.ts'
import { OWN_SHAPES, type OwnShapeType } from './shapes/own-shapes.ts'
import { PLACEHOLDER_SIZE, type PlaceholderProps } from './shapes/placeholder-shape.ts'
import { rowsValidator, type Row } from './shapes/rows.ts'

type Props = Readonly<Record<string, unknown>>

const SIZE: ReadonlySet<string> = new Set(['w', 'h'])
const keysByType = new Map<OwnShapeType, readonly FacetKey[]>()

/** The facets a shape of ours always has besides those of every shape. */
export function ownFacetKeys(type: OwnShapeType): readonly FacetKey[] {
  let keys = keysByType.get(type)
  if (keys === undefined) {
    const { props, defaults } = OWN_SHAPES[type]
    const always = Object.keys(props).filter(
      (name) => !SIZE.has(name) && name !== 'rows' && !Object.hasOwn(defaults, name),
    )
    keys = ['d', ...always.map((name): FacetKey => `.${name}`)]
    keysByType.set(type, keys)
  }
  return keys
}

/**
 * Each prop of a shape of ours is a facet of its own, and each cell of its rows, so that people who change different
 * ones both keep their change. Only width and height go together. What is as it is by default is left out.
 */
export function ownPropsToFacets(type: OwnShapeType, props: Props): Facets {
  const { w, h, rows, ...others } = props
  const facets: { [Key in FacetKey]?: unknown } = { d: { w, h } }
  const { defaults } = OWN_SHAPES[type]
  for (const [name, value] of Object.entries(others)) {
    if (!Object.hasOwn(defaults, name) || !equalityDeep(defaults[name], value)) facets[`.${name}`] = value
  }
  return Object.assign(facets, rowsToFacets(Object.values(asObject(rows)) as Row[]))
}

function rowsToFacets(rows: readonly Row[]): Facets {
  const facets: { [Key in FacetKey]?: unknown } = {}
  for (const { id, index, cells } of rows) {
    facets[`${id}:`] = index
    for (const [column, text] of Object.entries(cells)) facets[`${id}:${column}`] = text
  }
  return facets
}

/**
 * The props that a shape's facets hold. A cell whose row is gone goes with it: removing a row wins (L7).
 *
 * @param which `all-props` keeps those this version does not know, for migrations
 */
export function ownFacetsToProps(
  type: OwnShapeType,
  facets: Facets,
  which: 'known-props' | 'all-props',
): Record<string, unknown> {
  const { props: known, defaults } = OWN_SHAPES[type]
  const { w, h } = asObject(facets.d)
  const props: Record<string, unknown> = { ...defaults, w, h }
  const indices = new Map<string, unknown>()
  const cells = new Map<string, Record<string, unknown>>()
  for (const [key, value] of Object.entries(facets)) {
    if (value === undefined) continue
    const colon = key.indexOf(':')
    if (key.startsWith('.')) {
      const name = key.slice(1)
      if (which === 'all-props' || Object.hasOwn(known, name)) props[name] = value
    } else if (colon > 0) {
      const row = key.slice(0, colon)
      const column = key.slice(colon + 1)
      if (column === '') indices.set(row, value)
      else cells.set(row, { ...cells.get(row), [column]: value })
    }
  }
  if (Object.hasOwn(known, 'rows')) {
    props.rows = Object.fromEntries(
      [...indices].map(([id, index]) => [id, { id, index, cells: cells.get(id) ?? {} }]),
    )
  }
  return props
}

/** What a placeholder stands for, as it was read. */
export function placeholderToFacets({ of }: PlaceholderProps): Facets {
  return { ...of.facets }
}

/** The placeholder of a shape of an unknown type. */
export function facetsToPlaceholder(type: string, facets: Facets): PlaceholderProps {
  const kept = Object.entries(facets).filter(
    ([key, value]) => value !== undefined && !SHAPE_FACETS.has(key) && isFacetKey(key),
  )
  const { w, h } = asObject(facets.d)
  return {
    w: sideOr(PLACEHOLDER_SIZE.w, w),
    h: sideOr(PLACEHOLDER_SIZE.h, h),
    of: { type, facets: Object.fromEntries(kept) as Record<string, JsonValue> },
  }
}

/**
 * The placeholder of a shape of an unknown type that came as tldraw's JSON, with props instead of facets. They become the
 * facets a newer version's shape would have.
 *
 * @returns also the props whose names no facet can have; they are not kept
 */
export function propsToPlaceholder(
  type: string,
  { w, h, rows, ...others }: Props,
): { readonly props: PlaceholderProps; readonly left: readonly string[] } {
  const isSized = w !== undefined || h !== undefined
  const areRows = rowsValidator.isValid(rows)
  const named = Object.entries(rows === undefined || areRows ? others : { ...others, rows })
  const fits = ([name]: readonly [name: string, value: unknown]) => isFacetKey(`.${name}`)
  const facets = {
    ...(isSized ? { d: { w, h } } : {}),
    ...Object.fromEntries(named.filter(fits).map(([name, value]) => [`.${name}`, value])),
    ...(areRows ? rowsToFacets(Object.values(rows)) : {}),
  }
  const left = named.filter((prop) => !fits(prop)).map(([name]) => name)
  return { props: facetsToPlaceholder(type, facets), left }
}

function sideOr(fallback: number, side: unknown): number {
  return typeof side === 'number' && side > 0 && side <= MAX_SIZE ? side : fallback
}
