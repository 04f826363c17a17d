import { outlineOf } from '@drawbar/shared/graph/outline.ts'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { useOwnKeys } from '../use-own-keys.ts'
import { graphSourceOf } from '../watch-graph.ts'
import styles from './outline.module.css'

/**
 * The board as text, in reading order: what stands on it and what leads where. Arrow keys go through it, Enter moves
 * the camera and the keyboard to the shape.
 */
export function Outline() {
  const editor = useEditor()
  const source = graphSourceOf(editor)
  const graph = useSyncExternalStore(source.subscribe, source.get)
  const lines = useMemo(() => outlineOf(graph), [graph])
  const selected = useValue('selected', () => new Set<string>(editor.getSelectedShapeIds()), [editor])
  const panel = useRef<HTMLDivElement>(null)
  useOwnKeys(panel, step)

  if (lines.length === 0) {
    return (
      <p className={styles.empty}>
        Nothing to read yet. Components, zones, cards and what connects them are listed here as text.
      </p>
    )
  }
  return (
    <div ref={panel} className={styles.outline}>
      <ul className={styles.lines} aria-label="What is on the board">
        {lines.map((line, i) => (
          <li key={line.id} style={{ paddingInlineStart: line.depth * 12 }}>
            <button
              type="button"
              className={styles.line}
              tabIndex={i === 0 ? 0 : -1}
              aria-current={selected.has(line.id) ? 'true' : undefined}
              onClick={() => show(editor, line.shapeIds)}
            >
              {line.text}
            </button>
          </li>
        ))}
      </ul>
      <Changes count={lines.length} />
    </div>
  )
}

/** Says how much is on the board when that changes, not what it was when the panel opened. */
function Changes({ count }: { readonly count: number }) {
  const [told, setTold] = useState({ count, text: '' })
  if (told.count !== count) {
    const more = count - told.count
    const lines = Math.abs(more) === 1 ? 'line' : 'lines'
    setTold({ count, text: `${Math.abs(more)} ${lines} ${more > 0 ? 'more' : 'fewer'}, ${count} in all.` })
  }
  return <output className={styles.changes}>{told.text}</output>
}

function show(editor: Editor, ids: readonly string[]): void {
  const shapes = ids.flatMap((id) => editor.getShape(id as TLShapeId) ?? [])
  if (shapes.length === 0) return
  editor.setCurrentTool('select')
  editor.setSelectedShapes(shapes.map(({ id }) => id))
  editor.zoomToSelectionIfOffscreen(64, { animation: { duration: 200 } })
  editor.getContainer().focus()
}

/** Goes through the lines with the arrow keys, Home and End. */
function step({ key, currentTarget }: KeyboardEvent): boolean {
  const by = STEPS[key]
  const edge = EDGES[key]
  if (!(currentTarget instanceof Element) || (by === undefined && edge === undefined)) return false
  const buttons = [...currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const next = edge === undefined ? buttons[at + (by ?? 0)] : buttons.at(edge)
  next?.focus()
  return true
}

const STEPS: { readonly [key: string]: number | undefined } = { ArrowDown: 1, ArrowUp: -1 }
const EDGES: { readonly [key: string]: number | undefined } = { Home: 0, End: -1 }
