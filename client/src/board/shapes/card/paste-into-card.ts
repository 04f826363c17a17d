import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import type { CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { SECTION_CELL, type CardKind } from '@drawbar/shared/cards/card-kind.ts'
import { isEmptyRow } from '@drawbar/shared/cards/card-parts.ts'
import { addRows, initialCells, setCell } from '@drawbar/shared/cards/edit-rows.ts'
import type { PastedRows } from './parse-pasted-rows.ts'

/**
 * A card's title and rows with pasted rows below the row they were pasted into; that row takes the first of them while
 * it is empty. The title is taken only where there was none. Rows there is no room for are left out.
 */
export function pasteIntoCard(
  kind: CardKind,
  { title, rows }: Pick<CardShape['props'], 'title' | 'rows'>,
  {
    pasted,
    rowId,
    newRowId,
  }: { readonly pasted: PastedRows; readonly rowId: string; readonly newRowId: () => string },
): Pick<CardShape['props'], 'title' | 'rows'> {
  const target = rows[rowId]
  const section = target?.cells[SECTION_CELL] ?? kind.sections?.[0]?.name ?? null
  let next = rows
  let rest = pasted.rows
  const [first, ...others] = pasted.rows
  if (first && target && isEmptyRow(kind, target)) {
    for (const [column, text] of Object.entries(first)) next = setCell(kind, next, { rowId, column, text })
    rest = others
  }
  next = addRows(
    next,
    rest.map((cells) => ({ id: newRowId(), cells: { ...initialCells(kind, section), ...cells } })),
    target ? rowId : null,
  )
  return { title: title === '' ? (pasted.title ?? '').slice(0, MAX_LABEL_LENGTH) : title, rows: next }
}
