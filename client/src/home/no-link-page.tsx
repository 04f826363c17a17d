import type { PagePlaces } from '../page/page-head.tsx'
import type { RememberedRoom } from '../session/remembered-rooms.ts'
import { CardPage } from '../page/card-page.tsx'
import { ReenterButtons } from './reenter-buttons.tsx'

export interface NoLinkPageProps {
  readonly places: PagePlaces
  /** As whom this browser has been in the room before. */
  readonly before: readonly RememberedRoom[]
  readonly onEnter: (room: RememberedRoom) => void
}

/** A room's address without the part that lets one in. */
export function NoLinkPage({ places, before, onEnter }: NoLinkPageProps) {
  const known = before.length > 0
  return (
    <CardPage
      places={places}
      title={known ? 'Go back into this room?' : 'This page needs an invitation link'}
      text={
        known
          ? 'This browser has been here before. Each window can be one person in the room.'
          : 'The address names a room but lacks the part after “#” that opens it. Copy the whole link you were sent, or ask the interviewer to send it again.'
      }
      actions={known ? <ReenterButtons rooms={before} onEnter={onEnter} /> : null}
    />
  )
}
