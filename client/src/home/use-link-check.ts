import type { Role } from '@drawbar/shared/people/role.ts'
import { useCallback, useEffect, useState } from 'react'
import type { PublicApi } from '../session/api.ts'
import type { ApiFailure } from '../session/api-failure.ts'

export type LinkCheck =
  | { readonly state: 'checking' }
  | { readonly state: 'good'; readonly role: Role; readonly hostName: string }
  | { readonly state: 'refused'; readonly failure: ApiFailure }

/** Whether a link opens its room, for which role, asked before a name is. */
export function useLinkCheck(
  api: Pick<PublicApi, 'checkLink'>,
  roomId: string,
  capability: string,
): { readonly check: LinkCheck; readonly retry: () => void } {
  const [check, setCheck] = useState<LinkCheck>({ state: 'checking' })

  const ask = useCallback(() => {
    const gone = new AbortController()
    void api.checkLink({ roomId, capability }, gone.signal).then((outcome) => {
      if (gone.signal.aborted) return
      setCheck(
        outcome.ok ? { state: 'good', ...outcome.value } : { state: 'refused', failure: outcome.failure },
      )
    })
    return () => gone.abort()
  }, [api, roomId, capability])
  useEffect(() => ask(), [ask])

  const retry = useCallback(() => {
    setCheck({ state: 'checking' })
    ask()
  }, [ask])
  return { check, retry }
}
