import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { storeContract, type OpenedStore } from '../store.contract.ts'
import { boardEntry, makeRoom } from '../testing/sample-room.ts'
import { openSqliteStore } from './sqlite-store.ts'

storeContract('SQLite in a file', async (): Promise<OpenedStore> => {
  const dir = await mkdtemp(join(tmpdir(), 'drawbar-store-'))
  let store = await openSqliteStore({ dir })
  return {
    store,
    async execute(sql) {
      using database = new DatabaseSync(join(dir, 'drawbar.db'))
      database.exec(sql)
    },
    async reopen() {
      await store[Symbol.asyncDispose]()
      store = await openSqliteStore({ dir })
      return store
    },
    async dispose() {
      await store[Symbol.asyncDispose]()
      await rm(dir, { recursive: true })
    },
  }
})

it('is empty each time when it lives in memory', async () => {
  for (let time = 0; time < 2; time += 1) {
    await using store = await openSqliteStore({ file: ':memory:' })
    const roundId = await makeRoom(store)
    expect(await store.log.append([{ roundId, entries: [boardEntry(1)] }])).toMatchObject([{ firstSeq: 1 }])
  }
})
