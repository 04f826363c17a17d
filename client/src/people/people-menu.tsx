import { ROLE_NAMES } from '@drawbar/shared/people/role.ts'
import { Users } from 'lucide-react'
import { useSessionState } from '../session/use-session.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toggleFollow } from './follow.ts'

/** The same as a menu, where there is no room for a row of faces. */
export function PeopleMenu() {
  const board = useSessionState((state) => state.board)
  const present = useSessionState((state) => state.present)
  const following = present.find((person) => person.isMe)?.following ?? null
  return (
    <Menu
      trigger={
        <IconButton label={`People in the room: ${present.length}`}>
          <Users size={16} aria-hidden />
          {present.length}
        </IconButton>
      }
    >
      {present.map((person) => {
        const followed = person.participantId === following
        return (
          <MenuItem
            key={person.participantId}
            disabled={person.isMe}
            detail={ROLE_NAMES[person.role]}
            onSelect={() => toggleFollow({ board, person, followed })}
          >
            {person.isMe
              ? `${person.name} (you)`
              : followed
                ? `Stop following ${person.name}`
                : `Follow ${person.name}`}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
