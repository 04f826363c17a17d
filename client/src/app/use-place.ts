import type { Joined } from '@drawbar/shared/wire/http.ts'
import { useEffect, useState } from 'react'
import { readCredentials, type Credentials } from '../session/credentials.ts'
import type { RememberedRoom } from '../session/remembered-rooms.ts'
import { dropCapability, takeCapability } from './link-capability.ts'
import { browserPlaces, enterPlace, losePlace, placesIn, takePlace } from './places.ts'

/** How this page stands to a room. */
export type Place =
  /** A link was opened: it asks for a name. */
  | { readonly state: 'invited'; readonly capability: string; readonly before: readonly RememberedRoom[] }
  | { readonly state: 'inside'; readonly credentials: Credentials }
  | { readonly state: 'outside'; readonly before: readonly RememberedRoom[] }

/** A page's place in a room, and the ways to change it. */
export function usePlace(roomId: string) {
  const [place, setPlace] = useState<Place>(() => placeNow(roomId))

  // Another link to the same room, pasted into the address bar, changes nothing but the fragment.
  useEffect(() => {
    const look = (): void => setPlace(placeNow(roomId))
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [roomId])

  return {
    place,
    join(joined: Joined, name: string): void {
      dropCapability(roomId)
      setPlace({
        state: 'inside',
        credentials: takePlace(browserPlaces(), { joined, name, now: Date.now() }),
      })
    },
    enter(room: RememberedRoom): void {
      dropCapability(roomId)
      setPlace({ state: 'inside', credentials: enterPlace(browserPlaces(), { room, now: Date.now() }) })
    },
    lose(credentials: Credentials): void {
      losePlace(browserPlaces(), credentials)
      setPlace(placeNow(roomId))
    },
  }
}

function placeNow(roomId: string): Place {
  const storages = browserPlaces()
  const capability = takeCapability(roomId)
  if (capability !== undefined) return { state: 'invited', capability, before: placesIn(storages, roomId) }
  const credentials = readCredentials(storages.tab, roomId)
  if (credentials) return { state: 'inside', credentials }
  return { state: 'outside', before: placesIn(storages, roomId) }
}
