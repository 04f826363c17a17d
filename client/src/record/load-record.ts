import type { RecordCopy, SessionRecord } from '@drawbar/shared/record/record.ts'
import type { ParticipantApi } from '../session/api.ts'
import type { ApiFailure } from '../session/api-failure.ts'

export type RecordLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: ApiFailure }
  | { readonly state: 'ready'; readonly record: SessionRecord }

/** Reads a copy of the record and reports how it goes. Returns the way to stop. */
export function loadRecord(options: {
  readonly api: ParticipantApi
  readonly roundId: string
  readonly copy: RecordCopy
  readonly onChange: (load: RecordLoad) => void
}): () => void {
  const { api, roundId, copy, onChange } = options
  const giveUp = new AbortController()
  onChange({ state: 'loading' })
  void api.record(roundId, copy, giveUp.signal).then((outcome) => {
    if (giveUp.signal.aborted) return
    onChange(
      outcome.ok ? { state: 'ready', record: outcome.value } : { state: 'failed', failure: outcome.failure },
    )
  })
  return () => giveUp.abort()
}
