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

const FACET_KEY =
  /^(?:[kgzfdtaspv]|\.[a-z][A-Za-z]{0,31}|(?!__proto__:)[0-9A-Za-z_-]{1,12}:(?:[a-z][A-Za-z]{0,15})?)$/

export function isFacetKey(key: string): key is FacetKey {
  return FACET_KEY.test(key)
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
