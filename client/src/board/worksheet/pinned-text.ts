import { pinOf } from '@drawbar/shared/board/shapes/connector-meta.ts'
import type { Rows } from '@drawbar/shared/board/shapes/rows.ts'
import type { MathState } from './load-math.ts'
import { sheetResults } from './sheet-results.ts'

export interface PinnedText {
  readonly name: string
  readonly value: string
  readonly isBroken: boolean
}

/** What a badge says. `rowsOf` gives a worksheet's rows; undefined when it is gone. */
export function pinnedText(
  meta: Readonly<Record<string, unknown>>,
  rowsOf: (worksheetId: string) => Rows | undefined,
  math: MathState,
): PinnedText | null {
  const pin = pinOf(meta)
  if (!pin) return null
  const rows = rowsOf(pin.worksheetId)
  const row = rows?.[pin.rowId]
  if (!rows) return { name: 'Pinned result', value: 'worksheet deleted', isBroken: true }
  if (!row) return { name: 'Pinned result', value: 'row deleted', isBroken: true }
  const name = row.cells.name ?? 'Result'
  if (math.state === 'failed') return { name, value: 'no calculator', isBroken: true }
  if (math.state !== 'ready') return { name, value: '…', isBroken: false }
  const result = sheetResults(rows, math.math).get(pin.rowId)
  if (result?.state === 'value') return { name, value: result.shown, isBroken: false }
  return { name, value: result?.state === 'error' ? 'has a mistake' : 'empty', isBroken: true }
}
