import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, type CSSProperties, type ReactNode, type Ref } from 'react'
import { classNames } from '../ui/class-names.ts'
import { clampSize, sizeRange } from './panel-size.ts'
import styles from './split.module.css'
import { useElementSize } from './use-element-size.ts'
import { useResize } from './use-resize.ts'

export interface SplitProps {
  /** `beside` the board on wide screens, `below` it on narrow ones; never over it. */
  readonly placement: 'beside' | 'below'
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The width beside the board, the height below it, as wished; what the screen allows is used. */
  readonly size: number
  readonly onResize: (size: number) => void
  readonly panelName: string
  readonly panelRef: Ref<HTMLElement>
  readonly board: ReactNode
  readonly panel: ReactNode
}

/** Of the bar that opens the panel below; see split.module.css. */
const BAR_HEIGHT = 48
/** The canvas has its tools along its lower edge, on small screens in two rows. */
const CANVAS_TOOLS_HEIGHT = 104

/** The board and the panel, each with its own part of the screen. */
export function Split(props: SplitProps) {
  const { placement, open, onOpenChange, size, onResize, panelName, panelRef, board, panel } = props
  const frame = useRef<HTMLDivElement>(null)
  const measured = useElementSize(frame)
  const axis = placement === 'beside' ? 'width' : 'height'
  const range = sizeRange(axis, measured?.[axis] ?? Number.POSITIVE_INFINITY)
  const allowed = clampSize(size, range)
  const resize = useResize({ axis, size: allowed, range, onResize })
  const beside = placement === 'beside' && open ? allowed : 0
  const below = placement === 'below' ? BAR_HEIGHT + (open ? allowed : 0) : 0
  useMessagesClearOf({ beside, below })

  const style: CSSProperties & Record<'--panel-size', string> = { '--panel-size': `${allowed}px` }

  return (
    <div
      ref={frame}
      className={classNames(styles.split, styles[placement], open && styles.open)}
      style={style}
    >
      <main className={styles.board} data-region="board">
        {board}
      </main>
      <aside
        ref={panelRef}
        className={styles.panel}
        aria-label={panelName}
        data-region="panel"
        tabIndex={-1}
        hidden={placement === 'beside' && !open}
      >
        {placement === 'beside' ? (
          <div {...resize} className={styles.handle} aria-label="Width of the panel" />
        ) : (
          <div className={styles.bar}>
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={open}
              aria-controls="panel"
              onClick={() => onOpenChange(!open)}
            >
              {panelName}
              {open ? <ChevronDown size={18} aria-hidden /> : <ChevronUp size={18} aria-hidden />}
            </button>
            {open ? <div {...resize} className={styles.grip} aria-label="Height of the panel" /> : null}
          </div>
        )}
        <div className={styles.content} id="panel" hidden={!open}>
          {panel}
        </div>
      </aside>
    </div>
  )
}

/** Messages, which float over the page, keep clear of the panel and of the canvas's own tools. */
function useMessagesClearOf({ beside, below }: { readonly beside: number; readonly below: number }): void {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--panel-beside', `${beside}px`)
    style.setProperty('--message-bottom', `${below + CANVAS_TOOLS_HEIGHT}px`)
    return () => {
      style.removeProperty('--panel-beside')
      style.removeProperty('--message-bottom')
    }
  }, [beside, below])
}
