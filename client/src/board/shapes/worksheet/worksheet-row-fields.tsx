import { MAX_CELL_LENGTH } from '@drawbar/shared/board/shapes/rows.ts'
import type { CSSProperties } from 'react'
import { cellKey } from '../rows/cell-key.ts'
import { noteTop, SHEET, type LaidSheetRow, type SheetLayout } from './worksheet-layout.ts'
import type { WorksheetColumn } from './worksheet-rows.ts'
import styles from './worksheet.module.css'

export interface WorksheetRowFieldsProps {
  readonly laid: LaidSheetRow
  readonly layout: SheetLayout
  /** Its place among the rows, from 1. */
  readonly number: number
  readonly onWrite: (column: WorksheetColumn, text: string) => void
}

/** The three cells of a row to write into. What wraps without the field wraps in it. */
export function WorksheetRowFields({ laid, layout, number, onWrite }: WorksheetRowFieldsProps) {
  const { id, cells } = laid.row
  return (
    <div>
      {COLUMNS.map((column) => {
        const field = {
          className: `${styles.field} ${styles[`${column}Field`]}`,
          style: placeOf(column, laid, layout),
          'data-cell': cellKey(id, column),
          'aria-label': `${LABELS[column]} of row ${number}`,
          placeholder: PLACEHOLDERS[column],
          // One more than fits, so that the person can be told.
          maxLength: MAX_CELL_LENGTH + 1,
          autoComplete: 'off',
          autoCapitalize: 'off',
          value: cells[column] ?? '',
        }
        return column === 'note' ? (
          <input
            key={column}
            {...field}
            spellCheck
            onChange={({ target }) => onWrite(column, target.value)}
          />
        ) : (
          <textarea
            key={column}
            {...field}
            rows={1}
            spellCheck={false}
            onChange={({ target }) => onWrite(column, target.value.replaceAll(/[\r\n]+/g, ' '))}
          />
        )
      })}
    </div>
  )
}

const COLUMNS: readonly WorksheetColumn[] = ['name', 'expression', 'note']
const LABELS = { name: 'Name', expression: 'Calculation', note: 'Note' } as const
const PLACEHOLDERS = { name: 'peak reads', expression: 'users * 20 req/day', note: 'Source or note' } as const
const PAD = 5

function placeOf(
  column: WorksheetColumn,
  laid: LaidSheetRow,
  { name, expression, result }: SheetLayout,
): CSSProperties {
  const { x, w } = column === 'expression' ? expression : name
  const isNote = column === 'note'
  return {
    insetInlineStart: x - PAD,
    inlineSize: (isNote ? result.x - SHEET.gap - name.x : w) + 2 * PAD,
    insetBlockStart: laid.y + (isNote ? noteTop(laid) : 4),
    blockSize: isNote ? 18 : laid.lines * SHEET.line + 2,
  }
}
