import type { AssetStore } from './asset-store.ts'
import type { LogStore } from './log-store.ts'
import type { RoomStore } from './room-store.ts'

/** Where everything rests. One adapter per database; all pass the suite in `store.contract.ts`. */
export interface Store extends AsyncDisposable {
  readonly rooms: RoomStore
  readonly log: LogStore
  readonly assets: AssetStore

  /** Commits a probe row. Rejects when the store could not take an append now. */
  probe(): Promise<void>
}
