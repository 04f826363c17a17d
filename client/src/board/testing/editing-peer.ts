import { createBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import { createTLStore, type Editor } from 'tldraw'
import type * as Y from 'yjs'
import { guardUndo, type KeptByUndo } from '../binding/undo-guard.ts'
import { openEditor } from './open-editor.ts'
import { createPeer, type Peer } from './peer.ts'

/** A page with tldraw's own editor on it, as people use it. Needs jsdom. */
export interface EditingPeer extends Peer {
  readonly editor: Editor
  readonly kept: KeptByUndo[]
}

export function createEditingPeer(name: string, doc: Y.Doc): EditingPeer {
  const store = createTLStore({ schema: createBoardSchema() })
  const peer = createPeer(name, doc, { store })
  const editor = openEditor(store)
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
