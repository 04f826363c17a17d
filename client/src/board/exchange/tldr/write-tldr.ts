import { serializedBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import type { TLRecord } from 'tldraw'

const TLDRAW_FILE_VERSION = 1

/** A `.tldr` file of these records, which tldraw opens. Images must be in them as data. */
export function writeTldr(records: readonly TLRecord[]): string {
  return JSON.stringify({
    tldrawFileFormatVersion: TLDRAW_FILE_VERSION,
    schema: serializedBoardSchema(),
    records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  })
}
