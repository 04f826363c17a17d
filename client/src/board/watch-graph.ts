import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { readGraph } from '@drawbar/shared/graph/read-graph.ts'
import type { Editor } from 'tldraw'
import type { BoardSource } from '../session/board-handle.ts'
import { createPageSource } from './page-source.ts'

/** What of the page on screen is a graph, for everything that reads it as text or judges it. */
export function createGraphSource(editor: Editor): BoardSource<BoardGraph> {
  return createPageSource(editor, {
    read: () => readGraph(editor.store.allRecords(), editor.getCurrentPageId()),
  })
}
