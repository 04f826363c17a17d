import { randomId } from './random-id.ts'

/** What a session takes from the browser, so that a test can give it something else. */
export interface Surroundings {
  /** Epoch milliseconds of this computer's clock. */
  now(): number
  /** Calls back once after `ms`; returns the way to call it off. */
  after(ms: number, callback: () => void): () => void
  /** At least 0, less than 1. */
  random(): number
  newId(): string
  readonly WebSocket: typeof globalThis.WebSocket
  /** `ws://host` or `wss://host`. */
  readonly socketOrigin: string
  /** What outlives the tab; null where the browser forbids it. */
  readonly localStorage: Storage | null
  /** Whether boards can be kept in this browser. */
  readonly keepsBoards: boolean
  /** Calls back when the network may have come back or gone; returns the way to stop. */
  onNetworkChange(callback: (reachable: boolean) => void): () => void
  /** Has the browser ask before the page is closed while `unsaved` says so; returns the way to stop. */
  warnBeforeClosing(unsaved: () => boolean): () => void
}

export function browserSurroundings(): Surroundings {
  return {
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
    random: () => Math.random(),
    newId: () => randomId(),
    WebSocket: globalThis.WebSocket,
    socketOrigin: window.location.origin.replace(/^http/, 'ws'),
    localStorage: storageIfAllowed(),
    keepsBoards: 'indexedDB' in window && window.indexedDB !== null,
    onNetworkChange,
    warnBeforeClosing,
  }
}

function storageIfAllowed(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

function onNetworkChange(callback: (reachable: boolean) => void): () => void {
  const online = () => callback(true)
  const offline = () => callback(false)
  const shown = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) callback(true)
  }
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  document.addEventListener('visibilitychange', shown)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
    document.removeEventListener('visibilitychange', shown)
  }
}

function warnBeforeClosing(unsaved: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (unsaved()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
