import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { useDeferredValue, useMemo } from 'react'
import type { PublicApi } from '../session/api.ts'
import type { RememberedRoom } from '../session/remembered-rooms.ts'
import { askedIn } from './asked-questions.ts'
import { filterQuestions, type Filter } from './filter-questions.ts'
import type { Spoilt } from './spoilt-questions.ts'
import { useTermMatches } from './use-term-matches.ts'

/** What this browser remembers of questions. */
export interface Memory {
  readonly rooms: readonly RememberedRoom[]
  readonly spoilt: Spoilt
}

export interface Found {
  readonly questions: CatalogueEntry[]
  wasAsked(question: CatalogueEntry): boolean
}

/** The questions that fit. The letters appear at once; the list may follow a moment later. */
export function useFound(
  api: Pick<PublicApi, 'questionsByTerm'>,
  all: readonly CatalogueEntry[],
  filter: Filter,
  { rooms }: Memory,
): Found {
  const deferred = useDeferredValue(filter)
  const withTerm = useTermMatches(api, deferred.text)
  const wasAsked = useMemo(() => askedIn(rooms), [rooms])
  const questions = useMemo(
    () => filterQuestions(all, deferred, { wasAsked, withTerm }),
    [all, deferred, wasAsked, withTerm],
  )
  return { questions, wasAsked }
}
