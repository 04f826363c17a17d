import type { OutlineSheet } from '@drawbar/shared/graph/outline.ts'
import { inReadingOrder } from '@drawbar/shared/graph/reading-order.ts'
import { react, WeakCache, type Editor } from 'tldraw'
import type { BoardSource } from '../../session/board-handle.ts'
import { createPageSource } from '../page-source.ts'
import { figuresOf, isWorksheet } from './board-figures.ts'
import { mathState } from './load-math.ts'

const sources = new WeakCache<Editor, BoardSource<readonly OutlineSheet[]>>()

/**
 * The page's worksheets for its outline, with the results that have a name: none before the calculator is there, which
 * the worksheets themselves load.
 */
export function sheetSourceOf(editor: Editor): BoardSource<readonly OutlineSheet[]> {
  return sources.get(editor, () =>
    createPageSource(editor, {
      read: () => readSheets(editor),
      watch: (stale) =>
        react('worksheet math for the outline', () => {
          mathState.get()
          stale()
        }),
    }),
  )
}

function readSheets(editor: Editor): readonly OutlineSheet[] {
  const loaded = mathState.get()
  const sheets = editor
    .getCurrentPageShapes()
    .filter(isWorksheet)
    .flatMap((shape) => {
      const bounds = editor.getShapePageBounds(shape)
      return bounds === undefined ? [] : [{ id: shape.id, shape, bounds }]
    })
  return inReadingOrder(sheets).map(({ id, shape }) => ({
    id,
    title: shape.props.title,
    results: loaded.state === 'ready' ? figuresOf([shape], loaded.math) : [],
  }))
}
