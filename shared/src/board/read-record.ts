import * as Y from 'yjs'
import type { TLRecord } from '@tldraw/tlschema'
import { facetsToRecord } from './facets.ts'
import { recordsOf } from './layout.ts'
import { facetsOf } from './record-map.ts'

/**
 * The record at an id, or undefined when there is none that can be read (L5). It claims its type only:
 * `checkRecord` it before tldraw sees it.
 */
export function readRecord(doc: Y.Doc, id: string): TLRecord | undefined {
  const map: unknown = recordsOf(doc).get(id)
  return map instanceof Y.Map ? facetsToRecord(id, facetsOf(map)) : undefined
}

/** Every readable record, in no particular order; unchecked, like `readRecord`. */
export function readAllRecords(doc: Y.Doc): TLRecord[] {
  const records: TLRecord[] = []
  for (const id of recordsOf(doc).keys()) {
    const record = readRecord(doc, id)
    if (record !== undefined) records.push(record)
  }
  return records
}

/** Which records the events of one `observeDeep` call on the records map are about: added, changed or removed. */
export function touchedIds(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  recordsMap: Y.Map<Y.Map<unknown>>,
): Set<string> {
  const ids = new Set<string>()
  for (const event of events) {
    if (event.target === recordsMap) {
      for (const id of event.keys.keys()) ids.add(id)
    } else {
      const [id] = event.path
      if (typeof id === 'string') ids.add(id)
    }
  }
  return ids
}
