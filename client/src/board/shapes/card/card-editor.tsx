import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import type { CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { MAX_CELL_LENGTH, MAX_ROWS } from '@drawbar/shared/board/shapes/rows.ts'
import { isEmptyRow } from '@drawbar/shared/cards/card-parts.ts'
import { addRows, initialCells, moveRow, removeRow, setCell } from '@drawbar/shared/cards/edit-rows.ts'
import { Plus } from 'lucide-react'
import { Fragment, useRef, type ClipboardEvent } from 'react'
import { preventDefault, stopEventPropagation, useEditor } from 'tldraw'
import { cellKey, rowOf, TITLE_CELL } from '../rows/cell-key.ts'
import { keepFocus } from '../rows/keep-focus.ts'
import { revealCell } from '../rows/reveal-cell.ts'
import { handleRowKey } from '../rows/row-keys.ts'
import { useCellKeyboard } from '../rows/use-cell-keyboard.ts'
import { CELL_FULL, useRowWriting } from '../rows/use-row-writing.ts'
import { CardField } from './card-field.tsx'
import { cardKey } from './card-keys.ts'
import type { CardLayout } from './card-layout.ts'
import { CardToolbar } from './card-toolbar.tsx'
import styles from './card.module.css'
import { cellBelow, firstCell, lastCellOfRowBefore, startCell } from './cell-moves.ts'
import { newRowId } from './new-card-shape.ts'
import { parsePastedRows, type PastedRows } from './parse-pasted-rows.ts'
import { pasteIntoCard } from './paste-into-card.ts'
import { pressedCell } from '../rows/pressed-cell.ts'
import { writeCard } from './write-card.ts'

const TOO_MANY_ROWS = `A card holds ${MAX_ROWS} rows. Start another card for more.`

export interface CardEditorProps {
  readonly shape: CardShape
  readonly layout: CardLayout
}

/** The fields of a card while somebody writes into it. Each change is written at once and alone. */
export function CardEditor({ shape: { id, props }, layout }: CardEditorProps) {
  const editor = useEditor()
  const { kind } = layout
  const fields = useRef<HTMLFieldSetElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const keyboard = useCellKeyboard(fields, {
    start: (root) => pressedCell(editor, root) ?? startCell(layout, props.title),
    refuge: () => firstCell(layout) ?? TITLE_CELL,
    reveal: (field) => revealCell(editor, id, field, bar.current),
  })
  const writing = useRowWriting(keyboard, (change) => writeCard(editor, id, change))

  function add(belowId: string | null, section = sectionOf(belowId)): void {
    if (Object.keys(props.rows).length >= MAX_ROWS) {
      writing.say(TOO_MANY_ROWS)
      return
    }
    const row = { id: newRowId(), cells: initialCells(kind, section) }
    writing.step(({ rows }) => ({ rows: addRows(rows, [row], belowId) }))
    keyboard.go(cellKey(row.id, kind.columns[0]?.name ?? ''))
  }
  function sectionOf(rowId: string | null): string | null {
    if (rowId === null) return kind.sections?.[0]?.name ?? null
    return layout.parts.find(({ rows }) => rows.some(({ shown }) => shown.row.id === rowId))?.section ?? null
  }
  function remove(rowId: string): void {
    const next = lastCellOfRowBefore(layout, rowId) ?? cellBelow(layout, keyboard.at)?.cell ?? TITLE_CELL
    writing.step(({ rows }) => ({ rows: removeRow(rows, rowId) }))
    keyboard.go(next)
  }
  function move(rowId: string, by: -1 | 1): void {
    // At the edge of the card it stays.
    if (moveRow(kind, props.rows, rowId, by) === props.rows) return
    writing.step(({ rows }) => ({ rows: moveRow(kind, rows, rowId, by) }))
    keyboard.stay()
  }
  function write(rowId: string, column: string, text: string): void {
    const cut = text.slice(0, MAX_CELL_LENGTH)
    writing.writeCell(cellKey(rowId, column), text, (rows) =>
      setCell(kind, rows, { rowId, column, text: cut }),
    )
  }
  function paste(event: ClipboardEvent<HTMLFieldSetElement>): void {
    event.stopPropagation()
    if (!(event.target instanceof HTMLElement)) return
    const rowId = rowOf(event.target.dataset.cell ?? TITLE_CELL)
    const pasted = rowId === '' ? null : parsePastedRows(kind, event.clipboardData.getData('text/plain'))
    if (!pasted) return
    event.preventDefault()
    const target = props.rows[rowId]
    // An empty row takes the first of them.
    const taken = target && isEmptyRow(kind, target) ? 1 : 0
    const room = MAX_ROWS - Object.keys(props.rows).length + taken
    writing.step((now) => pasteIntoCard(kind, now, { pasted, rowId, newRowId }), leftOut(pasted, room))
  }

  const rowId = rowOf(keyboard.at)
  const isInRow = !kind.fixedRows && props.rows[rowId] !== undefined
  return (
    // What a press or a key inside does is the fields' own; this only keeps it from the canvas.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={fields}
      className={styles.editor}
      aria-label={`${kind.title}, being written`}
      onKeyDown={(event) =>
        handleRowKey(event, (press) => cardKey(press, layout, props.rows), {
          finish: () => editor.complete(),
          go: keyboard.go,
          add,
          remove,
          move,
        })
      }
      onPaste={paste}
      onFocus={keyboard.onFocus}
      onPointerDown={keepFocus}
      onPointerMove={stopEventPropagation}
      onPointerUp={stopEventPropagation}
      onTouchStart={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
      onDoubleClick={stopEventPropagation}
      onContextMenu={stopEventPropagation}
      onDragStart={preventDefault}
    >
      <CardField
        cell={TITLE_CELL}
        label="Title"
        text={props.title}
        placeholder={kind.titlePlaceholder}
        laid={layout.title}
        h={layout.title.h}
        max={MAX_LABEL_LENGTH}
        onWrite={writing.writeTitle}
      />
      {layout.parts.map(({ section, heading, rows }) => (
        <fieldset key={section} className={styles.part} aria-label={heading?.lines[0] ?? 'Rows'}>
          {heading && (
            <button
              type="button"
              // The keyboard goes from the title straight to the rows; Enter adds one there.
              tabIndex={-1}
              className={styles.add}
              style={{ insetBlockStart: heading.y - 4 }}
              aria-label={`Add to ${heading.lines[0]}`}
              onClick={() => add(rows.at(-1)?.shown.row.id ?? null, section)}
            >
              <Plus size={14} aria-hidden />
            </button>
          )}
          {rows.map(({ shown: { row, title, placeholder }, cells, h }, number) => (
            <Fragment key={row.id}>
              {cells.map((laid) => {
                const { column } = laid
                return (
                  <CardField
                    key={column.name}
                    cell={cellKey(row.id, column.name)}
                    label={title ?? `${column.title}, row ${number + 1}`}
                    text={row.cells[column.name] ?? ''}
                    placeholder={placeholder ?? column.placeholder}
                    laid={laid}
                    h={h - 10}
                    choices={column.choices}
                    onWrite={(text) => write(row.id, column.name, text)}
                  />
                )
              })}
            </Fragment>
          ))}
        </fieldset>
      ))}
      <CardToolbar
        shapeId={id}
        bar={bar}
        isFixed={kind.fixedRows !== undefined}
        isInRow={isInRow}
        onAdd={() => add(isInRow ? rowId : null)}
        onMove={(by) => move(rowId, by)}
        onRemove={() => remove(rowId)}
        said={writing.said}
      />
    </fieldset>
  )
}

/** What is said of pasted rows that a card with room for so many more does not hold whole. */
function leftOut({ rows }: PastedRows, room: number): string {
  if (rows.length > room) return TOO_MANY_ROWS
  const isCut = rows.some((cells) => Object.values(cells).some((text) => text.length >= MAX_CELL_LENGTH))
  return isCut ? CELL_FULL : ''
}
