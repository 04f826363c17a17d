import { createBoardSchema } from '@drawbar/shared/board/board-schema.ts'
import { can } from '@drawbar/shared/people/can.ts'
import { atom, computed, createTLStore, type TLStore } from 'tldraw'
import type { Session } from '../session/session.ts'
import { bindDocument, type DocumentBinding } from './binding/bind-document.ts'
import { bindPresence } from './binding/bind-presence.ts'
import type { RefusedRecord } from './binding/write-local.ts'
import { createBoardUser, type BoardUser } from './board-user.ts'
import { mayDraw } from './edit-permission.ts'
import { createImageAssets } from './image-assets.ts'

/** Everything behind the canvas of one round, before there is a canvas. */
export interface OpenBoard {
  readonly store: TLStore
  readonly user: BoardUser
  readonly binding: DocumentBinding
  close(): void
}

export interface OpenBoardOptions {
  readonly session: Session
  readonly storage: Storage
  readonly onRefused: (refused: readonly RefusedRecord[]) => void
}

/** Opens a board whose document has been loaded from this browser or compared with the server. */
export function openBoard({ session, storage, onRefused }: OpenBoardOptions): OpenBoard {
  const { roundId, role } = session.state.getState()
  const state = atom('session', session.state.getState())
  const unsubscribe = session.state.subscribe((next) => state.set(next))
  const images = createImageAssets({ api: session.api, roundId })
  const store = createTLStore({
    schema: createBoardSchema(),
    assets: images,
    collaboration: {
      status: computed('line', () => (state.get().status === 'online' ? 'online' : 'offline')),
      mode: computed('mode', () => (mayDraw(state.get()) ? 'readwrite' : 'readonly')),
    },
  })
  const user = createBoardUser(session, storage)
  const binding = bindDocument({
    store,
    doc: session.doc,
    writer: can(role, 'edit-board', 'live').allowed,
    onRefused,
  })
  const unbindPresence = bindPresence({
    store,
    awareness: session.awareness,
    user: computed('presence user', () => {
      const { id, name, color } = user.userPreferences.get()
      return { id, name, color }
    }),
    offsetMs: () => session.state.getState().serverOffsetMs,
  })
  return {
    store,
    user,
    binding,
    close() {
      binding.unbind()
      unbindPresence()
      unsubscribe()
      user.close()
      images.close()
    },
  }
}
