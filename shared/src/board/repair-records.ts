import * as Y from 'yjs'
import type { TLRecord } from '@tldraw/tlschema'
import { MAX_COORDINATE, MAX_PAGES, MAX_RECORDS, MAX_SHAPES_PER_PAGE } from './board-limits.ts'
import type { BoardIndex, Moved } from './board-index.ts'
import { checkRecord } from './check-record.ts'
import { facetsToRecord, isCanonical, recordToFacets } from './facets.ts'
import type { Facets } from './facet-key.ts'
import { documentRecord, firstPage, putNewRecord, recordsOf } from './layout.ts'
import { facetsOf, hasHiddenContent, setFacet, updateAllFacets } from './record-map.ts'
import { forgetRecord, reindex, removeBroken } from './repair-pass.ts'
import type { RepairPass, RepairRule } from './repair-pass.ts'

type Reading =
  | { readonly ok: true; readonly record: TLRecord; readonly facets: Facets }
  | { readonly ok: false; readonly rule: RepairRule; readonly reason: string }

/** R1–R3: the record at an id is sound by itself, or becomes what it was, or goes. */
export function settleRecord(pass: RepairPass, id: string): void {
  const { doc, index, repaired } = pass
  if (!recordsOf(doc).has(id)) {
    if (index.has(id)) forgetRecord(pass, id)
    return
  }
  const moved = moveAlone(pass, id)
  if (moved !== undefined) {
    index.move(id, moved)
    return
  }
  let reading = read(pass, id)
  if (!reading.ok) {
    const { rule, reason } = reading
    if (restore(pass, id)) reading = read(pass, id)
    if (!reading.ok) {
      removeBroken(pass, { id, rule, reason })
      return
    }
    repaired.push({ id, rule, reason, outcome: 'restored' })
  }
  accept(pass, reading.record, reading.facets)
}

/**
 * The new place of a shape of which nothing else has changed, when it is a valid one. This is what a drag sends, many
 * times a second; the objects of its other facets are those that were accepted before, so nothing can be wrong with
 * them. A stroke's points are no such object.
 */
function moveAlone({ doc, index }: RepairPass, id: string): Moved | undefined {
  const map: unknown = recordsOf(doc).get(id)
  const accepted = index.accepted(id)
  if (accepted === undefined || accepted.strokeLength !== undefined || !index.shapes.has(id)) return undefined
  if (!(map instanceof Y.Map) || map._start !== null) return undefined
  const known: Readonly<Record<string, unknown>> = accepted.facets
  let left = Object.keys(known).length
  for (const [key, value] of map.entries()) {
    left -= 1
    if (key !== 'g' && (value === undefined || value !== known[key])) return undefined
  }
  const g: unknown = map.get('g')
  return left === 0 && isPlace(g) ? g : undefined
}

function isPlace(value: unknown): value is Moved {
  return Array.isArray(value) && value.length === 3 && value.every(isCoordinate)
}

function isCoordinate(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= MAX_COORDINATE
}

function read({ doc, index, schema }: RepairPass, id: string): Reading {
  const map: unknown = recordsOf(doc).get(id)
  if (!(map instanceof Y.Map)) return { ok: false, rule: 'R1', reason: 'not-a-record' }
  if (map._start !== null) return { ok: false, rule: 'R1', reason: 'list-content' }
  const facets = facetsOf(map)
  const record = facetsToRecord(id, facets)
  if (record === undefined) return { ok: false, rule: 'R1', reason: 'incomplete' }
  const checked = checkRecord(record, acceptedRecord(index, id), schema)
  return checked.ok ? { ok: true, record, facets } : { ok: false, rule: 'R2', reason: checked.reason }
}

/** The record as it was accepted before, without its stroke: what has not changed need not be validated again. */
function acceptedRecord(index: BoardIndex, id: string): TLRecord | undefined {
  const accepted = index.accepted(id)
  if (accepted === undefined) return undefined
  const { facets, strokeLength } = accepted
  return facetsToRecord(id, strokeLength === undefined ? facets : { ...facets, s: [] })
}

