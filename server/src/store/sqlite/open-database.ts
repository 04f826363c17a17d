import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { APPLICATION_ID, BUSY_TIMEOUT_MS, checkDatabase, checkNothingLeftOf } from './check-database.ts'

/** Opens the database at `file` for the one process that may write to it, made when it is missing. */
export function openDatabase(file: string): DatabaseSync {
  if (existsSync(file)) {
    checkDatabase(file)
  } else {
    checkNothingLeftOf(file)
    createDatabase(file)
  }
  return openWith(file)
}

/** A database that lives as long as its connection. */
export function openMemoryDatabase(): DatabaseSync {
  return openWith(':memory:')
}

function openWith(location: string): DatabaseSync {
  const database = new DatabaseSync(location, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true })
  database.exec('pragma journal_mode = wal; pragma synchronous = full')
  return database
}

/** Appears under its name whole or not at all, so that an empty file there is always a sign of damage. */
function createDatabase(file: string): void {
  const unfinished = `${file}.new`
  rmSync(unfinished, { force: true })
  const database = new DatabaseSync(unfinished)
  database.exec(
    `pragma synchronous = full; pragma application_id = ${APPLICATION_ID}; pragma journal_mode = wal`,
  )
  database.close()
  renameSync(unfinished, file)
  syncFolder(dirname(file))
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
