import { MAX_CELLS, orderedRows, type Rows } from '../board/shapes/rows.ts'
import type { CardKind } from './card-kind.ts'
import { cardKindOf } from './card-kinds.ts'

const LEAST = 70

/**
 * The kind a card is shown as: its own, or, for a newer version's, a plain table of the cells it has, of as many columns
 * as a row may have cells.
 */
export function shownKind(name: string, rows: Rows): CardKind {
  return cardKindOf(name) ?? plainKind(name, rows)
}

function plainKind(name: string, rows: Rows): CardKind {
  const columns = new Set<string>()
  for (const { cells } of orderedRows(rows))
    for (const column of Object.keys(cells).toSorted()) columns.add(column)
  if (columns.size === 0) columns.add('text')
  return {
    kind: name,
    title: sentence(name.replaceAll('-', ' ')),
    titlePlaceholder: 'Title',
    width: 340,
    columnTitles: columns.size > 1,
    columns: [...columns].slice(0, MAX_CELLS).map((column) => ({
      name: column,
      title: sentence(column.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)),
      placeholder: '',
      share: 1,
      least: LEAST,
    })),
  }
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
