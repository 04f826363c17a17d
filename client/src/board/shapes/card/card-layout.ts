import type { CardColumn, CardKind } from '@drawbar/shared/cards/card-kind.ts'
import { cardParts, type ShownRow } from '@drawbar/shared/cards/card-parts.ts'
import { shownKind } from '@drawbar/shared/cards/plain-kind.ts'
import type { CardProps } from '@drawbar/shared/board/shapes/card-shape.ts'
import { textWidth, wrapText, type Face } from './text-metrics.ts'

/** Page px. The views and the export draw from these numbers alone, so all of them agree. */
const MEASURES = {
  side: 12,
  headerTop: 9,
  title: { size: 16, line: 22 },
  kindLabel: { size: 12, line: 22 },
  columnTitle: { size: 12, line: 16, height: 26 },
  section: { size: 12, line: 16, height: 28 },
  rowTitle: { size: 13, line: 20, width: 76 },
  cell: { size: 14, line: 20, padY: 5 },
  cellGap: 12,
  bullet: 14,
  foot: 6,
} as const

const CODE_SIZE = 13

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface LaidText extends Box {
  readonly lines: readonly string[]
  readonly face: Face
  readonly size: number
  readonly line: number
}

export interface LaidCell extends LaidText {
  readonly column: CardColumn
}

export interface LaidRow {
  readonly shown: ShownRow
  readonly y: number
  readonly h: number
  /** Of a fixed row. */
  readonly title: LaidText | null
  readonly cells: readonly LaidCell[]
}

export interface LaidPart {
  readonly section: string | null
  readonly heading: LaidText | null
  readonly rows: readonly LaidRow[]
}

/** Where everything of a card stands, page px from its upper left corner. */
export interface CardLayout {
  readonly kind: CardKind
  readonly w: number
  readonly h: number
  readonly header: Box
  readonly title: LaidText
  /** What kind it is, small beside the title; null while that stands in the title's place. */
  readonly kindLabel: LaidText | null
  readonly columnTitles: readonly LaidText[]
  readonly parts: readonly LaidPart[]
  readonly bullets: boolean
}

type Laid = Pick<CardProps, 'kind' | 'title' | 'rows' | 'w'>

/** The narrowest a card of the kind can be, page px. */
export function leastWidth(kind: CardKind): number {
  const columns = kind.columns.reduce((sum, { least }) => sum + least, 0)
  return 2 * MEASURES.side + columns + MEASURES.cellGap * (kind.columns.length - 1) + rowIndent(kind)
}

/** Lays a card out. The same props give the same on every page, whichever fonts are there yet. */
export function layOutCard({ kind: name, title, rows, w: asked }: Laid): CardLayout {
  const kind = shownKind(name, rows)
  const w = Math.max(asked, leastWidth(kind))
  const labelWidth = Math.ceil(textWidth(kind.title, 'text', MEASURES.kindLabel.size))
  const laidTitle = laidText({
    text: title === '' ? kind.title : title,
    face: 'strong',
    ...MEASURES.title,
    x: MEASURES.side,
    y: MEASURES.headerTop,
    w: w - 2 * MEASURES.side - (title === '' ? 0 : labelWidth + MEASURES.cellGap),
  })
  const header = { x: 0, y: 0, w, h: MEASURES.headerTop * 2 + laidTitle.h }
  const columns = columnBoxes(kind, w)
  let y = header.h
  const columnTitles = kind.columnTitles
    ? columns.map(({ column, x, w: width }) =>
        laidText({
          text: column.title,
          face: 'text',
          ...MEASURES.columnTitle,
          x,
          y: y + 7,
          w: width,
          single: true,
        }),
      )
    : []
  if (columnTitles.length > 0) y += MEASURES.columnTitle.height

  const parts = cardParts(kind, rows).map((part): LaidPart => {
    const heading =
      part.title === null
        ? null
        : laidText({
            text: part.title,
            face: 'strong',
            ...MEASURES.section,
            x: MEASURES.side,
            y: y + 9,
            w: w - 2 * MEASURES.side - 28,
            single: true,
          })
    if (heading) y += MEASURES.section.height
    const laid = part.rows.map((shown): LaidRow => {
      const row = layOutRow(shown, columns, y)
      y += row.h
      return row
    })
    return { section: part.section, heading, rows: laid }
  })
  return {
    kind,
    w,
    h: y + MEASURES.foot,
    header,
    title: laidTitle,
    kindLabel:
      title === ''
        ? null
        : laidText({
            text: kind.title,
            face: 'text',
            ...MEASURES.kindLabel,
            x: w - MEASURES.side - labelWidth,
            y: MEASURES.headerTop,
            w: labelWidth + 1,
            single: true,
          }),
    columnTitles,
    parts,
    bullets: kind.sections !== undefined,
  }
}

interface ColumnBox {
  readonly column: CardColumn
  readonly x: number
  readonly w: number
}

/** What stands before the columns: a fixed row's title or a bullet. */
function rowIndent(kind: CardKind): number {
  if (kind.fixedRows) return MEASURES.rowTitle.width + MEASURES.cellGap
  return kind.sections ? MEASURES.bullet : 0
}

/** Columns by their shares, none below its least width. */
function columnBoxes(kind: CardKind, w: number): readonly ColumnBox[] {
  const indent = rowIndent(kind)
  let room = w - 2 * MEASURES.side - indent - MEASURES.cellGap * (kind.columns.length - 1)
  let shares = kind.columns.reduce((sum, { share }) => sum + share, 0)
  const widths = new Map<CardColumn, number>()
  for (;;) {
    const tooNarrow = kind.columns.find(
      (column) => !widths.has(column) && (column.share * room) / shares < column.least,
    )
    if (!tooNarrow) break
    widths.set(tooNarrow, tooNarrow.least)
    room -= tooNarrow.least
    shares -= tooNarrow.share
  }
  let x = MEASURES.side + indent
  return kind.columns.map((column) => {
    const width = widths.get(column) ?? (column.share * room) / shares
    const box = { column, x, w: width }
    x += width + MEASURES.cellGap
    return box
  })
}

function layOutRow(shown: ShownRow, columns: readonly ColumnBox[], y: number): LaidRow {
  const top = y + MEASURES.cell.padY
  const cells = columns.map(({ column, x, w }): LaidCell => {
    const face = column.code ? 'code' : 'text'
    const size = column.code ? CODE_SIZE : MEASURES.cell.size
    const text = shown.row.cells[column.name] ?? ''
    return { column, ...laidText({ text, face, size, line: MEASURES.cell.line, x, y: top, w }) }
  })
  const title =
    shown.title === null
      ? null
      : laidText({
          text: shown.title,
          face: 'text',
          ...MEASURES.rowTitle,
          x: MEASURES.side,
          y: top,
          w: MEASURES.rowTitle.width,
        })
  const tallest = Math.max(MEASURES.cell.line, ...cells.map(({ h }) => h), title?.h ?? 0)
  return { shown, y, h: tallest + 2 * MEASURES.cell.padY, title, cells }
}

interface Text {
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly line: number
  readonly x: number
  readonly y: number
  readonly w: number
  readonly single?: boolean
}

function laidText({ text, face, size, line, x, y, w, single = false }: Text): LaidText {
  const lines = single ? [text] : wrapText(text, face, size, w)
  return { lines, face, size, line, x, y, w, h: lines.length * line }
}