/** Puts the last accepted facets back; false when there are none. A stroke is cut to the points it had. */
function restore({ doc, index, previous }: RepairPass, id: string): boolean {
  const accepted = index.accepted(id)
  const facets = previous?.(id) ?? accepted?.facets
  if (facets === undefined) return false
  const records = recordsOf(doc)
  const map: unknown = records.get(id)
  const stroke: unknown = map instanceof Y.Map ? map.get('s') : undefined
  if (!(map instanceof Y.Map) || map._start !== null) {
    const fresh = new Y.Map<unknown>()
    for (const [key, value] of Object.entries(facets)) setFacet(fresh, key, value)
    records.set(id, fresh)
  } else if (facets.s === undefined && stroke instanceof Y.Array) {
    updateAllFacets(map, { ...facets, s: stroke.toArray().slice(0, accepted?.strokeLength) })
  } else {
    updateAllFacets(map, facets)
  }
  return true
}

function accept(pass: RepairPass, record: TLRecord, facets: Facets): void {
  const { doc, index, repaired, unsettled, loose } = pass
  const map = recordsOf(doc).get(record.id)
  let canonical = facets
  if (map !== undefined && (hasHiddenContent(map) || !isCanonical(facets, record))) {
    canonical = recordToFacets(record)
    updateAllFacets(map, canonical)
    repaired.push({ id: record.id, rule: 'R3', reason: 'unknown-content', outcome: 'mended' })
  }
  if (!index.has(record.id)) pass.added.push(record.id)
  if (record.typeName === 'shape' && index.parentOf(record.id) !== record.parentId) unsettled.add(record.id)
  if (record.typeName === 'binding') loose.add(record.id)
  index.put(record, canonical)
}

/** R10, R11: a board always has its document record and a page. */
export function ensureBasics(pass: RepairPass): void {
  const { doc, index, repaired } = pass
  for (const [rule, missing, record] of [
    ['R10', index.pages.size === 0, firstPage()],
    ['R11', !index.has(documentRecord().id), documentRecord()],
  ] as const) {
    if (!missing) continue
    putNewRecord(doc, record)
    reindex(pass, record.id)
    repaired.push({ id: record.id, rule, reason: 'missing', outcome: 'created' })
  }
}

/** R12, before the tree: of what this update added, the last by id go until the board and its pages are few enough. */
export function limitRecords(pass: RepairPass): void {
  const { index, added } = pass
  let surplusPages = index.pages.size - MAX_PAGES
  for (const id of added.toReversed()) {
    if (surplusPages <= 0) break
    if (!index.pages.has(id)) continue
    removeBroken(pass, { id, rule: 'R12', reason: 'too-many-pages' })
    surplusPages -= 1
  }
  for (const id of added.toReversed()) {
    if (index.size <= MAX_RECORDS) break
    if (index.has(id)) removeBroken(pass, { id, rule: 'R12', reason: 'too-many-records' })
  }
}

/** R12, after the tree: the same for the shapes of one page. */
export function limitShapes(pass: RepairPass): void {
  const { index, added } = pass
  // No page can have too many before the whole board has, so most updates cost nothing here.
  if (index.shapes.size <= MAX_SHAPES_PER_PAGE || added.length === 0) return
  const pageOf = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const id of index.shapes.keys()) {
    const pageId = pageOfShape(pass, id, pageOf)
    counts.set(pageId, (counts.get(pageId) ?? 0) + 1)
  }
  for (const id of added.toReversed()) {
    const pageId = pageOf.get(id)
    if (pageId === undefined || !index.shapes.has(id)) continue
    const count = counts.get(pageId) ?? 0
    if (count <= MAX_SHAPES_PER_PAGE) continue
    removeBroken(pass, { id, rule: 'R12', reason: 'too-many-shapes' })
    counts.set(pageId, count - 1)
  }
}

/** The tree is sound here, so every chain of parents ends at a page. */
function pageOfShape({ index }: RepairPass, id: string, known: Map<string, string>): string {
  const chain: string[] = []
  let at = id
  for (let node = index.shapes.get(at); node !== undefined; node = index.shapes.get(at)) {
    const page = known.get(at)
    if (page !== undefined) {
      at = page
      break
    }
    chain.push(at)
    at = node.parentId
  }
  for (const shape of chain) known.set(shape, at)
  return at
}
