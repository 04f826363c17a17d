import type { Joined } from '@drawbar/shared/wire/http.ts'
import {
  forgetCredentials,
  readCredentials,
  writeCredentials,
  type Credentials,
} from '../session/credentials.ts'
import {
  forgetRoom,
  rememberedRooms,
  rememberRoom,
  type RememberedRoom,
} from '../session/remembered-rooms.ts'
import { forgetLinks } from '../share/known-links.ts'

/** Where a page keeps who it is in which room. */
export interface PlaceStorages {
  /** This tab: who it is now. */
  readonly tab: Storage
  /** This browser: everywhere it has been. */
  readonly browser: Storage
}

export function browserPlaces(): PlaceStorages {
  return { tab: window.sessionStorage, browser: window.localStorage }
}

/** This tab becomes the participant a link was answered with. */
export function takePlace(
  storages: PlaceStorages,
  place: { readonly joined: Joined; readonly name: string; readonly now: number },
): Credentials {
  const { joined, name, now } = place
  return enterPlace(storages, { room: { ...joined, name, title: null, questionId: null, at: now }, now })
}

/** This tab becomes someone this browser has been before. */
export function enterPlace(
  storages: PlaceStorages,
  { room, now }: { readonly room: RememberedRoom; readonly now: number },
): Credentials {
  const { roomId, roundId, participantId, role, token } = room
  const credentials = { roomId, roundId, participantId, role, token }
  writeCredentials(storages.tab, credentials)
  rememberRoom(storages.browser, { ...room, at: now })
  return credentials
}

/** As whom this browser has been in a room, last one first. */
export function placesIn(storages: PlaceStorages, roomId: string): RememberedRoom[] {
  return rememberedRooms(storages.browser).filter((room) => room.roomId === roomId)
}

/** Forgets a place, and with the room's last one what else this browser keeps of the room. */
export function forgetPlace(storages: PlaceStorages, { roomId, participantId }: RememberedRoom): void {
  forgetRoom(storages.browser, participantId)
  if (readCredentials(storages.tab, roomId)?.participantId === participantId)
    forgetCredentials(storages.tab, roomId)
  if (placesIn(storages, roomId).length === 0) forgetLinks(storages.browser, roomId)
}

/** The place was taken away: this tab is nobody in the room any more, nor can the browser come back as them. */
export function losePlace(storages: PlaceStorages, { roomId, participantId }: Credentials): void {
  forgetCredentials(storages.tab, roomId)
  forgetRoom(storages.browser, participantId)
}
