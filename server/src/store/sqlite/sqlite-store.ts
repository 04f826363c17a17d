import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../store.ts'
import { watchFiles } from './file-in-place.ts'
import { lockFolder } from './lock-folder.ts'
import { openDatabase, openMemoryDatabase } from './open-database.ts'
import { storeOver } from './store-over.ts'

export type SqliteStoreOptions = (
  | {
      /** The data folder; made when missing. The database in it is `drawbar.db`. */
      readonly dir: string
    }
  | { readonly file: ':memory:' }
) & {
  /** Epoch milliseconds. */
  readonly now?: () => number
}

/**
 * The embedded store. Throws {@link file://../store-damaged.ts StoreDamaged} when the file is not what was written, and
 * {@link file://../store-in-use.ts StoreInUse} when another process has the folder; both leave every byte as it is.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const now = options.now ?? Date.now
  if ('file' in options) return storeOver({ database: openMemoryDatabase(), now, beforeWriting: () => {} })

  mkdirSync(options.dir, { recursive: true })
  using resources = new DisposableStack()
  resources.use(lockFolder(options.dir))
  const file = join(options.dir, 'drawbar.db')
  const database = resources.use(openDatabase(file))
  const store = await storeOver({ database, now, beforeWriting: watchFiles(file) })
  const owned = resources.move()
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      try {
        await store[Symbol.asyncDispose]()
      } finally {
        owned.dispose()
      }
    },
  }
}
