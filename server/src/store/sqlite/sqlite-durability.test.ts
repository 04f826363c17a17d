import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { boardEntry, makeRoom } from '../testing/sample-room.ts'
import { openDatabase } from './open-database.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { storeOver } from './store-over.ts'
import { dataFolder } from './testing/data-folder.ts'
import { startScript } from './testing/start-script.ts'

/** Each starts a process, which takes a second or two on a busy machine. */
const ROUNDS = 4

it('[P11] has every append it took after the process was killed, again and again', async () => {
  const dir = await dataFolder()
  for (let time = 1; time <= ROUNDS; time += 1) {
    const script = await startScript({
      script: 'append-until-killed.ts',
      args: [dir, `room-${time}`],
      // Now early, now in the middle of many.
      lines: 1 + time * 15,
    })
    const printed = await script.kill()
    const acknowledged = Number(printed.at(-1))
    expect(acknowledged).toBeGreaterThanOrEqual(1 + time * 15)

    await using store = await openSqliteStore({ dir })
    const entries = await store.log.read(`room-${time}-round`, { after: 0, limit: 1_000_000 })
    expect(entries.length).toBeGreaterThanOrEqual(acknowledged)
    expect(entries.map(({ seq }) => seq)).toStrictEqual(entries.map((_, index) => index + 1))
    expect(await store.log.head(`room-${time}-round`)).toStrictEqual({ seq: entries.length, eventSeq: 0 })
  }
}, 60_000)

it('[P12] refuses a folder that another process has, says which, and takes it when that one was killed', async () => {
  const dir = await dataFolder()
  const holder = await startScript({ script: 'hold-store.ts', args: [dir], lines: 1 })
  const opening = openSqliteStore({ dir })
  await expect(opening).rejects.toMatchObject({ name: 'StoreInUse', path: dir })
  await expect(opening).rejects.toThrow(/in use by process \d+ on .+ since .+DATA_DIR/)
  await holder.kill()
  await using store = await openSqliteStore({ dir })
  await store.probe()
})

it('[P12] refuses a second store of the same process, and takes the folder after the first is closed', async () => {
  const dir = await dataFolder()
  const first = await openSqliteStore({ dir })
  await expect(openSqliteStore({ dir })).rejects.toMatchObject({ name: 'StoreInUse' })
  const roundId = await makeRoom(first)
  expect(await first.log.append([{ roundId, entries: [boardEntry(1)] }])).toMatchObject([{ firstSeq: 1 }])
  await first[Symbol.asyncDispose]()
  await using second = await openSqliteStore({ dir })
  expect(await second.log.head(roundId)).toStrictEqual({ seq: 1, eventSeq: 0 })
})

it('[P12] is not kept out by what a dead process has left behind', async () => {
  const dir = await dataFolder()
  // A process that lives, and has nothing to do with the folder.
  await writeFile(
    join(dir, 'drawbar.pid'),
    JSON.stringify({ pid: process.pid, host: 'here', since: 'long ago' }),
  )
  await writeFile(join(dir, 'drawbar.lock'), '')
  await using store = await openSqliteStore({ dir })
  await expect(store.probe()).resolves.toBeUndefined()
})

it('[P12] says so when the lock file is not one', async () => {
  const dir = await dataFolder()
  await writeFile(join(dir, 'drawbar.lock'), 'something else that somebody keeps under this name')
  await expect(openSqliteStore({ dir })).rejects.toThrow(/drawbar\.lock is not Drawbar's/)
})

it('[P9] rejects while the file is gone or another lies in its place, and goes on when it is back', async () => {
  const dir = await dataFolder()
  await using store = await openSqliteStore({ dir })
  const roundId = await makeRoom(store)
  const append = () => store.log.append([{ roundId, entries: [boardEntry(1)] }])
  for (const name of ['drawbar.db', 'drawbar.db-wal']) {
    await rename(join(dir, name), join(dir, 'away'))
    await expect(append()).rejects.toThrow(
      `${join(dir, name)} cannot be used: the file is gone or has been replaced`,
    )
    await expect(store.probe()).rejects.toThrow(/gone or has been replaced/)
    await writeFile(join(dir, name), 'another file')
    await expect(append()).rejects.toThrow(/gone or has been replaced/)
    await rm(join(dir, name))
    await rename(join(dir, 'away'), join(dir, name))
    await store.probe()
  }
  expect(await append()).toMatchObject([{ kind: 'appended', firstSeq: 1 }])
})

it('[P9] rejects when the disk is full, keeps what it had, and goes on when there is room', async () => {
  const dir = await dataFolder()
  const database = openDatabase(join(dir, 'drawbar.db'))
  await using store = await storeOver({ database, now: Date.now, beforeWriting: () => {} })
  const roundId = await makeRoom(store)
  const append = (size: number) =>
    store.log.append([{ roundId, entries: [{ ...boardEntry(), update: new Uint8Array(size) }] }])
  await append(10)
  database.exec('pragma max_page_count = 1')
  for (let time = 0; time < 3; time += 1) {
    await expect(append(100_000)).rejects.toThrow(/full/)
    await expect(store.log.putSnapshot(roundId, { seq: 1, state: new Uint8Array(100_000) })).rejects.toThrow(
      /full/,
    )
    expect(await store.log.head(roundId)).toStrictEqual({ seq: 1, eventSeq: 0 })
  }
  database.exec('pragma max_page_count = 1000000')
  expect(await append(100_000)).toStrictEqual([{ kind: 'appended', firstSeq: 2, lastSeq: 2 }])
  expect(await store.log.read(roundId, { after: 0, limit: 9 })).toHaveLength(2)
})
