import { outlineOf } from '@drawbar/shared/graph/outline.ts'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import { Box, useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { bringIntoRoom } from '../bring-into-room.ts'
import { useOwnKeys } from '../use-own-keys.ts'
import { graphSourceOf } from '../watch-graph.ts'
import { sheetSourceOf } from '../worksheet/watch-sheets.ts'
import { OutlineChanges } from './outline-changes.tsx'
import styles from './outline.module.css'
import { useKeptLine } from './use-kept-line.ts'

/**
 * The board as text, in reading order: what stands on it and what leads where. Arrow keys go through it, Enter moves
 * the camera and the keyboard to the shape.
 */
export function Outline() {
  const editor = useEditor()
  const graphs = graphSourceOf(editor)
  const graph = useSyncExternalStore(graphs.subscribe, graphs.get)
  const worksheets = sheetSourceOf(editor)
  const sheets = useSyncExternalStore(worksheets.subscribe, worksheets.get)
  const lines = useMemo(() => outlineOf(graph, sheets), [graph, sheets])
  const selected = useValue('selected', () => new Set<string>(editor.getSelectedShapeIds()), [editor])
  const pageId = useValue('page', () => editor.getCurrentPageId(), [editor])
  const panel = useRef<HTMLDivElement>(null)
  useOwnKeys(panel, step)
  const kept = useKeptLine(panel, lines)

  return (
    <div ref={panel} className={styles.outline} {...kept}>
      {lines.length === 0 ? (
        // The keyboard stays here when the last line goes.
        <p className={styles.empty} tabIndex={-1}>
          Nothing to read yet. Components, zones, cards, worksheets and what connects them are listed here as
          text.
        </p>
      ) : (
        <ul className={styles.lines} aria-label="What is on the board">
          {lines.map((line, i) => (
            <li key={line.id} style={{ paddingInlineStart: line.depth * 12 }}>
              <button
                type="button"
                className={styles.line}
                data-line={line.id}
                tabIndex={i === 0 ? 0 : -1}
                aria-current={selected.has(line.id) ? 'true' : undefined}
                onClick={() => show(editor, line.shapeIds)}
              >
                {line.text}
              </button>
            </li>
          ))}
        </ul>
      )}
      <OutlineChanges graph={graph} lines={lines.length} pageId={pageId} />
    </div>
  )
}

function show(editor: Editor, ids: readonly string[]): void {
  const shapes = ids.flatMap((id) => editor.getShape(id as TLShapeId) ?? [])
  if (shapes.length === 0) return
  editor.setCurrentTool('select')
  editor.setSelectedShapes(shapes.map(({ id }) => id))
  bringIntoRoom(editor, Box.Common(shapes.flatMap((shape) => editor.getShapePageBounds(shape) ?? [])))
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
