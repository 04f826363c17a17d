import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import { MAX_ROWS } from '@drawbar/shared/board/shapes/rows.ts'
import type { WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { addRows, removeRow } from '@drawbar/shared/cards/edit-rows.ts'
import { useRef } from 'react'
import { stopEventPropagation, uniqueId, useEditor } from 'tldraw'
import type { MathState } from '../../worksheet/load-math.ts'
import { startPinning } from '../../worksheet/pinning.ts'
import type { PresetRow } from '../../worksheet/presets.ts'
import { cellKey, rowOf, TITLE_CELL } from '../rows/cell-key.ts'
import { keepFocus } from '../rows/keep-focus.ts'
import { pressedCell } from '../rows/pressed-cell.ts'
import { revealCell } from '../rows/reveal-cell.ts'
import { handleRowKey } from '../rows/row-keys.ts'
import { useCellKeyboard } from '../rows/use-cell-keyboard.ts'
import { useRowWriting } from '../rows/use-row-writing.ts'
import { resultText } from './result-text.ts'
import { WorksheetBar } from './worksheet-bar.tsx'
import { worksheetKey } from './worksheet-keys.ts'
import type { SheetLayout } from './worksheet-layout.ts'
import { WorksheetRowFields } from './worksheet-row-fields.tsx'
import { isEmptyRow, moveWorksheetRow, setWorksheetCell } from './worksheet-rows.ts'
import styles from './worksheet.module.css'
import { writeWorksheet } from './write-worksheet.ts'

const TOO_MANY_ROWS = `A worksheet holds ${MAX_ROWS} rows. Start another one for more.`

export interface WorksheetEditorProps {
  readonly shape: WorksheetShape
  readonly layout: SheetLayout
  readonly math: MathState
}

/** The fields of a worksheet while somebody writes into it. Each change is written at once and alone. */
export function WorksheetEditor({ shape: { id, props }, layout, math }: WorksheetEditorProps) {
  const editor = useEditor()
  const rows = layout.rows.map(({ row }) => row)
  const fields = useRef<HTMLFieldSetElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const keyboard = useCellKeyboard(fields, {
    start(root) {
      const pressed = pressedCell(editor, root)
      if (pressed !== undefined) return pressed
      const empty = rows.find(({ cells }) => !cells.expression) ?? rows[0]
      return empty ? cellKey(empty.id, 'name') : TITLE_CELL
    },
    refuge: () => TITLE_CELL,
    reveal: (field) => revealCell(editor, id, field, bar.current),
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
      {layout.rows.map((laid, place) => (
        <WorksheetRowFields
          key={laid.row.id}
          laid={laid}
          layout={layout}
          number={place + 1}
          onWrite={(column, text) =>
            writing.writeCell(cellKey(laid.row.id, column), text, (before) =>
              setWorksheetCell(before, laid.row.id, column, text),
            )
          }
        />
      ))}
      <WorksheetBar
        shapeId={id}
        bar={bar}
        names={names}
        said={writing.said !== '' ? writing.said : result?.state === 'error' ? result.text : ''}
        canPin={result?.state === 'value'}
        hasNoCalculator={math.state === 'failed'}
        onAdd={() => add(null)}
        onInsert={insert}
        onPin={() => {
          if (current) startPinning(editor, { worksheetId: id, rowId: current.id }, current.cells.name ?? '')
        }}
      />
    </fieldset>
  )
}
