import type { MathState } from '../../worksheet/load-math.ts'
import { sheetResults } from '../../worksheet/sheet-results.ts'
import type { Rows } from '@drawbar/shared/board/shapes/rows.ts'

export interface ResultText {
  readonly state: 'waiting' | 'empty' | 'value' | 'error'
  readonly text: string
  /** The exact value, where the one shown is rounded. */
  readonly exact: string | null
}

const WAITING: ResultText = { state: 'waiting', text: '…', exact: null }
const NO_CALCULATOR: ResultText = { state: 'error', text: 'The calculator could not be loaded.', exact: null }
const EMPTY: ResultText = { state: 'empty', text: '', exact: null }

/** What stands in a row's result column. */
export function resultText(state: MathState, rows: Rows, rowId: string): ResultText {
  if (state.state === 'failed') return NO_CALCULATOR
  if (state.state !== 'ready') return WAITING
  const result = sheetResults(rows, state.math).get(rowId)
  if (!result || result.state === 'empty') return EMPTY
  if (result.state === 'error') return { state: 'error', text: result.reason, exact: null }
  return { state: 'value', text: result.shown, exact: result.shown.startsWith('≈') ? result.exact : null }
}
