import { LOCAL_ORIGIN, recordsOf } from '@drawbar/shared/board/layout.ts'
import { touchedIds } from '@drawbar/shared/board/read-record.ts'
import type * as Y from 'yjs'
import { EditCounter } from './edit-counter.ts'

/**
 * Calls back for every change this page makes, and says whether it goes on with the edit before. Listen after
 * y-websocket does: its listener sends the update, and the mark must follow. Returns the way to stop.
 */
export function watchOwnChanges(
  doc: Y.Doc,
  now: () => number,
  onChange: (continues: boolean) => void,
): () => void {
  const records = recordsOf(doc)
  const counter = new EditCounter()
  let continues = false
  const onRecords = (events: Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction) => {
    if (origin === LOCAL_ORIGIN) continues = counter.continues(touchedIds(events, records), now())
  }
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === LOCAL_ORIGIN) onChange(continues)
  }
  records.observeDeep(onRecords)
  doc.on('update', onUpdate)
  return () => {
    records.unobserveDeep(onRecords)
    doc.off('update', onUpdate)
  }
}
