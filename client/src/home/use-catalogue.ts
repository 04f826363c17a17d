import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { useCallback, useEffect, useState } from 'react'
import type { PublicApi } from '../session/api.ts'
import type { ApiFailure } from '../session/api-failure.ts'

export type Catalogue =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly questions: readonly CatalogueEntry[] }
  | { readonly state: 'failed'; readonly failure: ApiFailure }

/** The catalogue, read once, and the way to read it again after a failure. */
export function useCatalogue(api: Pick<PublicApi, 'catalogue'>): {
  readonly catalogue: Catalogue
  readonly retry: () => void
} {
  const [catalogue, setCatalogue] = useState<Catalogue>({ state: 'loading' })

  const load = useCallback(() => {
    const gone = new AbortController()
    void api.catalogue(gone.signal).then((outcome) => {
      if (gone.signal.aborted) return
      setCatalogue(
        outcome.ok
          ? { state: 'ready', questions: outcome.value.questions }
          : { state: 'failed', failure: outcome.failure },
      )
    })
    return () => gone.abort()
  }, [api])
  useEffect(() => load(), [load])

  const retry = useCallback(() => {
    setCatalogue({ state: 'loading' })
    load()
  }, [load])
  return { catalogue, retry }
}
