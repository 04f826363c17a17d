import { statSync } from 'node:fs'

/**
 * Notes which files a database consists of now; what is returned throws when one of them is no longer found under its
 * name. SQLite itself goes on writing to a file that was deleted or moved away, and everything written would be lost.
 */
export function watchFiles(file: string): () => void {
  const watched = [file, `${file}-wal`].map((path) => ({ path, id: fileId(path) }))
  return function assertInPlace() {
    for (const { path, id } of watched) {
      if (fileId(path) === id) continue
      throw new Error(`${path} is gone or has been replaced. Nothing is saved until it is put back.`)
    }
  }
}

function fileId(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats && `${stats.dev}:${stats.ino}`
}
