import { useCallback, useEffect, useState } from 'react'
import type { ApiFailure, ApiOutcome } from '../session/api-failure.ts'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: ApiFailure }

/** Something read once from the server, and the way to read it again after a failure. `read` must be stable. */
export function useLoaded<T>(read: (signal: AbortSignal) => Promise<ApiOutcome<T>>): {
  readonly loaded: Loaded<T>
  readonly retry: () => void
} {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })

  const load = useCallback(() => {
    const gone = new AbortController()
    void read(gone.signal).then((outcome) => {
      if (gone.signal.aborted) return
      setLoaded(
        outcome.ok ? { state: 'ready', value: outcome.value } : { state: 'failed', failure: outcome.failure },
      )
    })
    return () => gone.abort()
  }, [read])
  useEffect(() => load(), [load])

  const retry = useCallback(() => {
    setLoaded({ state: 'loading' })
    load()
  }, [load])
  return { loaded, retry }
}
