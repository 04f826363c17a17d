import { orderedRows, type Row } from '@drawbar/shared/board/shapes/rows.ts'
import type { WorksheetProps } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { WeakCache } from 'tldraw'
import { wrapWords } from '../card/text-metrics.ts'

/** Page px. The view, the editor and the export draw from these alone. */
export const SHEET = {
  side: 12,
  header: 40,
  columnTitles: 24,
  /** Of a row whose texts take one line each. */
  row: 46,
  /** Of each further line. */
  line: 20,
  name: 14,
  expression: 13,
  foot: 6,
  gap: 12,
  least: 420,
  width: 660,
} as const

export interface SheetLayout {
  readonly w: number
  readonly h: number
  /** Left edge and width of each column. */
  readonly name: Span
  readonly expression: Span
  readonly result: Span
  readonly rows: readonly LaidSheetRow[]
}

export interface Span {
  readonly x: number
  readonly w: number
}

/** A row, page px from the shape's upper edge. */
export interface LaidSheetRow {
  readonly row: Row
  readonly y: number
  readonly h: number
  readonly name: readonly string[]
  readonly expression: readonly string[]
  /** Lines of the longer of the two; the note stands below them. */
  readonly lines: number
}

type Laid = Pick<WorksheetProps, 'w' | 'rows'>

const layouts = new WeakCache<WorksheetProps, SheetLayout>()

/** The layout of a worksheet in the store, whose props are never changed in place. */
export function sheetLayoutOf({ props }: { readonly props: WorksheetProps }): SheetLayout {
  return layouts.get(props, layOutWorksheet)
}

/** Lays a worksheet out. The same props give the same on every page; nothing is measured. */
export function layOutWorksheet({ w: asked, rows }: Laid): SheetLayout {
  const w = Math.max(asked, SHEET.least)
  const room = w - 2 * SHEET.side - 2 * SHEET.gap
  const [name, expression] = [room * 0.28, room * 0.38]
  const second = SHEET.side + name + SHEET.gap
  const third = second + expression + SHEET.gap
  let y = SHEET.header + SHEET.columnTitles
  const laid = orderedRows(rows).map((row): LaidSheetRow => {
    const names = wrapWords(row.cells.name ?? '', 'text', SHEET.name, name)
    const expressions = wrapWords(row.cells.expression ?? '', 'code', SHEET.expression, expression)
    const lines = Math.max(names.length, expressions.length)
    const h = SHEET.row + (lines - 1) * SHEET.line
    y += h
    return { row, y: y - h, h, name: names, expression: expressions, lines }
  })
  // An empty worksheet keeps room for its hint.
  if (laid.length === 0) y += SHEET.row
  return {
    w,
    h: y + SHEET.foot,
    name: { x: SHEET.side, w: name },
    expression: { x: second, w: expression },
    result: { x: third, w: w - SHEET.side - third },
    rows: laid,
  }
}

/** How far below its row's top a note stands. */
export function noteTop({ lines }: Pick<LaidSheetRow, 'lines'>): number {
  return 6 + lines * SHEET.line
}
