import { copyFile, open, readdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { boardEntry, makeRoom, NOON } from '../testing/sample-room.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { dataFolder } from './testing/data-folder.ts'
import { startScript } from './testing/start-script.ts'

/** Every way to spoil a sound database that we know of, and what must be said about it. */
const DAMAGES: readonly [name: string, spoil: (file: string) => Promise<void>, finding: RegExp][] = [
  ['is empty', (file) => truncate(file, 0), /cut off after 0 bytes/],
  ['is cut off in its header', (file) => truncate(file, 60), /cut off after 60 bytes/],
  ['is cut off after its first page', (file) => truncate(file, 4096), /damaged/],
  [
    'is cut off in the middle of a page',
    async (file) => truncate(file, (await stat(file)).size - 1000),
    /damaged/,
  ],
  ['has lost its last pages', async (file) => truncate(file, (await stat(file)).size - 8192), /damaged/],
  [
    'has a spoilt magic string',
    (file) => overwrite(file, { at: 0, bytes: Buffer.from('SQLITE') }),
    /not a database/,
  ],
  [
    'has spoilt numbers in its header',
    (file) => overwrite(file, { at: 16, bytes: Buffer.alloc(8, 0xa5) }),
    /damaged/,
  ],
  ['has a first page of noise', (file) => overwrite(file, { at: 100, bytes: noise(3996) }), /damaged/],
  [
    'has pages of noise in the middle',
    (file) => overwriteAll(file, { from: 8192, every: 16_384 }),
    /damaged/,
  ],
  ['is a text', (file) => writeFile(file, 'Dear diary, '.repeat(1000)), /not a database/],
  ['belongs to another program', (file) => otherProgram(file), /database of another program/],
]

it.each(DAMAGES)('[P13] refuses a file that %s, and leaves every byte', async (_name, spoil, finding) => {
  const dir = await folderWithStore()
  const file = join(dir, 'drawbar.db')
  await spoil(file)
  const before = await bytesOf(dir)
  for (let time = 0; time < 2; time += 1) {
    const opening = openSqliteStore({ dir })
    await expect(opening).rejects.toMatchObject({ name: 'StoreDamaged', path: file })
    await expect(opening).rejects.toThrow(finding)
    await expect(opening).rejects.toThrow(/left exactly as it is.+backup.+DATA_DIR/)
    expect(await bytesOf(dir)).toStrictEqual(before)
  }
})

it('[P13] refuses a damaged file whose write-ahead log is still there, and leaves every byte of both', async () => {
  const dir = await dataFolder()
  const script = await startScript({ script: 'append-until-killed.ts', args: [dir, 'room'], lines: 400 })
  await script.kill()
  const file = join(dir, 'drawbar.db')
  expect((await stat(`${file}-wal`)).size).toBeGreaterThan(0)
  await overwriteAll(file, { from: 4096, every: 4096 })
  const before = await bytesOf(dir)
  await expect(openSqliteStore({ dir })).rejects.toMatchObject({ name: 'StoreDamaged', path: file })
  expect(await bytesOf(dir)).toStrictEqual(before)
})

it('[P13] does not start empty beside the write-ahead log of a database that is missing', async () => {
  const dir = await dataFolder()
  const script = await startScript({ script: 'append-until-killed.ts', args: [dir, 'room'], lines: 20 })
  await script.kill()
  await rename(join(dir, 'drawbar.db'), join(dir, 'elsewhere.db'))
  await expect(openSqliteStore({ dir })).rejects.toThrow(/is missing, but its write-ahead log .+ is there/)
  await rename(join(dir, 'elsewhere.db'), join(dir, 'drawbar.db'))
  await using store = await openSqliteStore({ dir })
  expect((await store.log.head('room-round'))?.seq).toBeGreaterThanOrEqual(20)
})

it('[P13] opens again once the damaged file has been replaced by a copy', async () => {
  const dir = await folderWithStore()
  const file = join(dir, 'drawbar.db')
  await copyFile(file, join(dir, 'backup'))
  await overwrite(file, { at: 0, bytes: noise(4096) })
  await expect(openSqliteStore({ dir })).rejects.toMatchObject({ name: 'StoreDamaged' })
  await rename(join(dir, 'backup'), file)
  await using store = await openSqliteStore({ dir })
  expect(await store.log.head('room-round')).toStrictEqual({ seq: 200, eventSeq: 0 })
})

it('[P13] is one file after closing, which holds everything', async () => {
  const dir = await folderWithStore()
  expect((await readdir(dir)).toSorted()).toStrictEqual(['drawbar.db', 'drawbar.lock'])
})

it('[P13] begins anew where its own beginning was interrupted', async () => {
  const dir = await dataFolder()
  await writeFile(join(dir, 'drawbar.db.new'), 'half a database')
  await using store = await openSqliteStore({ dir })
  await store.probe()
  expect(await readdir(dir)).not.toContain('drawbar.db.new')
})

it('[P14] refuses tables that a newer version has changed', async () => {
  const dir = await folderWithStore()
  using database = new DatabaseSync(join(dir, 'drawbar.db'))
  database.exec(
    `insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00Z')`,
  )
  await expect(openSqliteStore({ dir })).rejects.toMatchObject({ name: 'StoreTooNew' })
})

/** A closed store of a good many pages. */
async function folderWithStore(): Promise<string> {
  const dir = await dataFolder()
  await using store = await openSqliteStore({ dir, now: () => NOON })
  const roundId = await makeRoom(store)
  const update = noise(2000)
  const entries = Array.from({ length: 200 }, () => ({ ...boardEntry(), update }))
  await store.log.append([{ roundId, entries }])
  return dir
}

/** The bytes of every file a database consists of. The shared-memory index is not kept: SQLite makes it anew. */
async function bytesOf(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir)).filter((name) => name.startsWith('drawbar.db') && !name.endsWith('-shm'))
  const files = names.map(
    async (name) => [name, (await readFile(join(dir, name))).toString('latin1')] as const,
  )
  const found = Object.fromEntries(await Promise.all(files))
  // An empty log is as good as none.
  return Object.fromEntries(
    Object.entries(found).filter(([name, bytes]) => !name.endsWith('-wal') || bytes !== ''),
  )
}

async function overwrite(file: string, { at, bytes }: { at: number; bytes: Uint8Array }): Promise<void> {
  await using handle = await open(file, 'r+')
  await handle.write(bytes, 0, bytes.length, at)
}

async function overwriteAll(file: string, { from, every }: { from: number; every: number }): Promise<void> {
  const { size } = await stat(file)
  for (let at = from; at + 512 <= size; at += every) await overwrite(file, { at, bytes: noise(512) })
}

async function otherProgram(file: string): Promise<void> {
  const other = `${file}.other`
  const database = new DatabaseSync(other)
  database.exec('create table recipes (id integer primary key)')
  database.close()
  await rename(other, file)
}

/** The same bytes each time, and no page of any database. */
function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 167 + 91) % 251)
}
