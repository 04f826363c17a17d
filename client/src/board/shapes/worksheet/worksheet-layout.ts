import type { WorksheetProps } from '@drawbar/shared/board/shapes/worksheet-shape.ts'

/** Page px. The view, the editor and the export draw from these alone. */
export const SHEET = {
  side: 12,
  header: 40,
  columnTitles: 24,
  row: 46,
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
}

export interface Span {
  readonly x: number
  readonly w: number
}

export function layOutWorksheet({ w: asked, rows }: Pick<WorksheetProps, 'w' | 'rows'>): SheetLayout {
  const w = Math.max(asked, SHEET.least)
  const room = w - 2 * SHEET.side - 2 * SHEET.gap
  const [name, expression] = [room * 0.28, room * 0.38]
  const second = SHEET.side + name + SHEET.gap
  const third = second + expression + SHEET.gap
  return {
    w,
    h: worksheetHeight(Object.keys(rows).length),
    name: { x: SHEET.side, w: name },
    expression: { x: second, w: expression },
    result: { x: third, w: w - SHEET.side - third },
  }
}

/** An empty worksheet keeps room for its hint. */
export function worksheetHeight(rows: number): number {
  return SHEET.header + SHEET.columnTitles + Math.max(1, rows) * SHEET.row + SHEET.foot
}

/** Top of a row, page px from the shape's own. */
export function rowTop(at: number): number {
  return SHEET.header + SHEET.columnTitles + at * SHEET.row
}
