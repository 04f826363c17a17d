import { createBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import { createTLStore, type TLAssetStore, type TLStore, type TLStoreSnapshot } from 'tldraw'

/** A board as a record holds it. */
export type BoardSnapshot = SessionRecord['board']

/** A store that holds a record's board. Loading migrates and validates every record, and throws on one that is not sound. */
export function createSnapshotStore(snapshot: BoardSnapshot, assets: TLAssetStore): TLStore {
  return createTLStore({ schema: createBoardSchema(), assets, snapshot: claim(snapshot) })
}

/** Its outer shape has been parsed; what each record is, loading checks. */
function claim(snapshot: unknown): TLStoreSnapshot {
  return snapshot as TLStoreSnapshot
}
