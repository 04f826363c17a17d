import { boardOf, copyOf, sync } from '@drawbar/shared/board/testing/boards.ts'
import type { TLRecord } from 'tldraw'
import { createEditingPeer, type EditingPeer } from './editing-peer.ts'

/** Alice and bob on one board of these records. What they do is each one's own until they meet. */
export interface EditingRoom {
  readonly alice: EditingPeer
  readonly bob: EditingPeer
  /** Both write what is pending and hear of what the other has written. */
  meet(): void
}

export function editingRoom(...records: TLRecord[]): EditingRoom {
  const board = boardOf(...records)
  const alice = createEditingPeer('alice', copyOf(board))
  const bob = createEditingPeer('bob', copyOf(board))
  return {
    alice,
    bob,
    meet() {
      alice.binding.flush()
      bob.binding.flush()
      sync(alice.doc, bob.doc)
    },
  }
}
