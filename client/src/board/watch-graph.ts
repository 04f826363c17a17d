import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { readGraph } from '@drawbar/shared/graph/read-graph.ts'
import { WeakCache, type Editor } from 'tldraw'
import type { BoardSource } from '../session/board-handle.ts'
import { createPageSource } from './page-source.ts'

const sources = new WeakCache<Editor, BoardSource<BoardGraph>>()

/** What of the page on screen is a graph, for everything that reads it as text or judges it; read once for them all. */
export function graphSourceOf(editor: Editor): BoardSource<BoardGraph> {
  return sources.get(editor, () =>
    createPageSource(editor, {
      read: () => readGraph(editor.store.allRecords(), editor.getCurrentPageId()),
    }),
  )
}
