import { ROLE_NAMES } from '@drawbar/shared/people/role.ts'
import type { PresentPerson } from '../session/session-state.ts'
import { useSessionState } from '../session/use-session.ts'
import { classNames } from '../ui/class-names.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { toggleFollow } from './follow.ts'
import styles from './people-bar.module.css'
import { PersonAvatar } from './person-avatar.tsx'

/** Who is here now. A press on someone follows them around the board. */
export function PeopleBar() {
  const present = useSessionState((state) => state.present)
  const following = present.find((person) => person.isMe)?.following ?? null
  return (
    <ul className={styles.bar} aria-label="People in the room">
      {present.map((person) => (
        <li key={person.participantId}>
          {person.isMe ? (
            <Me person={person} />
          ) : (
            <Other person={person} followed={following === person.participantId} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Me({ person }: { readonly person: PresentPerson }) {
  return (
    <Tooltip text={`${person.name} (you), ${ROLE_NAMES[person.role].toLowerCase()}`}>
      <span className={classNames(styles.person, styles.me)}>
        <VisuallyHidden>{person.name} (you)</VisuallyHidden>
        <PersonAvatar name={person.name} color={person.color} />
      </span>
    </Tooltip>
  )
}

function Other({ person, followed }: { readonly person: PresentPerson; readonly followed: boolean }) {
  const board = useSessionState((state) => state.board)
  const who = `${person.name}, ${ROLE_NAMES[person.role].toLowerCase()}`
  return (
    <Tooltip text={followed ? `${who}. Stop following` : `${who}. Follow`}>
      <button
        type="button"
        className={styles.person}
        aria-pressed={followed}
        aria-label={`Follow ${who}`}
        onClick={() => toggleFollow({ board, person, followed })}
      >
        <PersonAvatar name={person.name} color={person.color} />
      </button>
    </Tooltip>
  )
}
