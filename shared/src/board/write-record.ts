import * as Y from 'yjs'
import type { TLDrawShape, TLHighlightShape, TLRecord } from '@tldraw/tlschema'
import { differingFacets, recordToFacets } from './facets.ts'
import { LOCAL_ORIGIN, putNewRecord, recordsOf } from './layout.ts'
import { updateAllFacets, updateFacet } from './record-map.ts'

/**
 * Writes a record that tldraw changed from `prev` to `next`; `prev` is undefined for a record it created.
 * Only facets that differ are written, so what a peer did to other facets in the meantime stays (L6). A record that
 * a peer removed in the meantime stays removed (L7). Wrap several calls in one `doc.transact(…, LOCAL_ORIGIN)`.
 */
export function writeRecord(doc: Y.Doc, prev: TLRecord | undefined, next: TLRecord): void {
  doc.transact(() => {
    const map: unknown = recordsOf(doc).get(next.id)
    if (!(map instanceof Y.Map)) {
      if (prev === undefined) putNewRecord(doc, next)
      return
    }
    if (prev === undefined) {
      updateAllFacets(map, recordToFacets(next))
      return
    }
    const stroke = sameStroke(prev, next) ? 'without-stroke' : 'with-stroke'
    const before = recordToFacets(prev, stroke)
    const after = recordToFacets(next, stroke)
    for (const key of differingFacets(before, after)) updateFacet(map, key, after[key])
  }, LOCAL_ORIGIN)
}

/** Removes a record; nothing happens when it is gone already. */
export function removeRecord(doc: Y.Doc, id: string): void {
  const records = recordsOf(doc)
  if (records.has(id)) doc.transact(() => records.delete(id), LOCAL_ORIGIN)
}

/** Dragging a finished stroke must not encode its points again on every tick. */
function sameStroke(a: TLRecord, b: TLRecord): boolean {
  return isStroke(a) && isStroke(b) && a.props.segments === b.props.segments
}

function isStroke(record: TLRecord): record is TLDrawShape | TLHighlightShape {
  return record.typeName === 'shape' && (record.type === 'draw' || record.type === 'highlight')
}
