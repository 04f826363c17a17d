import { isColumnName, isRowId } from './shapes/rows.ts'

/**
 * The key of a facet in a record's map.
 *
 *     k g z f d t a s p v   see facets.ts
 *     .name                 the prop `name` of a shape of ours
 *     row:                  the place of a row of a shape of ours
 *     row:column            one cell of it
 */
export type FacetKey =
  | 'k'
  | 'g'
  | 'z'
  | 'f'
  | 'd'
  | 't'
  | 'a'
  | 's'
  | 'p'
  | 'v'
  | `.${string}`
  | `${string}:${string}`

/** What every shape has. */
export const SHAPE_FACETS: ReadonlySet<string> = new Set(['k', 'g', 'z', 'f'])

const PART_OR_PROP = /^(?:[kgzfdtaspv]|\.[a-z][A-Za-z]{0,31})$/

export function isFacetKey(key: string): key is FacetKey {
  const colon = key.indexOf(':')
  if (colon < 0) return PART_OR_PROP.test(key)
  const column = key.slice(colon + 1)
  return isRowId(key.slice(0, colon)) && (column === '' || isColumnName(column))
}

/** Facets as read from a document: a peer may have written anything, so values are unknown until checked. */
export type Facets = { readonly [Key in FacetKey]?: unknown }

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...(value as Record<string, unknown>) }
    : {}
}
