import { encodeFrame } from '@drawbar/shared/wire/frame.ts'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'

/** Sends this page's own presence and nothing else; y-websocket would also send back everyone's that it was sent. */
export function sendOnlyOwnPresence(
  provider: WebsocketProvider,
  awareness: Awareness,
  send: (frame: Uint8Array) => void,
): void {
  awareness.off('update', provider._awarenessUpdateHandler)
  const onUpdate = (changes: { added: number[]; updated: number[]; removed: number[] }) => {
    const own = awareness.clientID
    if (![...changes.added, ...changes.updated, ...changes.removed].includes(own)) return
    send(encodeFrame({ type: 'awareness', update: encodeAwarenessUpdate(awareness, [own]) }))
  }
  awareness.on('update', onUpdate)
  // The provider takes it off again when it is destroyed.
  provider._awarenessUpdateHandler = onUpdate
}
