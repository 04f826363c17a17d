import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { StoreDamaged } from '../store-damaged.ts'
import { isSqliteError, SQLITE_CORRUPT, SQLITE_NOTADB } from './sqlite-error.ts'

/** In the header of every database of ours; "draw" in ASCII. */
export const APPLICATION_ID = 0x64726177

/** How long a statement waits for a lock that an outside tool holds; this process waits with it. */
export const BUSY_TIMEOUT_MS = 5000

const HEADER_BYTES = 100
/** The smallest page SQLite has, so the smallest database. */
const SMALLEST = 512
const MAGIC = 'SQLite format 3\0'
/** Where the header has what: https://www.sqlite.org/fileformat2.html#the_database_header */
const PAGE_SIZE_AT = 16
const PAGE_COUNT_AT = 28
const APPLICATION_ID_AT = 68

const ADVICE =
  'It has been left exactly as it is. Copy it somewhere safe, then restore a backup in its place, or set DATA_DIR to another folder to start empty.'

/** Throws {@link StoreDamaged} unless `file` is a sound database of ours. Writes nothing to it. */
export function checkDatabase(file: string): void {
  checkHeader(file)
  try {
    // Read-only, because closing the last writing connection would copy the write-ahead log into a damaged file.
    using database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
    const rows = database.prepare('pragma quick_check(1)').all()
    const [finding] = rows.map((row) => row['quick_check'])
    if (finding !== 'ok') throw damaged(file, `is damaged (${String(finding)})`)
  } catch (error) {
    if (isSqliteError(error, SQLITE_CORRUPT, SQLITE_NOTADB)) {
      throw damaged(file, `is damaged (${error.message})`, error)
    }
    throw error
  }
}

/** Throws {@link StoreDamaged} when a database that is not there has left its write-ahead log behind. */
export function checkNothingLeftOf(file: string): void {
  if (!hasLog(file)) return
  throw new StoreDamaged({
    path: file,
    finding: `is missing, but its write-ahead log ${file}-wal is there`,
    advice: 'Put the database back beside it; or, to start empty, move the log away.',
  })
}

function checkHeader(file: string): void {
  const size = statSync(file).size
  if (size < SMALLEST) throw damaged(file, `is damaged (cut off after ${size} bytes)`)
  const header = readHeader(file)
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw damaged(file, 'is not a database')
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw damaged(file, 'is a database of another program')
  }
  // With a write-ahead log the file may be behind its own header; without one SQLite does not miss a piece of a page.
  const whole = pageSize(header) * header.readUInt32BE(PAGE_COUNT_AT)
  if (size < whole && !hasLog(file))
    throw damaged(file, `is damaged (${whole - size} of its ${whole} bytes are missing)`)
}

function pageSize(header: Buffer): number {
  const stored = header.readUInt16BE(PAGE_SIZE_AT)
  // The largest page does not fit into two bytes.
  return stored === 1 ? 65_536 : stored
}

function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function readHeader(file: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    readSync(descriptor, header, 0, HEADER_BYTES, 0)
    return header
  } finally {
    closeSync(descriptor)
  }
}

function damaged(path: string, finding: string, cause?: unknown): StoreDamaged {
  return new StoreDamaged({ path, finding, advice: ADVICE, cause })
}
