import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import { MAX_CELL_LENGTH, MAX_ROWS, orderedRows } from '@drawbar/shared/board/shapes/rows.ts'
import type { WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { addRows, removeRow } from '@drawbar/shared/cards/edit-rows.ts'
import { Pin, Plus } from 'lucide-react'
import { useRef } from 'react'
import { stopEventPropagation, uniqueId, useEditor } from 'tldraw'
import { InsertMenu } from '../../worksheet/insert-menu.tsx'
import { loadMath, type MathState } from '../../worksheet/load-math.ts'
import { startPinning } from '../../worksheet/pinning.ts'
import type { PresetRow } from '../../worksheet/presets.ts'
import { cellKey, rowOf, TITLE_CELL } from '../rows/cell-key.ts'
import { keepFocus } from '../rows/keep-focus.ts'
import { handleRowKey } from '../rows/row-keys.ts'
import { useCellKeyboard } from '../rows/use-cell-keyboard.ts'
import { useRowWriting } from '../rows/use-row-writing.ts'
import { resultText } from './result-text.ts'
import { worksheetKey } from './worksheet-keys.ts'
import { rowTop, SHEET, type SheetLayout } from './worksheet-layout.ts'
import { isEmptyRow, moveWorksheetRow, setWorksheetCell, type WorksheetColumn } from './worksheet-rows.ts'
import styles from './worksheet.module.css'
import { writeWorksheet } from './write-worksheet.ts'

const COLUMNS: readonly WorksheetColumn[] = ['name', 'expression', 'note']
const TOO_MANY_ROWS = `A worksheet holds ${MAX_ROWS} rows. Start another one for more.`

export interface WorksheetEditorProps {
  readonly shape: WorksheetShape
  readonly layout: SheetLayout
  readonly math: MathState
}

/** The fields of a worksheet while somebody writes into it. Each change is written at once and alone. */
export function WorksheetEditor({ shape: { id, props }, layout, math }: WorksheetEditorProps) {
  const editor = useEditor()
  const rows = orderedRows(props.rows)
  const fields = useRef<HTMLFieldSetElement>(null)
  const keyboard = useCellKeyboard(fields, {
    start() {
      const empty = rows.find(({ cells }) => !cells.expression) ?? rows[0]
      return empty ? cellKey(empty.id, 'name') : TITLE_CELL
    },
    refuge: () => TITLE_CELL,
  })
  const writing = useRowWriting(keyboard, (change) => writeWorksheet(editor, id, change))
  const current = props.rows[rowOf(keyboard.at)]

  function insert(added: readonly PresetRow[]): void {
    if (added.length === 0) {
      writing.say('These rows are there already.')
      return
    }
    const room = MAX_ROWS - rows.length
    const withIds = added.map(({ name, expression, note }) => ({
      id: uniqueId(8),
      cells: { name, expression, note },
    }))
    const first = withIds[0]
    // An untouched last row makes room for what comes.
    const last = rows.at(-1)
    writing.step(
      ({ rows: before }) => ({
        rows: addRows(last && isEmptyRow(last) ? removeRow(before, last.id) : before, withIds, null),
      }),
      added.length > room ? TOO_MANY_ROWS : '',
    )
    if (first && room > 0) keyboard.go(cellKey(first.id, 'expression'))
  }
  function add(belowId: string | null): void {
    if (rows.length >= MAX_ROWS) {
      writing.say(TOO_MANY_ROWS)
      return
    }
    const row = { id: uniqueId(8), cells: {} }
    writing.step(({ rows: before }) => ({ rows: addRows(before, [row], belowId) }))
    keyboard.go(cellKey(row.id, 'name'))
  }
  function remove(rowId: string): void {
    const place = rows.findIndex((row) => row.id === rowId)
    const beside = rows[place - 1] ?? rows[place + 1]
    writing.step(({ rows: before }) => ({ rows: removeRow(before, rowId) }))
    keyboard.go(beside ? cellKey(beside.id, 'expression') : TITLE_CELL)
  }
  function move(rowId: string, by: -1 | 1): void {
    // At the edge of the worksheet it stays.
    if (moveWorksheetRow(props.rows, rowId, by) === props.rows) return
    writing.step(({ rows: before }) => ({ rows: moveWorksheetRow(before, rowId, by) }))
    keyboard.stay()
  }

  const result = current ? resultText(math, props.rows, current.id) : null
  const names = new Set(rows.map(({ cells }) => cells.name ?? ''))
  return (
    // What a press or a key inside does is the fields' own; this only keeps it from the canvas.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={fields}
      className={styles.editor}
      aria-label="Worksheet, being written"
      onKeyDown={(event) =>
        handleRowKey(event, (press) => worksheetKey(press, rows), {
          finish: () => editor.complete(),
          go: keyboard.go,
          add,
          remove,
          move,
        })
      }
      onPaste={stopEventPropagation}
      onPointerDown={keepFocus}
      onFocus={keyboard.onFocus}
    >
      <input
        className={`${styles.field} ${styles.titleField}`}
        data-cell={TITLE_CELL}
        aria-label="Title of the worksheet"
        placeholder="Worksheet"
        maxLength={MAX_LABEL_LENGTH}
        value={props.title}
        onChange={({ target: { value } }) => writing.writeTitle(value)}
      />
      {rows.map((row, place) => (
        <div key={row.id}>
          {COLUMNS.map((column) => (
            <input
              key={column}
              className={`${styles.field} ${styles[`${column}Field`]}`}
              style={fieldPlace(layout, column, rowTop(place))}
              data-cell={cellKey(row.id, column)}
              aria-label={`${LABELS[column]} of row ${place + 1}`}
              placeholder={PLACEHOLDERS[column]}
              // One more than fits, so that the person can be told.
              maxLength={MAX_CELL_LENGTH + 1}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={column === 'note'}
              value={row.cells[column] ?? ''}
              onChange={({ target: { value } }) =>
                writing.writeCell(cellKey(row.id, column), value, (before) =>
                  setWorksheetCell(before, row.id, column, value),
                )
              }
            />
          ))}
        </div>
      ))}
      <div className={styles.bar}>
        <div className={styles.tools}>
          <button type="button" className={styles.tool} onClick={() => add(null)}>
            <Plus size={14} aria-hidden /> Row
          </button>
          <InsertMenu names={names} onInsert={insert} />
          <button
            type="button"
            className={styles.tool}
            disabled={result?.state !== 'value'}
            title="Show this row's result on a component or an arrow"
            onClick={() => {
              if (current)
                startPinning(editor, { worksheetId: id, rowId: current.id }, current.cells.name ?? '')
            }}
          >
            <Pin size={14} aria-hidden /> Pin result
          </button>
          {math.state === 'failed' ? (
            <button type="button" className={styles.tool} onClick={() => void loadMath()}>
              Load the calculator again
            </button>
          ) : null}
          <span className={styles.keys}>Tab next · Enter next row · Esc done</span>
        </div>
        <output className={styles.said}>
          {writing.said !== '' ? writing.said : result?.state === 'error' ? result.text : ''}
        </output>
      </div>
    </fieldset>
  )
}

const LABELS = { name: 'Name', expression: 'Calculation', note: 'Note' } as const
const PLACEHOLDERS = { name: 'peak reads', expression: 'users * 20 req/day', note: 'Source or note' } as const

function fieldPlace({ name, expression, result }: SheetLayout, column: WorksheetColumn, top: number) {
  const pad = 5
  const { x, w } = column === 'expression' ? expression : name
  const width = column === 'note' ? result.x - SHEET.gap - name.x : w
  return {
    insetInlineStart: x - pad,
    inlineSize: width + 2 * pad,
    insetBlockStart: top + (column === 'note' ? 26 : 3),
    blockSize: column === 'note' ? 18 : 23,
  }
}
