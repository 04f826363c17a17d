import { statSync } from 'node:fs'
import { StoreUnreachable } from '../store-unreachable.ts'

const GONE = 'the file is gone or has been replaced. Nothing is saved until it is put back.'

/**
 * Notes which files a database consists of now; what is returned throws {@link StoreUnreachable} when one of them is no longer found under its
 * name. SQLite itself goes on writing to a file that was deleted or moved away, and everything written would be lost.
 */
export function watchFiles(file: string): () => void {
  const watched = [file, `${file}-wal`].map((path) => ({ path, id: fileId(path) }))
  return function assertInPlace() {
    for (const { path, id } of watched) {
      if (fileId(path) === id) continue
      throw new StoreUnreachable({ address: path, cause: GONE })
    }
  }
}

function fileId(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats && `${stats.dev}:${stats.ino}`
}
