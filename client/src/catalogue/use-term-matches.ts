import { useEffect, useState } from 'react'
import type { PublicApi } from '../session/api.ts'

/** Typing goes on for about this long between two letters. */
const PAUSE_MS = 200
/** Fewer letters are no term (the server refuses them too). */
const LEAST_LETTERS = 2

const NONE: ReadonlySet<string> = new Set()

/**
 * Ids of the questions that have the text among their terms, asked of the server once typing pauses. Terms are part of
 * the answer and never in the catalogue itself; without an answer the catalogue is searched all the same.
 */
export function useTermMatches(api: Pick<PublicApi, 'questionsByTerm'>, text: string): ReadonlySet<string> {
  const asked = text.trim()
  const [found, setFound] = useState<{ readonly text: string; readonly ids: ReadonlySet<string> }>({
    text: '',
    ids: NONE,
  })

  useEffect(() => {
    if (asked.length < LEAST_LETTERS) return undefined
    const gone = new AbortController()
    const timer = setTimeout(() => {
      void api.questionsByTerm(asked, gone.signal).then((outcome) => {
        if (outcome.ok && !gone.signal.aborted) setFound({ text: asked, ids: new Set(outcome.value.ids) })
      })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [api, asked])

  return found.text === asked ? found.ids : NONE
}
