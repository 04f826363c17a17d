import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { RefObject } from 'react'
import type { TLShapeId } from 'tldraw'
import { useBarPlace } from '../rows/use-bar-place.ts'
import styles from './card.module.css'

export interface CardToolbarProps {
  readonly shapeId: TLShapeId
  readonly bar: RefObject<HTMLDivElement | null>
  /** Whether the card has its rows and no others. */
  readonly isFixed: boolean
  /** Whether the keyboard is in a row that can be moved and taken away. */
  readonly isInRow: boolean
  readonly onAdd: () => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  /** What the person is told. */
  readonly said: string
}

/** What stands below a card while somebody writes into it, or over its end while that is out of sight. */
export function CardToolbar({
  shapeId,
  bar,
  isFixed,
  isInRow,
  onAdd,
  onMove,
  onRemove,
  said,
}: CardToolbarProps) {
  const place = useBarPlace(shapeId, bar, { widest: 460 })
  return (
    <div ref={bar} className={styles.tools} style={place} role="toolbar" aria-label="Rows">
      {!isFixed && (
        <>
          <button type="button" className={styles.tool} data-wide="" onClick={onAdd}>
            <Plus size={14} aria-hidden /> Row
          </button>
          <button
            type="button"
            className={styles.tool}
            aria-label="Move the row up"
            title="Move the row up (Alt ↑)"
            disabled={!isInRow}
            onClick={() => onMove(-1)}
          >
            <ArrowUp size={14} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.tool}
            aria-label="Move the row down"
            title="Move the row down (Alt ↓)"
            disabled={!isInRow}
            onClick={() => onMove(1)}
          >
            <ArrowDown size={14} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.tool}
            aria-label="Remove the row"
            title="Remove the row (Backspace in an empty one)"
            disabled={!isInRow}
            onClick={onRemove}
          >
            <Trash2 size={14} aria-hidden />
          </button>
        </>
      )}
      <span className={styles.hint}>Tab next · Enter {isFixed ? 'below' : 'new row'} · Esc done</span>
      <output className={styles.said}>{said}</output>
    </div>
  )
}
