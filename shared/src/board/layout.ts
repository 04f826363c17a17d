import * as Y from 'yjs'
import { DocumentRecordType, PageRecordType, TLDOCUMENT_ID } from '@tldraw/tlschema'
import type { TLDocument, TLPage, TLPageId, TLRecord } from '@tldraw/tlschema'
import { ZERO_INDEX_KEY } from '@tldraw/utils'
import { LAYOUT_VERSION, boardSequences } from './board-schema.ts'
import { recordToFacets } from './facets.ts'
import { setFacet } from './record-map.ts'

/** The only root types of a board document. */
export const ROOT_NAMES = ['records', 'meta'] as const

/** Origin of transactions that carry this client's own edits. */
export const LOCAL_ORIGIN = Symbol('board.local')
/** Origin of the server's repairs; its observers must not feed them back into the repair. */
export const REPAIR_ORIGIN = Symbol('board.repair')
/** Origin of the transaction that brings a stored board up to this version. */
export const UPGRADE_ORIGIN = Symbol('board.upgrade')
/** Origin of the first transaction of a board. */
export const SEED_ORIGIN = Symbol('board.seed')

/** Every record by id. Values are record maps (see facets.ts), but what a peer wrote may be anything. */
export function recordsOf(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap('records')
}

/** `layout`, `schema`, `sequences` and `epoch`; written by the server only. */
export function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta')
}

export const FIRST_PAGE_ID = 'page:page' as TLPageId

export function firstPage(): TLPage {
  return PageRecordType.create({ id: FIRST_PAGE_ID, name: 'Page 1', index: ZERO_INDEX_KEY })
}

export function documentRecord(): TLDocument {
  return DocumentRecordType.create({ id: TLDOCUMENT_ID })
}

export interface SeedOptions {
  /** `boardSchemaHash()` of the server that creates the board. */
  readonly schemaHash: string
  /** Counts rebuilds of this board's history; clients keep local copies per epoch. */
  readonly epoch: number
}

/**
 * Gives an empty document its document record, its first page and its meta, in one transaction. Only the server
 * does this, once: two seeds of one board would each lose half of the other (L9).
 */
export function seedBoard(doc: Y.Doc, { schemaHash, epoch }: SeedOptions): void {
  doc.transact(() => {
    const meta = metaOf(doc)
    meta.set('layout', LAYOUT_VERSION)
    meta.set('schema', schemaHash)
    meta.set('sequences', boardSequences())
    meta.set('epoch', epoch)
    putNewRecord(doc, documentRecord())
    putNewRecord(doc, firstPage())
  }, SEED_ORIGIN)
}

/** Writes a record under a fresh map, replacing whatever stood at its id. Needs a transaction around it. */
export function putNewRecord(doc: Y.Doc, record: TLRecord): void {
  const map = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(recordToFacets(record))) setFacet(map, key, value)
  recordsOf(doc).set(record.id, map)
}
