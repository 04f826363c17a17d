import { MAX_ROWS, type Rows } from '../board/shapes/rows.ts'
import type { CardKind } from './card-kind.ts'
import { addRows, initialCells } from './edit-rows.ts'

/**
 * Empty rows that show what a card of the kind wants: three to fill in, or one a section. Fixed rows come into being
 * when somebody writes into them.
 */
export function firstRows(kind: CardKind, newRowId: () => string): Rows {
  if (kind.fixedRows) return {}
  const sections: readonly (string | null)[] = kind.sections?.map(({ name }) => name) ?? [null, null, null]
  return addRows(
    {},
    sections.slice(0, MAX_ROWS).map((section) => ({ id: newRowId(), cells: initialCells(kind, section) })),
    null,
  )
}
