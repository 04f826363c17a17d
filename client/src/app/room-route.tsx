import { Suspense, useEffect, type ReactNode } from 'react'
import { JoinPage } from '../home/join-page.tsx'
import { NoLinkPage } from '../home/no-link-page.tsx'
import { PageHead } from '../page/page-head.tsx'
import { publicApi } from '../session/api.ts'
import type { Credentials } from '../session/credentials.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { LazyRecordPage, LazyRoomPage, preloadRoom } from './lazy-pages.ts'
import { Opening } from './opening.tsx'
import { path, PLACES } from './path.ts'
import { usePlace } from './use-place.ts'

const api = publicApi()

/** A room, once it is known who is coming in. */
export function RoomRoute({ roomId }: { readonly roomId: string }) {
  return (
    <Entrance key={roomId} roomId={roomId}>
      {(credentials, onLost) => (
        <Suspense fallback={<Opening text="Opening the room…" />}>
          <LazyRoomPage key={credentials.participantId} credentials={credentials} onLost={onLost} />
        </Suspense>
      )}
    </Entrance>
  )
}

/** The record of a room's round, for the same people. */
export function RecordRoute({ roomId }: { readonly roomId: string }) {
  usePageTitle('Record')
  return (
    <Entrance key={roomId} roomId={roomId}>
      {(credentials) => (
        <>
          <PageHead places={PLACES} />
          <Suspense fallback={<Opening text="Opening the record…" />}>
            <LazyRecordPage credentials={credentials} roomPath={path.room(roomId)} />
          </Suspense>
        </>
      )}
    </Entrance>
  )
}

function Entrance(props: {
  readonly roomId: string
  readonly children: (credentials: Credentials, onLost: () => void) => ReactNode
}) {
  const { roomId, children } = props
  const { place, join, enter, lose } = usePlace(roomId)
  const outside = place.state !== 'inside'

  // Whoever reads the join page is about to need the room.
  useEffect(() => {
    if (outside) preloadRoom()
  }, [outside])

  switch (place.state) {
    case 'inside':
      return children(place.credentials, () => lose(place.credentials))
    case 'outside':
      return <NoLinkPage places={PLACES} before={place.before} onEnter={enter} />
    case 'invited':
      return (
        <JoinPage
          key={place.capability}
          api={api}
          places={PLACES}
          roomId={roomId}
          capability={place.capability}
          before={place.before}
          onJoined={join}
          onEnter={enter}
        />
      )
  }
}
