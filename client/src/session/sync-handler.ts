import { SYNC } from '@drawbar/shared/wire/frame.ts'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageSync, type WebsocketProvider } from 'y-websocket'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'

export interface SyncHandlerOptions {
  /** The server has asked for what it lacks; the answer leaves with this call's return. */
  readonly onAsked: () => void
  /** Bytes that are no update: this page's board can no longer be trusted. */
  readonly onBroken: () => void
}

type Handler = WebsocketProvider['messageHandlers'][number]

/**
 * y-websocket's own handler of sync messages, with two differences: an update that cannot be applied is reported
 * instead of logged and forgotten, and the session learns when it has handed everything over.
 */
export function createSyncHandler({ onAsked, onBroken }: SyncHandlerOptions): Handler {
  return (encoder, decoder, provider) => {
    const type = decoding.readVarUint(decoder)
    if (type === SYNC.step1) {
      encoding.writeVarUint(encoder, messageSync)
      syncProtocol.readSyncStep1(decoder, encoder, provider.doc)
      onAsked()
      return
    }
    try {
      Y.applyUpdate(provider.doc, decoding.readVarUint8Array(decoder), provider)
    } catch {
      onBroken()
      return
    }
    if (type === SYNC.step2) provider.synced = true
  }
}
