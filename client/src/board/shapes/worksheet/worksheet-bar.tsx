import { Pin, Plus } from 'lucide-react'
import type { RefObject } from 'react'
import type { TLShapeId } from 'tldraw'
import { InsertMenu } from '../../worksheet/insert-menu.tsx'
import { loadMath } from '../../worksheet/load-math.ts'
import type { PresetRow } from '../../worksheet/presets.ts'
import { useBarPlace } from '../rows/use-bar-place.ts'
import styles from './worksheet.module.css'

export interface WorksheetBarProps {
  readonly shapeId: TLShapeId
  readonly bar: RefObject<HTMLDivElement | null>
  /** Names that rows have already. */
  readonly names: ReadonlySet<string>
  /** What the person is told. */
  readonly said: string
  /** Whether the keyboard is in a row with a result. */
  readonly canPin: boolean
  readonly hasNoCalculator: boolean
  readonly onAdd: () => void
  readonly onInsert: (rows: readonly PresetRow[]) => void
  readonly onPin: () => void
}

/** What stands below a worksheet while somebody writes into it, or over its end while that is out of sight. */
export function WorksheetBar({
  shapeId,
  bar,
  names,
  said,
  canPin,
  hasNoCalculator,
  onAdd,
  onInsert,
  onPin,
}: WorksheetBarProps) {
  const place = useBarPlace(shapeId, bar, { widest: 640 })
  return (
    <div ref={bar} className={styles.bar} style={place}>
      <div className={styles.tools}>
        <button type="button" className={styles.tool} onClick={onAdd}>
          <Plus size={14} aria-hidden /> Row
        </button>
        <InsertMenu names={names} onInsert={onInsert} />
        <button
          type="button"
          className={styles.tool}
          disabled={!canPin}
          title="Show this row's result on a component or an arrow"
          onClick={onPin}
        >
          <Pin size={14} aria-hidden /> Pin result
        </button>
        {hasNoCalculator ? (
          <button type="button" className={styles.tool} onClick={() => void loadMath()}>
            Load the calculator again
          </button>
        ) : null}
        <span className={styles.keys}>Tab next · Enter next row · Esc done</span>
      </div>
      <output className={styles.said}>{said}</output>
    </div>
  )
}
