import type { Rows } from '../board/shapes/rows.ts'
import { SECTION_CELL } from './card-kind.ts'
import { cardParts, isEmptyRow, type ShownRow } from './card-parts.ts'
import { shownKind } from './plain-kind.ts'

/**
 * A card as plain text, for search, outlines and screen readers: a line for its kind and title, then one a row. Rows
 * without a text are left out, and sections without a row.
 *
 *     API: Feed service
 *     GET /feed, cursor, limit
 */
export function cardText(kindName: string, title: string, rows: Rows): string {
  const kind = shownKind(kindName, rows)
  const lines = [title === '' ? kind.title : `${kind.title}: ${title}`]
  for (const part of cardParts(kind, rows)) {
    const written = part.rows.filter(({ row }) => !isEmptyRow(kind, row))
    if (part.title !== null && written.length > 0) lines.push(`${part.title}:`)
    for (const shown of written) lines.push(rowText(kind.columns, shown))
  }
  return lines.join('\n')
}

function rowText(columns: readonly { readonly name: string }[], { row, title }: ShownRow): string {
  const names = new Set([...columns.map(({ name }) => name), ...Object.keys(row.cells)])
  names.delete(SECTION_CELL)
  const texts = [...names].flatMap((name) => row.cells[name] ?? [])
  // "GET /feed" is read in one breath.
  const [first, second, ...rest] = texts
  const text =
    row.cells.method !== undefined && second !== undefined ? [`${first} ${second}`, ...rest] : texts
  return title === null ? text.join(', ') : `${title}: ${text.join(', ')}`
}
