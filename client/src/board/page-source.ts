import { react, type Editor } from 'tldraw'
import type { BoardSource } from '../session/board-handle.ts'

/** A drag changes a page sixty times a second; whoever reads all of it needs it a few times. */
const SETTLE_MS = 200

export interface PageReading<T> {
  readonly read: () => T
  /** Watches what else it depends on; returns the way to stop. */
  readonly watch?: (stale: () => void) => () => void
}

/** Something that is read from the page on screen, and read again after that has changed, while somebody listens. */
export function createPageSource<T>(editor: Editor, { read, watch }: PageReading<T>): BoardSource<T> {
  let known: { readonly value: T } | undefined
  const listeners = new Set<() => void>()
  let stop: (() => void) | undefined

  const watchAll = () => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stale = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        known = undefined
        for (const listener of listeners) listener()
      }, SETTLE_MS)
    }
    const stopStore = editor.store.listen(stale, { scope: 'document' })
    const stopPage = react('page of a source', () => {
      editor.getCurrentPageId()
      stale()
    })
    const stopOther = watch?.(stale)
    return () => {
      clearTimeout(timer)
      stopStore()
      stopPage()
      stopOther?.()
    }
  }

  return {
    get() {
      // Nobody listens: it may have changed unseen.
      if (stop === undefined) known = undefined
      known ??= { value: read() }
      return known.value
    },
    subscribe(listener) {
      listeners.add(listener)
      stop ??= watchAll()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
  }
}
