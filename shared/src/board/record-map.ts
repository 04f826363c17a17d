import * as Y from 'yjs'
import { equalityDeep } from 'lib0/function'
import { isFacetKey, type FacetKey, type Facets } from './facet-key.ts'
import type { StrokeItem } from './stroke-codec.ts'

/** One record in the document: a `Y.Map` of facets. Values are plain JSON, and a `Y.Array` for `s`. */
export type RecordMap = Y.Map<unknown>

/**
 * The facets of a record map as plain values. A shared type where plain JSON belongs, or plain JSON where the
 * stroke's array belongs, counts as missing.
 */
export function facetsOf(map: RecordMap): Facets {
  const facets: { [Key in FacetKey]?: unknown } = {}
  for (const [key, value] of map.entries()) {
    if (!isFacetKey(key)) continue
    if (key === 's') {
      if (value instanceof Y.Array) facets.s = value.toArray()
    } else if (!(value instanceof Y.AbstractType)) {
      facets[key] = value
    }
  }
  return facets
}

/** Whether a map holds something that `facetsOf` does not show: unknown keys, shared types, or list content. */
export function hasHiddenContent(map: RecordMap): boolean {
  // A peer that treats this map as a list or a text puts content here that no key leads to.
  if (map._start !== null) return true
  for (const [key, value] of map.entries()) {
    if (!isFacetKey(key)) return true
    if (key === 's' ? !(value instanceof Y.Array) : value instanceof Y.AbstractType) return true
  }
  return false
}

/** Sets one facet of a map, whether or not it changed. Needs a transaction around it when the map is in a document. */
export function setFacet(map: RecordMap, key: string, value: unknown): void {
  map.set(key, key === 's' && Array.isArray(value) ? Y.Array.from(value) : value)
}

/** Sets one facet unless it already has this value. A stroke keeps the items it has in common with what stands there. */
export function updateFacet(map: RecordMap, key: string, value: unknown): void {
  const stored = map.get(key)
  if (value === undefined) {
    if (stored !== undefined) map.delete(key)
  } else if (key === 's' && stored instanceof Y.Array && Array.isArray(value)) {
    updateStroke(stored, value)
  } else if (!equalityDeep(stored, value)) {
    setFacet(map, key, value)
  }
}

/** Makes a map hold these facets and nothing else, writing only what differs. */
export function updateAllFacets(map: RecordMap, facets: Facets): void {
  for (const key of map.keys()) if (!Object.hasOwn(facets, key)) map.delete(key)
  for (const [key, value] of Object.entries(facets)) updateFacet(map, key, value)
}

/** Cuts what follows the common beginning and appends the rest: a stroke being drawn only ever grows at its end. */
function updateStroke(stored: Y.Array<unknown>, items: readonly StrokeItem[]): void {
  const before = stored.toArray()
  let common = 0
  while (common < before.length && common < items.length && equalityDeep(before[common], items[common])) {
    common += 1
  }
  if (common < before.length) stored.delete(common, before.length - common)
  if (common < items.length) stored.push(items.slice(common))
}
