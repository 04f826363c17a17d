import {
  createPresenceStateDerivation,
  react,
  type Signal,
  type TLPresenceUserInfo,
  type TLStore,
} from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { browserTimers, type Timers } from './flush-schedule.ts'
import { fromAwareness, presenceId, toPresence } from './presence-codec.ts'

/** 25 a second: what a moving hand needs to look alive. */
const SEND_EVERY_MS = 40

export interface BindPresenceOptions {
  readonly store: TLStore
  readonly awareness: Awareness
  readonly user: Signal<TLPresenceUserInfo>
  /** Server clock minus this one, in milliseconds. */
  readonly offsetMs: () => number
  readonly timers?: Timers
}

/** Shows the peers' cursors, selections and cameras on the canvas, and mine to them. Returns the way to stop. */
export function bindPresence(options: BindPresenceOptions): () => void {
  const stopSending = sendMine(options)
  const stopShowing = showPeers(options)
  return () => {
    stopSending()
    stopShowing()
  }
}

function sendMine({
  store,
  awareness,
  user,
  offsetMs,
  timers = browserTimers,
}: BindPresenceOptions): () => void {
  const mine = createPresenceStateDerivation(user)(store)
  let sentAt = -Infinity
  let cancel: (() => void) | null = null
  function send(): void {
    cancel = null
    sentAt = timers.now()
    const record = mine.get()
    awareness.setLocalStateField('presence', record && toPresence(record, offsetMs()))
  }
  const stop = react('send my presence', () => {
    mine.get()
    cancel ??= timers.after(Math.max(0, sentAt + SEND_EVERY_MS - timers.now()), send)
  })
  return () => {
    stop()
    cancel?.()
    awareness.setLocalStateField('presence', null)
  }
}

function showPeers({ store, awareness, offsetMs }: BindPresenceOptions): () => void {
  function show(clients: readonly number[]): void {
    const states = awareness.getStates()
    const peers = clients.filter((client) => client !== awareness.clientID)
    if (peers.length === 0) return
    store.mergeRemoteChanges(() => {
      for (const client of peers) {
        const state = states.get(client)
        const record = state ? fromAwareness(client, state, offsetMs()) : null
        if (record) store.put([record])
        else store.remove([presenceId(client)])
      }
    })
  }
  const onChange = (changes: { added: number[]; updated: number[]; removed: number[] }) => {
    show([...changes.added, ...changes.updated, ...changes.removed])
  }
  show([...awareness.getStates().keys()])
  awareness.on('change', onChange)
  return () => {
    awareness.off('change', onChange)
    store.mergeRemoteChanges(() => {
      store.remove(
        store
          .allRecords()
          .filter(({ typeName }) => typeName === 'instance_presence')
          .map(({ id }) => id),
      )
    })
  }
}
