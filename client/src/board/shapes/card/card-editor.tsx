import { MAX_CELL_LENGTH, MAX_ROWS, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import type { CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { isEmptyRow } from '@drawbar/shared/cards/card-parts.ts'
import { addRows, initialCells, moveRow, removeRow, setCell } from '@drawbar/shared/cards/edit-rows.ts'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type SyntheticEvent,
} from 'react'
import { preventDefault, stopEventPropagation, useEditor, Vec } from 'tldraw'
import { CardField, TITLE_CELL, type CellKey } from './card-field.tsx'
import type { CardLayout } from './card-layout.ts'
import styles from './card.module.css'
import { cellBelow, firstCell, lastCellOfRowBefore, startCell } from './cell-moves.ts'
import { newRowId } from './new-card-shape.ts'
import { parsePastedRows } from './parse-pasted-rows.ts'
import { pasteIntoCard } from './paste-into-card.ts'
import { writeCard } from './write-card.ts'

const TOO_MANY_ROWS = `A card holds ${MAX_ROWS} rows. Start another card for more.`
const CELL_FULL = `A cell holds ${MAX_CELL_LENGTH} characters. The rest was left out.`

/** How far a pointer may go and still have pressed one place, screen px. */
const PRESS = 8

export interface CardEditorProps {
  readonly shape: CardShape
  readonly layout: CardLayout
}

/** The fields of a card while somebody writes into it. Each change is written at once and alone. */
export function CardEditor({ shape: { id, props }, layout }: CardEditorProps) {
  const editor = useEditor()
  const { kind } = layout
  const root = useRef<HTMLFieldSetElement>(null)
  const [at, setAt] = useState<CellKey>(TITLE_CELL)
  const [said, setSaid] = useState('')
  /** Where the keyboard goes once the field is there. */
  const goingTo = useRef<CellKey | null>(null)
  /** The field whose undo step has begun. */
  const begun = useRef<CellKey | null>(null)

  function fieldOf(cell: CellKey): HTMLElement | null {
    return root.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`) ?? null
  }
  function go(cell: CellKey | undefined): void {
    if (cell === undefined) return
    const field = fieldOf(cell)
    if (field) focusEnd(field)
    else goingTo.current = cell
  }

  useLayoutEffect(() => {
    const cell = goingTo.current
    const field = cell === null ? null : fieldOf(cell)
    if (!field) return
    goingTo.current = null
    focusEnd(field)
  })

  useEffect(() => {
    const field = root.current
    if (!field) return
    const { currentScreenPoint, originScreenPoint } = editor.inputs
    // The pointer may lie anywhere when the keyboard begins: only a cell that was pressed is meant.
    const isPressed = Vec.Dist(currentScreenPoint, originScreenPoint) < PRESS
    const screen = editor.getViewportScreenBounds()
    const under = isPressed
      ? field.ownerDocument.elementFromPoint(currentScreenPoint.x + screen.x, currentScreenPoint.y + screen.y)
      : null
    const pressed = under && field.contains(under) ? under.closest<HTMLElement>('[data-cell]') : null
    if (pressed) focusEnd(pressed)
    else go(startCell(layout, props.title))
    // Only when writing begins.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  // Somebody else may take away the row that this person is in; the keyboard is then nowhere.
  useEffect(() => {
    const page = root.current?.ownerDocument
    if (page?.activeElement !== page?.body) return
    if (at !== TITLE_CELL && goingTo.current === null && !fieldOf(at)) go(firstCell(layout) ?? TITLE_CELL)
  })

  /** One undo step for all that is written during one visit of a field. */
  function begin(cell: CellKey): void {
    if (begun.current === cell) return
    begun.current = cell
    editor.markHistoryStoppingPoint('write into a card')
  }
  function step(change: (rows: Rows) => Rows): void {
    editor.markHistoryStoppingPoint('change the rows of a card')
    begun.current = null
    setSaid('')
    writeCard(editor, id, ({ rows }) => ({ rows: change(rows) }))
  }

  function writeTitle(text: string): void {
    begin(TITLE_CELL)
    writeCard(editor, id, () => ({ title: text.slice(0, MAX_LABEL_LENGTH) }))
  }
  function writeCell(cell: CellKey, rowId: string, column: string, text: string): void {
    begin(cell)
    setSaid(text.length > MAX_CELL_LENGTH ? CELL_FULL : '')
    writeCard(editor, id, ({ rows }) => ({
      rows: setCell(kind, rows, { rowId, column, text: text.slice(0, MAX_CELL_LENGTH) }),
    }))
  }

  function add(belowId: string | null, section: string | null): void {
    if (Object.keys(props.rows).length >= MAX_ROWS) {
      setSaid(TOO_MANY_ROWS)
      return
    }
    const rowId = newRowId()
    step((rows) => addRows(rows, [{ id: rowId, cells: initialCells(kind, section) }], belowId))
    goingTo.current = `${rowId}:${kind.columns[0]?.name ?? ''}`
  }
  function sectionOf(rowId: string): string | null {
    return layout.parts.find(({ rows }) => rows.some(({ shown }) => shown.row.id === rowId))?.section ?? null
  }
  function remove(rowId: string): void {
    const next = lastCellOfRowBefore(layout, rowId) ?? cellBelow(layout, at)?.cell ?? TITLE_CELL
    step((rows) => removeRow(rows, rowId))
    go(next)
  }
  function move(rowId: string, by: -1 | 1): void {
    step((rows) => moveRow(kind, rows, rowId, by))
    goingTo.current = at
  }

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>): void {
    // tldraw hears Escape on its own container and ends the writing; nobody else needs a key that is typed here.
    event.stopPropagation()
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    const cell = event.target.dataset.cell
    if (cell === undefined) return
    const row = props.rows[rowOf(cell)]
    const below = cellBelow(layout, cell)
    const done = () => event.preventDefault()
    const isField = event.target instanceof HTMLTextAreaElement ? event.target : null

    if (event.key === 'Enter') {
      done()
      if (event.ctrlKey || event.metaKey) editor.complete()
      else if (below !== undefined && (below.isSamePart || (row && isEmptyRow(kind, row)) || kind.fixedRows))
        go(below.cell)
      else if (cell === TITLE_CELL && below === undefined) addAtEnd()
      else if (cell === TITLE_CELL) go(below?.cell)
      else if (row && !isEmptyRow(kind, row)) add(row.id, sectionOf(row.id))
    } else if (event.key === 'Tab' && !event.shiftKey && !kind.fixedRows && row && isLast(cell)) {
      // An empty row lets the keyboard go on.
      if (isEmptyRow(kind, row)) return
      done()
      add(row.id, sectionOf(row.id))
    } else if (event.key === 'Backspace' && row && !kind.fixedRows && isEmptyRow(kind, row)) {
      done()
      if (!event.repeat) remove(row.id)
    } else if (event.altKey && row && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      done()
      move(row.id, event.key === 'ArrowUp' ? -1 : 1)
    } else if (isField && event.key === 'ArrowDown' && isField.selectionStart === isField.value.length) {
      if (below) done()
      go(below?.cell)
    } else if (isField && event.key === 'ArrowUp' && isField.selectionEnd === 0 && !event.shiftKey) {
      const above = cellBelow(layout, cell, -1)
      if (above) done()
      go(above?.cell)
    }
  }
  function isLast(cell: CellKey): boolean {
    const last = layout.parts.flatMap(({ rows }) => rows).at(-1)
    return cell === `${last?.shown.row.id}:${last?.cells.at(-1)?.column.name}`
  }
  function addAtEnd(): void {
    if (!kind.fixedRows) add(null, kind.sections?.[0]?.name ?? null)
  }

  function onPaste(event: ClipboardEvent<HTMLFieldSetElement>): void {
    event.stopPropagation()
    if (!(event.target instanceof HTMLElement)) return
    const rowId = rowOf(event.target.dataset.cell ?? TITLE_CELL)
    const pasted = rowId === '' ? null : parsePastedRows(kind, event.clipboardData.getData('text/plain'))
    if (!pasted) return
    event.preventDefault()
    const room = MAX_ROWS - Object.keys(props.rows).length
    editor.markHistoryStoppingPoint('paste rows')
    begun.current = null
    writeCard(editor, id, (now) => pasteIntoCard(kind, now, { pasted, rowId, newRowId }))
    const cut = pasted.rows.some((cells) =>
      Object.values(cells).some((text) => text.length >= MAX_CELL_LENGTH),
    )
    setSaid(pasted.rows.length > room + 1 ? TOO_MANY_ROWS : cut ? CELL_FULL : '')
  }

  function onFocus(event: SyntheticEvent): void {
    const cell = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined
    if (cell === undefined || cell === at) return
    begun.current = null
    setAt(cell)
  }

  const rowId = rowOf(at)
  const isMovable = !kind.fixedRows && props.rows[rowId] !== undefined
  return (
    // What a press or a key inside does is the fields' own; this only keeps it from the canvas.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={root}
      className={styles.editor}
      aria-label={`${kind.title}, being written`}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onFocus={onFocus}
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
        onWrite={writeTitle}
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
          {rows.map(({ shown: { row, title, placeholder }, cells, h }, number) =>
            cells.map((laid) => {
              const { column } = laid
              const cell: CellKey = `${row.id}:${column.name}`
              return (
                <CardField
                  key={cell}
                  cell={cell}
                  label={title ?? `${column.title}, row ${number + 1}`}
                  text={row.cells[column.name] ?? ''}
                  placeholder={placeholder ?? column.placeholder}
                  laid={laid}
                  h={h - 10}
                  choices={column.choices}
                  onWrite={(text) => writeCell(cell, row.id, column.name, text)}
                />
              )
            }),
          )}
        </fieldset>
      ))}
      <div className={styles.tools} role="toolbar" aria-label="Rows">
        {!kind.fixedRows && (
          <>
            <button
              type="button"
              className={styles.tool}
              data-wide=""
              onClick={() => (isMovable ? add(rowId, sectionOf(rowId)) : addAtEnd())}
            >
              <Plus size={14} aria-hidden /> Row
            </button>
            <button
              type="button"
              className={styles.tool}
              aria-label="Move the row up"
              title="Move the row up (Alt ↑)"
              disabled={!isMovable}
              onClick={() => move(rowId, -1)}
            >
              <ArrowUp size={14} aria-hidden />
            </button>
            <button
              type="button"
              className={styles.tool}
              aria-label="Move the row down"
              title="Move the row down (Alt ↓)"
              disabled={!isMovable}
              onClick={() => move(rowId, 1)}
            >
              <ArrowDown size={14} aria-hidden />
            </button>
            <button
              type="button"
              className={styles.tool}
              aria-label="Remove the row"
              title="Remove the row (Backspace in an empty one)"
              disabled={!isMovable}
              onClick={() => remove(rowId)}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </>
        )}
        <span className={styles.hint}>
          Tab next · Enter {kind.fixedRows ? 'below' : 'new row'} · Esc done
        </span>
        <output className={styles.said}>{said}</output>
      </div>
    </fieldset>
  )
}

function rowOf(cell: CellKey): string {
  return cell.slice(0, Math.max(0, cell.lastIndexOf(':')))
}

/** A press beside the fields leaves the keyboard where it is. */
function keepFocus(event: PointerEvent): void {
  event.stopPropagation()
  if (event.target instanceof Element && !event.target.closest('textarea, select')) event.preventDefault()
}

function focusEnd(field: HTMLElement): void {
  field.focus({ preventScroll: true })
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
}
