import { ROLE_NAMES } from '@drawbar/shared/people/role.ts'
import { X } from 'lucide-react'
import type { RememberedRoom } from '../session/remembered-rooms.ts'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './room-list.module.css'

export interface RoomListProps {
  readonly rooms: readonly RememberedRoom[]
  readonly onEnter: (room: RememberedRoom) => void
  readonly onForget: (room: RememberedRoom) => void
}

/** The rooms this browser has been in. */
export function RoomList({ rooms, onEnter, onForget }: RoomListProps) {
  if (rooms.length === 0) return null
  return (
    <section aria-labelledby="rooms-heading">
      <h2 className={styles.heading} id="rooms-heading">
        Rooms you have been in
      </h2>
      <ul className={styles.list}>
        {rooms.map((room) => (
          <li key={room.participantId} className={styles.room}>
            <button type="button" className={styles.enter} onClick={() => onEnter(room)}>
              <span className={styles.title}>{roomTitle(room)}</span>
              <span className={styles.detail}>
                {ROLE_NAMES[room.role]}, as {room.name} · {dayAndTime(room.at)}
              </span>
            </button>
            <IconButton label={`Forget ${roomTitle(room)}`} size="small" onClick={() => onForget(room)}>
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function roomTitle(room: RememberedRoom): string {
  return room.title ?? 'Question not shown yet'
}

const FORMAT = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})

function dayAndTime(at: number): string {
  return FORMAT.format(at)
}
