import * as Y from 'yjs'
import type { TLRecord, TLStoreSnapshot } from '@tldraw/tlschema'
import { serializedBoardSchema } from './board-schema.ts'
import { checkRecord } from './check-record.ts'
import { readAllRecords } from './read-record.ts'

/**
 * The board as tldraw's own snapshot, records in the order of their ids. A record that does not pass `checkRecord`
 * is left out: one of them would stop tldraw from opening any of it.
 */
export function boardSnapshot(doc: Y.Doc): TLStoreSnapshot {
  const records = readAllRecords(doc).filter((record) => checkRecord(record).ok)
  records.sort((a, b) => (a.id < b.id ? -1 : 1))
  const store: Record<string, TLRecord> = {}
  for (const record of records) store[record.id] = record
  return { store, schema: serializedBoardSchema() }
}

/** A document with these updates applied. The order does not matter when all of them are there; throws on bytes that are no update. */
export function foldBoard(updates: Iterable<Uint8Array>): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}
