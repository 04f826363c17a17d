import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import {
  MAX_CELL_LENGTH,
  MAX_ROWS,
  orderedRows,
  type Row,
  type Rows,
} from '@drawbar/shared/board/shapes/rows.ts'
import type { WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { addRows, removeRow } from '@drawbar/shared/cards/edit-rows.ts'
import { Pin, Plus } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { stopEventPropagation, uniqueId, useEditor } from 'tldraw'
import { InsertMenu } from '../../worksheet/insert-menu.tsx'
import { loadMath, type MathState } from '../../worksheet/load-math.ts'
import { startPinning } from '../../worksheet/pinning.ts'
import type { PresetRow } from '../../worksheet/presets.ts'
import { resultText } from './result-text.ts'
import { rowTop, SHEET, type SheetLayout } from './worksheet-layout.ts'
import { moveWorksheetRow, setWorksheetCell, type WorksheetColumn } from './worksheet-rows.ts'
import styles from './worksheet.module.css'
import { writeWorksheet } from './write-worksheet.ts'

const COLUMNS: readonly WorksheetColumn[] = ['name', 'expression', 'note']
const TITLE = 'title'
const FULL = `A worksheet holds ${MAX_ROWS} rows. Start another one for more.`
const CELL_FULL = `A cell holds ${MAX_CELL_LENGTH} characters. The rest was left out.`

export interface WorksheetEditorProps {
  readonly shape: WorksheetShape
  readonly layout: SheetLayout
  readonly math: MathState
}

/** The fields of a worksheet while somebody writes into it. Each change is written at once and alone. */
export function WorksheetEditor({ shape: { id, props }, layout, math }: WorksheetEditorProps) {
  const editor = useEditor()
  const root = useRef<HTMLFieldSetElement>(null)
  const [at, setAt] = useState(TITLE)
  const [said, setSaid] = useState('')
  /** Where the keyboard goes once the field is there. */
  const goingTo = useRef<string | null>(null)
  /** The field whose undo step has begun. */
  const begun = useRef<string | null>(null)
  const rows = orderedRows(props.rows)
  const current = props.rows[rowOf(at)]

  function fieldOf(cell: string): HTMLInputElement | null {
    return root.current?.querySelector<HTMLInputElement>(`[data-cell="${CSS.escape(cell)}"]`) ?? null
  }
  function go(cell: string): void {
    const field = fieldOf(cell)
    if (field) field.focus({ preventScroll: true })
    else goingTo.current = cell
  }
  useLayoutEffect(() => {
    const cell = goingTo.current
    const field = cell === null ? null : fieldOf(cell)
    if (!field) return
    goingTo.current = null
    field.focus({ preventScroll: true })
  })
  useEffect(() => {
    const empty = rows.find(({ cells }) => !cells.expression) ?? rows[0]
    go(empty ? `${empty.id}:name` : TITLE)
    // Only when writing begins.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  // Somebody else may take away the row that this person is in.
  useEffect(() => {
    if (at !== TITLE && goingTo.current === null && !current) go(TITLE)
  })

  /** One undo step for all that is written during one visit of a field. */
  function begin(cell: string): void {
    if (begun.current === cell) return
    begun.current = cell
    editor.markHistoryStoppingPoint('write into a worksheet')
  }
  function step(change: (before: Rows) => Rows): void {
    editor.markHistoryStoppingPoint('change the rows of a worksheet')
    begun.current = null
    setSaid('')
    writeWorksheet(editor, id, ({ rows: before }) => ({ rows: change(before) }))
  }
  function write(rowId: string, column: WorksheetColumn, text: string): void {
    begin(`${rowId}:${column}`)
    setSaid(text.length > MAX_CELL_LENGTH ? CELL_FULL : '')
    writeWorksheet(editor, id, ({ rows: before }) => ({
      rows: setWorksheetCell(before, rowId, column, text),
    }))
  }
  function insert(added: readonly PresetRow[]): void {
    if (added.length === 0) {
      setSaid('These rows are there already.')
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
    step((before) => addRows(last && isEmptyRow(last) ? removeRow(before, last.id) : before, withIds, null))
    if (first && room > 0) go(`${first.id}:expression`)
    if (added.length > room) setSaid(FULL)
  }
  function add(belowId: string | null): void {
    if (rows.length >= MAX_ROWS) {
      setSaid(FULL)
      return
    }
    const rowId = uniqueId(8)
    step((before) => addRows(before, [{ id: rowId, cells: {} }], belowId))
    go(`${rowId}:name`)
  }

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>): void {
    // tldraw hears Escape on its own container and ends the writing; nobody else needs a key that is typed here.
    event.stopPropagation()
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    const cell = event.target.dataset.cell
    if (cell === undefined) return
    const place = rows.findIndex(({ id: rowId }) => rowId === rowOf(cell))
    const row = rows[place]
    if (event.key === 'Enter') {
      event.preventDefault()
      const next = rows[place + 1]
      if (event.ctrlKey || event.metaKey) editor.complete()
      else if (next) go(row ? `${next.id}:${columnOf(cell)}` : `${next.id}:name`)
      else if (!row || !isEmptyRow(row)) add(null)
    } else if (
      event.key === 'Tab' &&
      !event.shiftKey &&
      columnOf(cell) === 'note' &&
      place === rows.length - 1
    ) {
      // An empty row lets the keyboard go on, to the buttons.
      if (!row || isEmptyRow(row)) return
      event.preventDefault()
      add(null)
    } else if (event.key === 'Backspace' && row && isEmptyRow(row)) {
      event.preventDefault()
      if (event.repeat) return
      const before = rows[place - 1] ?? rows[place + 1]
      step((some) => removeRow(some, row.id))
      go(before ? `${before.id}:expression` : TITLE)
    } else if (event.altKey && row && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      step((some) => moveWorksheetRow(some, row.id, event.key === 'ArrowUp' ? -1 : 1))
      goingTo.current = cell
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && row) {
      const next = rows[place + (event.key === 'ArrowUp' ? -1 : 1)]
      event.preventDefault()
      go(next ? `${next.id}:${columnOf(cell)}` : event.key === 'ArrowUp' ? TITLE : cell)
    }
  }

  const result = current ? resultText(math, props.rows, current.id) : null
  const names = new Set(rows.map(({ cells }) => cells.name ?? ''))
  return (
    // What a press or a key inside does is the fields' own; this only keeps it from the canvas.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={root}
      className={styles.editor}
      aria-label="Worksheet, being written"
      onKeyDown={onKeyDown}
      onPaste={stopEventPropagation}
      onPointerDown={keepFocus}
      onFocus={({ target }) => {
        const cell = target.dataset.cell
        if (cell === undefined || cell === at) return
        begun.current = null
        setAt(cell)
      }}
    >
      <input
        className={`${styles.field} ${styles.titleField}`}
        data-cell={TITLE}
        aria-label="Title of the worksheet"
        placeholder="Worksheet"
        maxLength={MAX_LABEL_LENGTH}
        value={props.title}
        onChange={({ target: { value } }) => {
          begin(TITLE)
          writeWorksheet(editor, id, () => ({ title: value.slice(0, MAX_LABEL_LENGTH) }))
        }}
      />
      {rows.map((row, place) => (
        <div key={row.id}>
          {COLUMNS.map((column) => (
            <input
              key={column}
              className={`${styles.field} ${styles[`${column}Field`]}`}
              style={fieldPlace(layout, column, rowTop(place))}
              data-cell={`${row.id}:${column}`}
              aria-label={`${LABELS[column]} of row ${place + 1}`}
              placeholder={PLACEHOLDERS[column]}
              // One more than fits, so that the person can be told.
              maxLength={MAX_CELL_LENGTH + 1}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={column === 'note'}
              value={row.cells[column] ?? ''}
              onChange={({ target: { value } }) => write(row.id, column, value)}
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
          {said !== '' ? said : result?.state === 'error' ? result.text : ''}
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

function rowOf(cell: string): string {
  return cell.slice(0, Math.max(0, cell.lastIndexOf(':')))
}

function columnOf(cell: string): string {
  return cell.slice(cell.lastIndexOf(':') + 1)
}

function isEmptyRow({ cells }: Row): boolean {
  return Object.values(cells).every((text) => text === '')
}

/** A press beside the fields leaves the keyboard where it is. */
function keepFocus(event: PointerEvent): void {
  event.stopPropagation()
  if (event.target instanceof Element && !event.target.closest('input, select')) event.preventDefault()
}
