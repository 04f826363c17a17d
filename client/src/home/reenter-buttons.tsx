import { ROLE_NAMES } from '@drawbar/shared/people/role.ts'
import type { RememberedRoom } from '../session/remembered-rooms.ts'
import { Button } from '../ui/button.tsx'

export interface ReenterButtonsProps {
  readonly rooms: readonly RememberedRoom[]
  readonly onEnter: (room: RememberedRoom) => void
}

/** Back into a room as someone this browser has been there before. */
export function ReenterButtons({ rooms, onEnter }: ReenterButtonsProps) {
  return rooms.map((room) => (
    <Button key={room.participantId} wide onClick={() => onEnter(room)}>
      Go on as {room.name}, {ROLE_NAMES[room.role].toLowerCase()}
    </Button>
  ))
}
