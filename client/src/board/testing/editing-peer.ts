import { createBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import { createTLStore, Editor } from 'tldraw'
import type * as Y from 'yjs'
import { guardUndo, type KeptByUndo } from '../binding/undo-guard.ts'
import { BOARD_BINDING_UTILS, BOARD_SHAPE_UTILS, BOARD_TEXT_OPTIONS, BOARD_TOOLS } from '../canvas-parts.ts'
import { fillBrowserGaps } from './browser-gaps.ts'
import { createPeer, type Peer } from './peer.ts'

/** A page with tldraw's own editor on it, as people use it. Needs jsdom. */
export interface EditingPeer extends Peer {
  readonly editor: Editor
  readonly kept: KeptByUndo[]
}

export function createEditingPeer(name: string, doc: Y.Doc): EditingPeer {
  const store = createTLStore({ schema: createBoardSchema() })
  const peer = createPeer(name, doc, { store })
  fillBrowserGaps()
  const container = document.createElement('div')
  document.body.append(container)
  const editor = new Editor({
    store,
    shapeUtils: BOARD_SHAPE_UTILS,
    bindingUtils: BOARD_BINDING_UTILS,
    tools: BOARD_TOOLS,
    textOptions: BOARD_TEXT_OPTIONS,
    initialState: 'select',
    getContainer: () => container,
  })
  const kept: KeptByUndo[] = []
  guardUndo({
    store,
    ledger: peer.binding.ledger,
    currentPageId: () => editor.getCurrentPageId(),
    flush: () => peer.binding.flush(),
    onKept: (left) => kept.push(left),
  })
  return { ...peer, editor, kept }
}
