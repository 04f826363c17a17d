import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { StoreInUse } from '../store-in-use.ts'
import { isSqliteError, SQLITE_BUSY, SQLITE_NOTADB } from './sqlite-error.ts'

const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string() })

/**
 * Makes this process the only writer of a data folder until the lock is disposed of, or the process ends in whatever
 * way. Throws {@link StoreInUse} while another holds it.
 *
 * The lock is an operating system's one, taken through SQLite on a file that stays empty: it cannot be left behind,
 * whatever the process id in the note beside it says. The lock file is never removed, so that no two processes can
 * hold locks on two files of one name.
 */
export function lockFolder(folder: string): Disposable {
  const notePath = join(folder, 'drawbar.pid')
  const lockPath = join(folder, 'drawbar.lock')
  const lock = new DatabaseSync(lockPath)
  try {
    lock.exec('pragma journal_mode = memory; begin immediate')
  } catch (error) {
    lock.close()
    if (isSqliteError(error, SQLITE_BUSY)) {
      throw new StoreInUse({
        path: folder,
        holder: readHolder(notePath),
        advice: 'Stop that one first, or set DATA_DIR to another folder.',
      })
    }
    if (isSqliteError(error, SQLITE_NOTADB)) {
      throw new Error(`${lockPath} is not Drawbar's. Remove it when no server uses the folder.`, {
        cause: error,
      })
    }
    throw error
  }
  writeFileSync(
    notePath,
    JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }),
  )
  return {
    [Symbol.dispose]() {
      rmSync(notePath, { force: true })
      lock.close()
    },
  }
}

/** Who the note says it is. It is only a note: it may be missing, half written or old. */
function readHolder(notePath: string): string {
  try {
    const { pid, host, since } = holderSchema.parse(JSON.parse(readFileSync(notePath, 'utf8')))
    return `process ${pid} on ${host} since ${since}`
  } catch {
    return 'another process'
  }
}
