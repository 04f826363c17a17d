import type { WalkStop } from '@drawbar/shared/interview/walk.ts'
import { useEffect } from 'react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { useStore } from 'zustand'
import { bringIntoView } from './bring-into-view.ts'
import { useWalk } from './use-walk.ts'
import { walkChoice } from './walk-choice.ts'
import { walkMarks } from './walk-marks.ts'
import styles from './walk-overlay.module.css'
import { traceTo } from './walk-trace.ts'

/** The walk that is under way, or the path being chosen, over the canvas. For tldraw's slot `InFrontOfTheCanvas`. */
export function WalkOverlay() {
  const editor = useEditor()
  const { shown } = useWalk()
  const choice = useStore(walkChoice)
  const pageId = useValue('page', () => editor.getCurrentPageId(), [editor])

  const walkId = shown?.walk.walkId
  const walkPage = shown?.walk.pageId
  const stop = shown?.walk.path[shown.step]?.shapeId
  const step = shown?.step
  useEffect(() => {
    // Also where the same component comes again at a later step.
    if (walkId !== undefined && step !== undefined && walkPage !== undefined && stop !== undefined) {
      bringIntoView(editor, walkPage, stop)
    }
  }, [editor, walkId, walkPage, stop, step])

  if (choice) return <WalkMarks path={choice.path} step={null} />
  if (!shown || shown.walk.pageId !== pageId) return null
  return <WalkMarks path={shown.walk.path} step={shown.step} />
}

/** Numbers at the stops, a ring around the one where the walk is and a line along the arrow that led there. */
export function WalkMarks({
  path,
  step,
}: {
  readonly path: readonly WalkStop[]
  readonly step: number | null
}) {
  const editor = useEditor()
  const marks = useValue(
    'walk marks',
    () =>
      walkMarks(path, step).flatMap((mark) => {
        const bounds = editor.getShapePageBounds(mark.shapeId as TLShapeId)
        if (!bounds) return []
        const { x, y } = editor.pageToViewport(bounds)
        const zoom = editor.getZoomLevel()
        return [{ ...mark, x, y, w: bounds.w * zoom, h: bounds.h * zoom }]
      }),
    [editor, path, step],
  )
  const stop = step === null ? undefined : path[step]
  const trace = useValue('walk trace', () => (stop === undefined ? [] : traceTo(editor, stop)), [
    editor,
    stop,
  ])
  const still = useValue('walk stillness', () => editor.user.getAnimationSpeed() === 0, [editor])

  return (
    // The bar says in words what is drawn here.
    <div className={styles.overlay} data-still={still} aria-hidden>
      <svg className={styles.traces}>
        {trace.map((points) => (
          <polyline key={points} className={styles.trace} points={points} />
        ))}
      </svg>
      {marks.map(({ shapeId, numbers, state, x, y, w, h }) => (
        <div key={shapeId} className={styles.mark} style={{ transform: `translate(${x}px, ${y}px)` }}>
          {state === 'now' ? <span className={styles.ring} style={{ width: w, height: h }} /> : null}
          <span className={styles.number} data-state={state}>
            {numbers.join(' · ')}
          </span>
        </div>
      ))}
    </div>
  )
}
