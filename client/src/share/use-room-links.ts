import type { Role } from '@drawbar/shared/people/role.ts'
import type { Link } from '@drawbar/shared/wire/http.ts'
import { useCallback, useEffect, useState } from 'react'
import type { ApiFailure } from '../session/api-failure.ts'
import { useSession, useSessionState } from '../session/use-session.ts'
import { addToast } from '../ui/toasts.ts'
import { keepLinks, knownLinks, shownLinks, type ShownLink } from './known-links.ts'

export type RoomLinks =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: ApiFailure }
  | { readonly state: 'ready'; readonly links: Record<Role, ShownLink[]> }

/** The room's links for an interviewer, with the ways to make and revoke them. */
export function useRoomLinks() {
  const { api } = useSession()
  const roomId = useSessionState((state) => state.roomId)
  const [links, setLinks] = useState<RoomLinks>({ state: 'loading' })

  const read = useCallback(
    () =>
      api
        .room(roomId)
        .then((outcome) =>
          setLinks(
            outcome.ok
              ? { state: 'ready', links: shown(roomId, outcome.value.links ?? []) }
              : { state: 'failed', failure: outcome.failure },
          ),
        ),
    [api, roomId],
  )

  useEffect(() => {
    void read()
  }, [read])

  const make = useCallback(
    async (role: Role) => {
      const outcome = await api.createLink(roomId, role)
      if (!outcome.ok) {
        tellFailure('The link was not made.', outcome.failure)
        return
      }
      const { link, url } = outcome.value
      keepLinks(localStorage, roomId, [{ linkId: link.id, role, url }])
      await read()
    },
    [api, roomId, read],
  )

  const revoke = useCallback(
    async (linkId: string): Promise<boolean> => {
      const outcome = await api.revokeLink(roomId, linkId)
      if (!outcome.ok) {
        tellFailure('The link was not revoked.', outcome.failure)
        return false
      }
      await read()
      return true
    },
    [api, roomId, read],
  )

  return { links, read, make, revoke }
}

function shown(roomId: string, listed: readonly Link[]): Record<Role, ShownLink[]> {
  return shownLinks(listed, knownLinks(localStorage, roomId))
}

function tellFailure(title: string, { message, hint }: ApiFailure): void {
  addToast({ tone: 'bad', title, detail: [message, hint].filter(Boolean).join(' ') })
}
