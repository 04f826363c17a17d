/** Result codes of SQLite that mean something to us: https://www.sqlite.org/rescode.html */
export const SQLITE_BUSY = 5
export const SQLITE_CORRUPT = 11
export const SQLITE_NOTADB = 26

/** Whether `error` is SQLite's, with one of these primary result codes. */
export function isSqliteError(error: unknown, ...codes: readonly number[]): error is Error {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false
  // The low byte is the primary code; the rest says more closely which.
  return codes.includes(error.errcode & 0xff)
}
