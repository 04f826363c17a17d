import { cardDefaults, type CardProps } from '@drawbar/shared/board/shapes/card-shape.ts'
import type { CardKind } from '@drawbar/shared/cards/card-kind.ts'
import { firstRows } from '@drawbar/shared/cards/new-card.ts'
import { uniqueId } from 'tldraw'
import { layOutCard } from './card-layout.ts'

/** An id for a new row: short, as it stands in the key of each of its cells. */
export function newRowId(): string {
  return uniqueId(8)
}

/** The props of a new card of a kind, with the rows it starts with. */
export function newCardProps(kind: CardKind, nextRowId: () => string): CardProps {
  const props = { ...cardDefaults, kind: kind.kind, rows: firstRows(kind, nextRowId), w: kind.width }
  return { ...props, h: layOutCard(props).h }
}
