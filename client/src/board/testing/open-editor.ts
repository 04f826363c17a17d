import { createBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import { createTLStore, Editor, type TLStore } from 'tldraw'
import { BOARD_BINDING_UTILS, BOARD_SHAPE_UTILS, BOARD_TEXT_OPTIONS, BOARD_TOOLS } from '../canvas-parts.ts'
import { fillBrowserGaps } from './browser-gaps.ts'

/** tldraw's own editor with the shapes and tools of a board. Needs jsdom. */
export function openEditor(store: TLStore = createTLStore({ schema: createBoardSchema() })): Editor {
  fillBrowserGaps()
  const container = document.createElement('div')
  document.body.append(container)
  return new Editor({
    store,
    shapeUtils: BOARD_SHAPE_UTILS,
    bindingUtils: BOARD_BINDING_UTILS,
    tools: BOARD_TOOLS,
    textOptions: BOARD_TEXT_OPTIONS,
    initialState: 'select',
    getContainer: () => container,
  })
}
